package az.dost.vahid.journeys.quality;

import az.dost.vahid.proof.record.body.RecordId;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.List;

/** A ticket as if a lookup had seen two registers disagree, for tests of modules above. */
public final class PlantedTicket {
    /** @param person keyed hash of the FIN */
    public static void open(Tickets tickets, String person, String fact, String field, String agency, String other) {
        About about = new About(About.Kind.CONFLICT, fact, field, agency, other, "PREFER_NEWEST");
        Ticket ticket = new Ticket(
                RecordId.next(),
                tickets.matter(about, person),
                person,
                about,
                List.of(fact),
                RecordId.next(),
                Progress.begun(System.currentTimeMillis()));
        if (!tickets.open(ticket, JsonNodeFactory.instance.objectNode())) {
            throw new AssertionError("There is such a ticket");
        }
    }

    private PlantedTicket() {}
}
