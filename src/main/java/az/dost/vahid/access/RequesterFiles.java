package az.dost.vahid.access;

import az.dost.vahid.definition.Definition;
import az.dost.vahid.definition.DefinitionException;
import az.dost.vahid.definition.DefinitionReader;
import az.dost.vahid.definition.Finding;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.ResourcePatternResolver;

/** The requesters' files, one each in a folder. */
public final class RequesterFiles {
    private static final ObjectMapper JSON = new ObjectMapper();
    private final ResourcePatternResolver resources;
    private final String pattern;
    private final DefinitionReader reader;
    private String seen = "";

    /** @param folder with its scheme, {@code file:} or {@code classpath:} */
    public RequesterFiles(ResourcePatternResolver resources, String folder, DefinitionReader reader) {
        this.resources = resources;
        this.pattern = folder + "/*.yaml";
        this.reader = reader;
    }

    /**
     * The requesters by the digest of their token.
     *
     * @throws DefinitionException with every error of every file
     */
    Map<String, Requester> read() {
        Map<String, Requester> byToken = new HashMap<>();
        List<Finding> findings = new ArrayList<>();
        Resource[] files = files();
        seen = look(files);
        for (Resource file : files) {
            Definition definition = reader.read(file, "requesters/" + file.getFilename());
            findings.addAll(definition.findings());
            if (definition.findings().isEmpty()) {
                try {
                    add(JSON.treeToValue(definition.content(), Requester.class), byToken, definition, findings);
                } catch (JsonProcessingException e) {
                    findings.add(definition.at(e.getOriginalMessage()));
                }
            }
        }
        if (!findings.isEmpty()) {
            throw new DefinitionException(findings);
        }
        return byToken;
    }

    private static void add(Requester requester, Map<String, Requester> byToken, Definition definition, List<Finding> findings) {
        if (byToken.values().stream().anyMatch(other -> other.id().equals(requester.id()))) {
            findings.add(definition.at("the id " + requester.id() + " is that of another requester", "id"));
        }
        Requester other = byToken.putIfAbsent(requester.tokenSha256(), requester);
        if (other != null) {
            findings.add(definition.at("the token is that of " + other.id() + " too", "tokenSha256"));
        }
    }

    /** Whether a file came, went or changed since they were read. */
    boolean changed() {
        return !look(files()).equals(seen);
    }

    private Resource[] files() {
        try {
            Resource[] files = resources.getResources(pattern);
            Arrays.sort(files, Comparator.comparing(Resource::getFilename));
            return files;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String look(Resource[] files) {
        StringBuilder look = new StringBuilder();
        try {
            for (Resource file : files) {
                look.append(file.getFilename()).append(' ').append(file.lastModified()).append(' ').append(file.contentLength()).append('\n');
            }
        } catch (IOException e) {
            // It went while it was looked at: the next look will tell.
            look.append('?');
        }
        return look.toString();
    }
}
