package az.dost.vahid.offers;

import az.dost.vahid.journeys.event.EventWitness;
import az.dost.vahid.proof.record.ActRecord;
import az.dost.vahid.proof.record.body.RecordId;
import az.dost.vahid.rights.Rights;
import az.dost.vahid.signature.key.PersonHash;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Keeps with each event of the bus whose rights it may bring about, and whose offers it ends. */
final class RightTrigger implements EventWitness {
    private static final String DEATH = "az.dost.death.v1";
    private static final String WITHDRAWN = "az.dost.event-withdrawn.v1";
    private static final ActRecord.Change NOTHING = connection -> true;
    private final Rights rights;
    private final Intents intents;
    private final EventWithdrawals withdrawals;
    private final PersonHash persons;
    private final Duration late;

    /** @param late older events bring nothing about */
    RightTrigger(Rights rights, Intents intents, EventWithdrawals withdrawals, PersonHash persons, Duration late) {
        this.rights = rights;
        this.intents = intents;
        this.withdrawals = withdrawals;
        this.persons = persons;
        this.late = late;
    }

    @Override
    public ActRecord.Change of(UUID event, String publisher, ObjectNode content) {
        if (rights.codes().isEmpty()) {
            return NOTHING;
        }
        String type = content.path("type").textValue();
        ObjectNode data = (ObjectNode) content.path("data");
        if (type.equals(WITHDRAWN)) {
            return withdrawals.of(
                    publisher,
                    data.path("withdrawn").textValue(),
                    persons.of(data.path("fin").textValue()));
        }
        List<ActRecord.Change> changes = new ArrayList<>();
        if (type.equals(DEATH)) {
            changes.add(intents.keeping(intent(event, "", data.path("fin").textValue(), data), Intent.State.WAITING));
        }
        Intent.State state = Instant.parse(content.path("time").textValue())
                        .isBefore(Instant.now().minus(late))
                ? Intent.State.LATE
                : Intent.State.WAITING;
        for (String right : rights.on(type)) {
            for (String fin : rights.persons(right, data)) {
                changes.add(intents.keeping(intent(event, right, fin, data), state));
            }
        }
        return connection -> {
            for (ActRecord.Change change : changes) {
                change.make(connection);
            }
            return true;
        };
    }

    private Intent intent(UUID event, String right, String fin, ObjectNode data) {
        return new Intent(
                RecordId.next(),
                event,
                right,
                persons.of(fin),
                persons.of(data.path("fin").textValue()),
                Intent.content(data, fin));
    }
}
