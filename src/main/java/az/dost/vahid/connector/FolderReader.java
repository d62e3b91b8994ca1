package az.dost.vahid.connector;

import az.dost.vahid.definition.Definition;
import az.dost.vahid.definition.DefinitionReader;
import az.dost.vahid.definition.Finding;
import az.dost.vahid.definition.Nearest;
import az.dost.vahid.normalise.Mapping;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.schibsted.spt.data.jslt.JsltException;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.springframework.core.io.Resource;

/** Reads one connector's descriptor and mapping and finds everything that keeps the gateway from using them. */
public final class FolderReader {
    private static final ObjectMapper JSON = new ObjectMapper().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.READ_UNKNOWN_ENUM_VALUES_AS_NULL);
    private final DefinitionReader reader;
    private final Set<String> knownFacts;

    /**
     * What was found in a folder; usable when there are no findings.
     *
     * @param connector null when the descriptor is too wrong to be read
     * @param mapping   null when there is none that compiles
     */
    public record Reading(Definition definition, Connector connector, Mapping mapping, List<Finding> findings) { }

    /** @param schema {@code contracts/connector.schema.json} */
    public FolderReader(Resource schema, CanonicalFacts facts) {
        this.reader = new DefinitionReader(schema);
        this.knownFacts = facts.names();
    }

    /**
     * Never throws for what the files say.
     *
     * @param descriptor the resource {@code connector.yaml}
     * @param folder     the folder's path as a person would type it; its last name must be the connector's id
     */
    public Reading read(Resource descriptor, String folder) {
        Definition definition = reader.read(descriptor, folder + "/connector.yaml");
        List<Finding> findings = new ArrayList<>(definition.findings());
        Connector connector = definition.content() == null ? null : connector(definition, findings);
        Mapping mapping = null;
        if (connector != null) {
            check(definition, connector, descriptor, folder, findings);
            mapping = connector.mapping() == null ? null : mapping(definition, connector, descriptor, folder, findings);
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

    private void check(Definition definition, Connector connector, Resource descriptor, String folder, List<Finding> findings) {
        if (connector.id() != null && !("/" + folder).endsWith("/" + connector.id())) {
            findings.add(definition.at("the id must be the folder's name", "id"));
        }
        for (int i = 0; i < connector.facts().size(); i++) {
            checkFact(definition, connector.facts().get(i), findings, "facts", i);
        }
        for (int i = 0; i < connector.confirms().size(); i++) {
            checkFact(definition, connector.confirms().get(i), findings, "confirms", i);
        }
        if (connector.call() != null && connector.call().request() != null && !exists(descriptor, connector.call().request())) {
            findings.add(definition.at("the folder has no file " + connector.call().request(), "call", "request"));
        }
    }

    private void checkFact(Definition definition, String fact, List<Finding> findings, Object... path) {
        if (!knownFacts.contains(fact)) {
            findings.add(definition.suggesting("no fact is called " + fact + " (contracts/dossier.schema.json lists them)",
                    Nearest.of(fact, knownFacts), path));
        }
    }

    private static Mapping mapping(Definition definition, Connector connector, Resource descriptor, String folder,
            List<Finding> findings) {
        if (!exists(descriptor, connector.mapping())) {
            findings.add(definition.at("the folder has no file " + connector.mapping(), "mapping"));
            return null;
        }
        String file = folder + "/" + connector.mapping();
        try {
            return Mapping.compile(new StringReader(descriptor.createRelative(connector.mapping())
                    .getContentAsString(StandardCharsets.UTF_8)), file);
        } catch (JsltException e) {
            findings.add(new Finding(file, Math.max(0, e.getLine()), Math.max(0, e.getColumn()),
                    e.getMessageWithoutLocation().lines().findFirst().orElse("is not JSLT"), null));
        } catch (IOException e) {
            findings.add(new Finding(file, 0, "cannot be read"));
        }
        return null;
    }

    private static boolean exists(Resource descriptor, String file) {
        try {
            return descriptor.createRelative(file).exists();
        } catch (IOException e) {
            return false;
        }
    }
}
