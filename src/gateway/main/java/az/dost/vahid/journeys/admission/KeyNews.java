package az.dost.vahid.journeys.admission;

import az.dost.vahid.journeys.event.OwnEvents;
import az.dost.vahid.proof.record.ActRecord;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.UUID;

/**
 * Tells a partner of his keys at the webhook that he had before, in one transaction with what it tells of: whoever
 * brings a key by a stolen one does not do so unheard.
 */
final class KeyNews {
    /** Of {@code event.schema.json}; each subscription of a partner gives it. */
    static final String TYPE = "az.dost.partner-key.v1";

    static final List<String> FIELDS = List.of("change", "thumbprint", "othersEnd");
    private final OwnEvents events;

    KeyNews(OwnEvents events) {
        this.events = events;
    }

    /** @param before the partner as he was. @param othersEnd when the keys end that he had before, UTC */
    ActRecord.Change added(Admitted before, UUID step, String thumbprint, String othersEnd) {
        return told(
                before,
                step,
                JsonNodeFactory.instance
                        .objectNode()
                        .put("change", "ADDED")
                        .put("thumbprint", thumbprint)
                        .put("othersEnd", othersEnd));
    }

    ActRecord.Change ended(Admitted before, UUID step, String thumbprint) {
        return told(
                before,
                step,
                JsonNodeFactory.instance.objectNode().put("change", "ENDED").put("thumbprint", thumbprint));
    }

    private ActRecord.Change told(Admitted before, UUID step, ObjectNode data) {
        return before.content().has("subscription")
                ? events.within(step, before.subscriptionId(), TYPE, "partner-key-" + step, before.id(), data)
                : connection -> true;
    }
}
