package az.dost.vahid.journeys.citizen;

import az.dost.vahid.json.Json;
import az.dost.vahid.proof.record.Correction;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;

/** A correction as its citizen is told of it. */
final class CorrectionJson {
    private static final ObjectMapper JSON = Json.mapper();

    static ObjectNode of(Correction correction) {
        ObjectNode json = JsonNodeFactory.instance
                .objectNode()
                .put("id", correction.id().toString())
                .put("agency", correction.agency())
                .put("state", correction.state().name());
        // Absent when their time was over.
        asked(correction).properties().forEach(member -> {
            if (!member.getKey().equals("subject")) {
                json.set(member.getKey(), member.getValue());
            }
        });
        var steps = json.putArray("steps");
        correction.steps().forEach(step -> {
            ObjectNode said = steps.addObject()
                    .put("state", step.state().name())
                    .put("at", step.at().toString());
            if (step.content() != null && step.content().length > 0) {
                said.setAll((ObjectNode) read(step.content()));
            }
        });
        return json;
    }

    /** What was asked; empty when its time was over. */
    static JsonNode asked(Correction correction) {
        return correction.content() == null ? JsonNodeFactory.instance.objectNode() : read(correction.content());
    }

    private static JsonNode read(byte[] content) {
        try {
            return JSON.readTree(content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private CorrectionJson() {}
}
