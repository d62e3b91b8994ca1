package az.dost.vahid.edge.access;

import az.dost.vahid.definition.Definition;
import az.dost.vahid.definition.DefinitionFolder;
import az.dost.vahid.definition.DefinitionReader;
import az.dost.vahid.definition.Finding;
import az.dost.vahid.definition.Reading;
import az.dost.vahid.definition.ReleasedDefinition;
import az.dost.vahid.json.Json;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.ResourcePatternResolver;

/**
 * The requesters' files, one each in a folder. Whoever has a file with a mistake is no requester until it is mended: an
 * older version of it may grant what was just taken away.
 */
public final class RequesterFiles {
    private static final ObjectMapper JSON = Json.mapper();
    private static final String NO_OFFICIALS =
            "it looks up, and nobody knows for whom: list its officials, or set officialsProven: true where each"
                    + " of its requests proves the official by a token; leave services out where it looks up nothing";
    private final DefinitionFolder folder;
    private final DefinitionReader reader;
    private final boolean believed;
    /** Who has what a requester is known by, as it was read last. */
    private volatile Map<String, String> owners = Map.of();

    /**
     * @param folder with its scheme, {@code file:} or {@code classpath:}
     * @param believed whether systems are believed whom they name as the official; else each that looks up lists its
     *     officials, or proves each by a token
     */
    public RequesterFiles(ResourcePatternResolver resources, String folder, DefinitionReader reader, boolean believed) {
        this.believed = believed;
        this.folder = new DefinitionFolder(resources, folder);
        this.reader = reader;
    }

    boolean believed() {
        return believed;
    }

    DefinitionFolder folder() {
        return folder;
    }

    /** Whether a file has this id, whatever was released. */
    boolean filed(String id) {
        return owners.containsKey(KnownBy.id(id));
    }

    /**
     * The requesters of the files in which nothing is wrong, and of what was released beside them. What a file claims
     * is the file's, whatever was released.
     */
    Reading<Requesters> read(List<Resource> files) {
        List<Finding> findings = new ArrayList<>();
        Map<Definition, Requester> read = new LinkedHashMap<>();
        Map<Definition, Requester> released = new LinkedHashMap<>();
        for (Resource file : files) {
            Definition definition = reader.read(file, "requesters/" + file.getFilename());
            requester(definition, findings)
                    .ifPresent(requester ->
                            (file instanceof ReleasedDefinition ? released : read).put(definition, requester));
        }
        KnownBy known = new KnownBy(owners, Set.of());
        read.forEach((definition, requester) -> findings.addAll(known.add(requester, definition)));
        Requesters requesters = known.requesters(findings);
        owners = known.owners();
        if (released.isEmpty()) {
            return new Reading<>(requesters, findings);
        }
        KnownBy all = new KnownBy(owners, released.keySet());
        known.held().forEach((definition, requester) -> all.add(requester, definition));
        released.forEach((definition, requester) -> findings.addAll(all.add(requester, definition)));
        return new Reading<>(all.requesters(findings), findings);
    }

    private Optional<Requester> requester(Definition definition, List<Finding> findings) {
        findings.addAll(definition.findings());
        if (definition.findings().isEmpty()) {
            try {
                Requester requester = JSON.treeToValue(definition.content(), Requester.class);
                if (believed || requester.namesItsOfficials()) {
                    return Optional.of(requester);
                }
                findings.add(definition.at(NO_OFFICIALS, "services"));
            } catch (JsonProcessingException e) {
                findings.add(definition.at(e.getOriginalMessage()));
            }
        }
        return Optional.empty();
    }

    /**
     * What is wrong with one that is to be released, empty when it would be a requester.
     *
     * @param now those that there are
     */
    List<Finding> doubts(ReleasedDefinition one, Requesters now) {
        Definition definition = reader.read(one, one.getFilename());
        List<Finding> findings = new ArrayList<>();
        requester(definition, findings).ifPresent(requester -> {
            KnownBy alone = new KnownBy(Map.of(), Set.of());
            findings.addAll(alone.add(requester, definition));
            if (findings.isEmpty() && now.knows(requester)) {
                findings.add(definition.at("its id, or what it is known by, is that of another requester", "id"));
            }
        });
        return findings;
    }
}
