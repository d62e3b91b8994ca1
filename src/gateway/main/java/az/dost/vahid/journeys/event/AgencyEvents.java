package az.dost.vahid.journeys.event;

import az.dost.vahid.proof.record.ActRecord;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;

/** Publishes events in the name of agencies that cannot publish any themselves. */
public final class AgencyEvents {
    private final EventReader reader;
    private final EventStore events;

    AgencyEvents(EventReader reader, EventStore events) {
        this.reader = reader;
        this.events = events;
    }

    /**
     * Publishes an event, durable when this returns; a repetition with the same members changes nothing.
     *
     * @param id of the agency's event; no personal data
     * @param time when the agency's register had it
     * @param data fields beside the citizen; null values are left out
     * @param alongside in the same transaction; when it finds nothing to change there is no event either
     * @throws az.dost.vahid.problem.ProblemException when it is not one that the contract knows; OVERLOADED
     */
    public void publish(
            String agency,
            String id,
            String type,
            Instant time,
            String fin,
            Map<String, String> data,
            ActRecord.Change alongside) {
        ObjectNode event = JsonNodeFactory.instance
                .objectNode()
                .put("specversion", "1.0")
                .put("id", id)
                .put("source", "urn:dost:publisher:" + agency)
                .put("type", type)
                .put("time", time.toString());
        ObjectNode fields = event.putObject("data").put("fin", fin);
        data.forEach((field, value) -> {
            if (value != null) {
                fields.put(field, value);
            }
        });
        events.keep(agency, reader.read(event.toString().getBytes(StandardCharsets.UTF_8)), alongside);
    }
}
