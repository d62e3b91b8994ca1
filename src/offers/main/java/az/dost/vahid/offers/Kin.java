package az.dost.vahid.offers;

import az.dost.vahid.proof.record.ActRecord;
import az.dost.vahid.proof.record.body.RecordId;
import az.dost.vahid.signature.key.PersonHash;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** The closest kin of an event's person, of whom each is looked at next. */
final class Kin {
    private static final Set<String> SPOKE = Set.of("ANSWERED", "NO_RECORD");
    private final Intents intents;
    private final PersonHash persons;

    Kin(Intents intents, PersonHash persons) {
        this.intents = intents;
        this.persons = persons;
    }

    /**
     * The spouse, living children and parents that registers name.
     *
     * @param dossier of the event's person
     * @return personal numbers; empty where a register was not heard: then there may be others
     */
    static Optional<Set<String>> in(JsonNode dossier) {
        JsonNode sources = dossier.path("sources");
        if (sources.isEmpty()
                || sources.valueStream()
                        .anyMatch(
                                source -> !SPOKE.contains(source.path("verdict").asText())
                                        || !source.path("unmappable").isEmpty())) {
            return Optional.empty();
        }
        JsonNode family = dossier.at("/facts/family/value");
        Set<String> kin = new TreeSet<>();
        Stream.of(
                        Stream.of(family.at("/spouse/fin")),
                        family.path("children")
                                .valueStream()
                                .filter(child -> !child.has("diedOn"))
                                .map(child -> child.path("fin")),
                        family.path("parents").valueStream().map(parent -> parent.path("fin")))
                .flatMap(found -> found)
                .filter(JsonNode::isTextual)
                .forEach(fin -> kin.add(fin.textValue()));
        return Optional.of(kin);
    }

    /** To be kept in a transaction: each of them is to be looked at, once for the event. */
    ActRecord.Change keeping(Intent sought, Set<String> kin) {
        List<ActRecord.Change> changes = new ArrayList<>();
        for (String fin : kin) {
            changes.add(intents.keeping(
                    new Intent(
                            RecordId.next(),
                            sought.event(),
                            sought.right(),
                            persons.of(fin),
                            sought.about(),
                            Intent.content(sought.data(), fin)),
                    Intent.State.WAITING));
        }
        return connection -> {
            for (ActRecord.Change change : changes) {
                change.make(connection);
            }
            return true;
        };
    }
}
