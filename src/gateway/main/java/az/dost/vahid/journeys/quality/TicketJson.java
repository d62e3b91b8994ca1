package az.dost.vahid.journeys.quality;

import az.dost.vahid.proof.record.body.RecordId;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** A ticket as its register is told of it: {@code Ticket} of {@code contracts/quality.openapi.yaml}. */
final class TicketJson {
    /** @param content what the registers say; empty members where its time is over */
    static ObjectNode of(Ticket ticket, JsonNode content) {
        About about = ticket.about();
        boolean turned = ticket.progress().turned();
        ObjectNode json = JsonNodeFactory.instance
                .objectNode()
                .put("ticketId", ticket.id().toString())
                .put("state", ticket.progress().state().name())
                .put("openedAt", second(RecordId.time(ticket.id())))
                .put("since", second(Instant.ofEpochMilli(ticket.progress().sinceMs())))
                .put("reopened", ticket.progress().reopened())
                .put("problem", about.kind().name())
                .put("rule", about.rule());
        if (!about.fact().isEmpty()) {
            json.put("fact", about.fact()).put("field", about.field());
        }
        if (content.has("fin")) {
            json.putObject("subject").put("fin", content.path("fin").asText());
        }
        put(json, "value", content.path(turned ? "otherValue" : "value"));
        if (ticket.against() != null) {
            ObjectNode other = json.putObject("other").put("agency", ticket.against());
            put(other, "value", content.path(turned ? "value" : "otherValue"));
        }
        return json;
    }

    private static void put(ObjectNode json, String name, JsonNode value) {
        if (!value.isMissingNode()) {
            json.set(name, value);
        }
    }

    private static String second(Instant at) {
        return at.truncatedTo(ChronoUnit.SECONDS).toString();
    }

    private TicketJson() {}
}
