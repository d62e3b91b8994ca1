package az.dost.vahid.journeys.event;

import az.dost.vahid.proof.record.ActRecord;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.UUID;

/** Acts on events of the bus, and misses none: what it keeps of an event is kept with the event. */
public interface EventWitness {
    /**
     * What is to be kept, in the transaction in which the event is accepted; a repetition is none.
     *
     * @param event its id here
     * @param publisher id of the requester or agency whose it is
     * @param content the envelope; personal data
     */
    ActRecord.Change of(UUID event, String publisher, ObjectNode content);
}
