package az.dost.vahid.journeys.event;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which events one subscriber gets and how, as {@code subscription.schema.json} has it.
 *
 * @param gives fields of data by event type
 * @param where values of which a field must have one
 * @param expiresAfter ISO 8601 duration
 */
record Subscription(
        String id,
        String subscriber,
        String legalBasis,
        Map<String, Set<String>> gives,
        Map<String, List<String>> where,
        List<String> republishes,
        String retry,
        String expiresAfter,
        int consumers,
        Channel deliver) {
    /** Where events go; all but one kind's members are null. */
    record Channel(String webhook, String queue, String certificate, String folder) {
        /** End of the names of the route templates for it. */
        String kind() {
            return webhook != null ? "webhook" : queue != null ? "queue" : "folder";
        }
    }

    Subscription {
        where = where == null ? Map.of() : where;
    }

    Duration expiry() {
        return Duration.parse(expiresAfter);
    }

    /** Whether the subscriber is to have it; never what it published itself. */
    boolean wants(Event event) {
        return gives.containsKey(event.type())
                && !event.publisher().equals(subscriber)
                && where.entrySet().stream()
                        .allMatch(filter -> filter.getValue()
                                .contains(event.content()
                                        .path("data")
                                        .path(filter.getKey())
                                        .asText()));
    }

    /**
     * The event with the fields given and no others, and its id here.
     *
     * @param now the same subscription as it stands now: what it does not give any more is given by no older version
     *     either
     */
    ObjectNode minimised(Event event, Subscription now) {
        Set<String> still = now.gives.getOrDefault(event.type(), Set.of());
        ObjectNode content = JsonNodeFactory.instance.objectNode();
        for (String attribute : List.of("specversion", "id", "source", "type", "time")) {
            content.set(attribute, event.content().get(attribute));
        }
        content.put("datacontenttype", "application/json")
                .put("vahidid", event.id().toString());
        ObjectNode data = content.putObject("data");
        for (Map.Entry<String, JsonNode> field : event.content().path("data").properties()) {
            if (gives.get(event.type()).contains(field.getKey()) && still.contains(field.getKey())) {
                data.set(field.getKey(), field.getValue());
            }
        }
        return content;
    }
}
