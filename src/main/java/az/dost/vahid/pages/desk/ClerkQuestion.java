package az.dost.vahid.pages.desk;

import az.dost.vahid.json.Json;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * What a clerk asks. It has a FIN, so it is nowhere but in the session, and there no longer than until it is answered.
 *
 * @param channel by which the citizen came; blank where he was not asked
 */
record ClerkQuestion(String fin, String service, String caseRef, String channel) {
    private static final ObjectMapper JSON = Json.strict();

    /** A body of {@code POST /v1/dossiers}. */
    ObjectNode body(String official) {
        ObjectNode body = JSON.createObjectNode();
        body.putObject("subject").put("fin", fin);
        body.put("service", service).put("caseRef", caseRef).put("official", official);
        if (!channel.isEmpty()) {
            body.put("channel", channel);
        }
        return body;
    }

    /** As a session keeps it. */
    String kept() {
        return JSON.createObjectNode().put("fin", fin).put("service", service).put("caseRef", caseRef).put("channel", channel).toString();
    }

    static ClerkQuestion of(String kept) {
        try {
            var read = JSON.readTree(kept);
            return new ClerkQuestion(read.path("fin").asText(), read.path("service").asText(), read.path("caseRef").asText(), read.path("channel").asText());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A question in a session cannot be read", e);
        }
    }

    /** Without whom it is about. */
    @Override
    public String toString() {
        return service + " " + caseRef;
    }
}
