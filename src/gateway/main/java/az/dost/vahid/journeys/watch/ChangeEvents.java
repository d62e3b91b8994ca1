package az.dost.vahid.journeys.watch;

import az.dost.vahid.connector.Connector;
import az.dost.vahid.journeys.event.AgencyEvents;
import az.dost.vahid.problem.ProblemException;
import az.dost.vahid.proof.record.ActRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Publishes a change in the agency's name; one that does not fit the event's schema is logged by its field, and not
 * told.
 */
final class ChangeEvents {
    private static final Logger LOG = LoggerFactory.getLogger(ChangeEvents.class);
    private final AgencyEvents events;

    ChangeEvents(AgencyEvents events) {
        this.events = events;
    }

    /**
     * @param id of the event; with another one's nothing is published
     * @param alongside in the same transaction; when it finds nothing to change nothing is published either
     * @return false when it cannot be told at all
     * @throws ProblemException one that passes: it may be told later
     */
    boolean tell(String agency, Connector.Change change, String id, SeenFact fact, ActRecord.Change alongside) {
        try {
            events.publish(agency, id, change.type(), fact.asOf(), fact.fin(), fact.data(), alongside);
            return true;
        } catch (ProblemException e) {
            if (e.code().passes()) {
                throw e;
            }
            LOG.warn(
                    "A change of {} at {} cannot be told as {}: {} {}",
                    change.fact(),
                    agency,
                    change.type(),
                    e.code(),
                    e.field());
            return false;
        }
    }
}
