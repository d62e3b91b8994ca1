package az.dost.vahid.connector.rollout;

import az.dost.vahid.definition.Definition;
import az.dost.vahid.definition.DefinitionException;
import az.dost.vahid.definition.DefinitionReader;
import az.dost.vahid.definition.Finding;
import az.dost.vahid.definition.Reading;
import az.dost.vahid.definition.StandingDefinitions;
import az.dost.vahid.definition.Troubles;
import az.dost.vahid.json.Json;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.core.io.Resource;

/** The file of rollouts, {@code contracts/rollout.schema.json}; none is as good as an empty one. */
public final class RolloutFile {
    private static final ObjectMapper JSON = Json.mapper();
    private final Resource file;
    private final DefinitionReader reader;

    /** @param schema {@code contracts/rollout.schema.json} */
    public RolloutFile(Resource file, Resource schema) {
        this.file = file;
        this.reader = new DefinitionReader(schema);
    }

    /**
     * By connector, in the ids' order.
     *
     * @throws DefinitionException with every error
     */
    public Map<String, Rollout> read() {
        return read(file.exists() ? List.of(file) : List.of()).strict();
    }

    /** Those in force, none without a file; with an error in it all goes on as it was. */
    Reading<Map<String, Rollout>> read(List<Resource> files) {
        Map<String, Rollout> rollouts = new TreeMap<>();
        List<Finding> findings = new ArrayList<>();
        for (Resource one : files) {
            Definition definition = reader.read(one, one.getFilename());
            findings.addAll(definition.findings());
            if (findings.isEmpty()) {
                definition.content().properties().forEach(entry -> add(definition, entry, rollouts, findings));
            }
        }
        return new Reading<>(findings.isEmpty() ? rollouts : null, findings);
    }

    /** Looks at the file from now on. @throws DefinitionException with every error */
    public StandingDefinitions<Map<String, Rollout>> standing(Troubles troubles) {
        return StandingDefinitions.of("rollouts", file, this::read, troubles);
    }

    private static void add(
            Definition definition,
            Map.Entry<String, JsonNode> entry,
            Map<String, Rollout> rollouts,
            List<Finding> findings) {
        try {
            rollouts.put(entry.getKey(), JSON.treeToValue(entry.getValue(), Rollout.class));
        } catch (JsonProcessingException e) {
            findings.add(definition.at(e.getOriginalMessage(), entry.getKey()));
        }
    }
}
