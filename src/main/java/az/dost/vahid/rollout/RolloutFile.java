package az.dost.vahid.rollout;

import az.dost.vahid.definition.Definition;
import az.dost.vahid.definition.DefinitionException;
import az.dost.vahid.definition.DefinitionReader;
import az.dost.vahid.definition.Finding;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.core.io.Resource;

/** The file of rollouts, {@code contracts/rollout.schema.json}; none is as good as an empty one. */
public final class RolloutFile {
    private static final ObjectMapper JSON = new ObjectMapper();
    private final Resource file;
    private final DefinitionReader reader;
    private String seen;

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
        seen = look();
        Map<String, Rollout> rollouts = new TreeMap<>();
        if (!file.exists()) {
            return rollouts;
        }
        Definition definition = reader.read(file, file.getFilename());
        List<Finding> findings = new ArrayList<>(definition.findings());
        if (findings.isEmpty()) {
            definition.content().fields().forEachRemaining(entry -> add(definition, entry, rollouts, findings));
        }
        if (!findings.isEmpty()) {
            throw new DefinitionException(findings);
        }
        return rollouts;
    }

    private static void add(Definition definition, Map.Entry<String, JsonNode> entry, Map<String, Rollout> rollouts, List<Finding> findings) {
        try {
            rollouts.put(entry.getKey(), JSON.treeToValue(entry.getValue(), Rollout.class));
        } catch (JsonProcessingException e) {
            findings.add(definition.at(e.getOriginalMessage(), entry.getKey()));
        }
    }

    boolean changed() {
        return !look().equals(seen);
    }

    private String look() {
        try {
            return file.lastModified() + " " + file.contentLength();
        } catch (IOException e) {
            return "none";
        }
    }
}
