package az.dost.vahid.credentials;

import az.dost.vahid.journeys.event.EventWitness;
import az.dost.vahid.proof.record.ActRecord;
import az.dost.vahid.signature.key.PersonHash;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.UUID;

/** Marks, with an event of the bus, the credentials of its person that it ends. */
final class EndingEvents implements EventWitness {
    private final CredentialTypes types;
    private final PersonHash persons;

    EndingEvents(CredentialTypes types, PersonHash persons) {
        this.types = types;
        this.persons = persons;
    }

    @Override
    public ActRecord.Change of(UUID event, String publisher, ObjectNode content) {
        List<String> ended = types.endedBy(content.path("type").textValue());
        if (ended.isEmpty()) {
            return connection -> true;
        }
        String person = persons.of(content.at("/data/fin").textValue());
        return connection -> {
            Credentials.end(connection, person, ended);
            return true;
        };
    }
}
