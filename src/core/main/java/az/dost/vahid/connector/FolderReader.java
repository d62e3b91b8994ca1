package az.dost.vahid.connector;

import az.dost.vahid.definition.Definition;
import az.dost.vahid.definition.DefinitionReader;
import az.dost.vahid.definition.Finding;
import az.dost.vahid.definition.Nearest;
import az.dost.vahid.folder.RefusedFileException;
import az.dost.vahid.json.Json;
import az.dost.vahid.normalise.Mapping;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.schibsted.spt.data.jslt.JsltException;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.springframework.core.io.Resource;

/** Reads one connector's descriptor and mapping and finds everything that keeps the gateway from using them. */
public final class FolderReader {
    private static final ObjectMapper JSON = Json.mapper()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.READ_UNKNOWN_ENUM_VALUES_AS_NULL);
    private final DefinitionReader reader;
    private final Set<String> knownFacts;

    /**
     * What was found in a folder; usable when there are no findings.
     *
     * @param connector null when the descriptor is too wrong to be read
     * @param mapping null when there is none that compiles
     */
    public record Reading(Definition definition, Connector connector, Mapping mapping, List<Finding> findings) {}

    /** @param schema {@code contracts/connector.schema.json} */
    public FolderReader(Resource schema, CanonicalFacts facts) {
        this.reader = new DefinitionReader(schema);
        this.knownFacts = facts.names();
    }

    /**
     * Never throws for what the files say.
     *
     * @param descriptor the resource {@code connector.yaml}
     * @param folder the folder's path as a person would type it; its last name must be the connector's id
     */
    public Reading read(Resource descriptor, String folder) {
        Definition definition = reader.read(descriptor, folder + "/connector.yaml");
        List<Finding> findings = new ArrayList<>(definition.findings());
        Connector connector = null;
        Mapping mapping = null;
        if (definition.content() != null) {
            check(definition, descriptor, folder, findings);
            mapping = mapping(definition, descriptor, folder, findings);
            connector = connector(definition, findings);
        }
        return new Reading(definition, connector, mapping, findings);
    }

    private static Connector connector(Definition definition, List<Finding> findings) {
        try {
            return JSON.treeToValue(definition.content(), Connector.class);
        } catch (JsonProcessingException e) {
            if (findings.isEmpty()) {
                findings.add(definition.at(e.getOriginalMessage()));
            }
            return null;
        }
    }

    /** Looks at the content itself: what the schema finds must not hide the rest. */
    private void check(Definition definition, Resource descriptor, String folder, List<Finding> findings) {
        JsonNode content = definition.content();
        String id = content.path("id").asText();
        if (!id.isEmpty() && !("/" + folder).endsWith("/" + id)) {
            findings.add(definition.at("the id must be the folder's name", "id"));
        }
        for (String list : List.of("facts", "confirms")) {
            for (int i = 0; i < content.path(list).size(); i++) {
                checkFact(definition, content.path(list).path(i).asText(), findings, list, i);
            }
        }
        AddressRules.broken(content).forEach(mistake -> findings.add(definition.at(mistake.what(), mistake.path())));
        findings.addAll(UnconfirmedGuesses.in(definition));
        for (List<String> file : List.of(
                List.of("call", "request"),
                List.of("call", "header"),
                List.of("call", "graphql", "variables"),
                List.of("drop", "layout"))) {
            String name = content.at("/" + String.join("/", file)).asText();
            String wrong = name.isEmpty() ? null : wrong(descriptor, name);
            // Of a layout that is not there its own check tells.
            if (wrong != null && (!file.contains("layout") || exists(descriptor, name))) {
                findings.add(definition.at(wrong, file.toArray()));
            }
        }
    }

    private void checkFact(Definition definition, String fact, List<Finding> findings, Object... path) {
        if (!knownFacts.contains(fact)) {
            findings.add(definition.suggesting(
                    "no fact is called " + fact + " (contracts/dossier.schema.json lists them)",
                    Nearest.of(fact, knownFacts),
                    path));
        }
    }

    private static Mapping mapping(Definition definition, Resource descriptor, String folder, List<Finding> findings) {
        String name = definition.content().path("mapping").asText();
        String wrong = name.isEmpty() ? null : wrong(descriptor, name);
        if (wrong != null) {
            findings.add(definition.at(wrong, "mapping"));
        }
        if (name.isEmpty() || wrong != null) {
            return null;
        }
        String file = folder + "/" + name;
        try {
            return Mapping.compile(
                    new StringReader(descriptor.createRelative(name).getContentAsString(StandardCharsets.UTF_8)), file);
        } catch (JsltException e) {
            findings.add(new Finding(
                    file,
                    Math.max(0, e.getLine()),
                    Math.max(0, e.getColumn()),
                    e.getMessageWithoutLocation().lines().findFirst().orElse("is not JSLT"),
                    null));
        } catch (IOException e) {
            findings.add(new Finding(file, 0, "cannot be read"));
        }
        return null;
    }

    /** Null for a file that is there and can be read. */
    private static String wrong(Resource descriptor, String file) {
        if (!exists(descriptor, file)) {
            return "the folder has no file " + file;
        }
        try (InputStream in = descriptor.createRelative(file).getInputStream()) {
            return null;
        } catch (RefusedFileException e) {
            return file + " " + e.why();
        } catch (IOException e) {
            return file + " cannot be read";
        }
    }

    private static boolean exists(Resource descriptor, String file) {
        try {
            return descriptor.createRelative(file).exists();
        } catch (IOException e) {
            return false;
        }
    }
}
