package az.dost.vahid.journeys.event;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.UUID;

/**
 * A published event, as it is kept.
 *
 * @param publisher id of a requester
 * @param citizen keyed hash, the message group
 * @param readAt by the same clock as publishedAt, the database's
 * @param content the envelope; personal data
 */
record Event(
        UUID id,
        String publisher,
        String type,
        String citizen,
        Instant publishedAt,
        Instant readAt,
        ObjectNode content) {
    @Override
    public String toString() {
        return "Event " + id;
    }
}
