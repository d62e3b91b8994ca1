package az.dost.vahid.journeys.admission;

import az.dost.vahid.definition.ReleasedDefinition;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A partner who came in by himself. What he may do is what {@code requester.schema.json} and
 * {@code subscription.schema.json} have for files.
 *
 * @param id of the requester that he is
 * @param content {@code requester} without its certificates; {@code keys}, each a certificate, and until when it
 *     counts; {@code events} with the fields of each type that he may get; {@code legalBasis}; {@code subscription}
 *     where he has one; {@code keyAdded} and {@code keyEnded}, when that was last
 * @param step the entry of the chain that tells of his state
 */
record Admitted(String id, UUID application, State state, ObjectNode content, UUID step) {
    /** What he is. */
    enum State {
        /** By his own application, where all people are made up. */
        SANDBOX,
        /** By two operators. */
        RELEASED,
        ENDED
    }

    Admitted became(State next, ObjectNode with, UUID entry) {
        return new Admitted(id, application, next, with, entry);
    }

    /** With nothing that he had. */
    Admitted ended(UUID entry) {
        return became(State.ENDED, content.objectNode(), entry);
    }

    /** In the order of its columns. */
    Object[] row() {
        return new Object[] {id, application, state.name(), content.toString(), step};
    }

    /** Those that count at a moment. */
    List<JsonNode> keys(Instant at) {
        List<JsonNode> keys = new ArrayList<>();
        content.path("keys").forEach(key -> {
            if (!key.has("until") || Instant.parse(key.path("until").asText()).isAfter(at)) {
                keys.add(key);
            }
        });
        return keys;
    }

    /** As the file of a requester would have it; empty where there is nothing any more that it could be known by. */
    Optional<ReleasedDefinition> requester(Instant at) {
        ObjectNode requester = ((ObjectNode) content.path("requester")).deepCopy();
        List<JsonNode> keys = keys(at);
        if (!keys.isEmpty()) {
            ArrayNode certificates = requester.putArray("certificates");
            keys.forEach(key -> certificates.add(key.path("certificate")));
        }
        return state == State.ENDED || keys.isEmpty() && !requester.has("tokenSha256") && !requester.has("clients")
                ? Optional.empty()
                : Optional.of(new ReleasedDefinition(id + " (released)", requester.toString()));
    }

    /** As the file of a subscription would have it; empty where he has none. */
    Optional<ReleasedDefinition> subscription() {
        return state == State.ENDED || !content.has("subscription")
                ? Optional.empty()
                : Optional.of(subscription(content.path("subscription")));
    }

    /**
     * The same of one that he asks for; of his keys he is told by each.
     *
     * @param wanted its {@code gives} and its {@code webhook}
     */
    ReleasedDefinition subscription(JsonNode wanted) {
        ObjectNode file = content.objectNode()
                .put("id", subscriptionId())
                .put("subscriber", id)
                .put("legalBasis", content.path("legalBasis").asText());
        ObjectNode gives = file.putObject("gives");
        gives.setAll((ObjectNode) wanted.path("gives"));
        ArrayNode ofKeys = gives.putArray(KeyNews.TYPE);
        KeyNews.FIELDS.forEach(ofKeys::add);
        file.putObject("deliver").set("webhook", wanted.path("webhook"));
        return new ReleasedDefinition(subscriptionId() + " (released)", file.toString());
    }

    String subscriptionId() {
        return "partner-" + id;
    }
}
