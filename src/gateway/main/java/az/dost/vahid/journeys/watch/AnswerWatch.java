package az.dost.vahid.journeys.watch;

import az.dost.vahid.connector.Catalogue;
import az.dost.vahid.connector.Connector;
import az.dost.vahid.proof.record.body.RecordId;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Compares answers of agencies that are called with what was seen of the same citizens before, and publishes what has
 * changed. What was seen moves on in the event's own transaction, so that a change is told once; one that a crash kept
 * from being told is told after the next answer.
 */
public final class AnswerWatch {
    private final Catalogue catalogue;
    private final SeenFacts facts;
    private final SeenDigests digests;
    private final ChangeEvents events;

    AnswerWatch(Catalogue catalogue, SeenFacts facts, SeenDigests digests, ChangeEvents events) {
        this.catalogue = catalogue;
        this.facts = facts;
        this.digests = digests;
        this.events = events;
    }

    /** @param lookups the watched answers of some */
    public void compare(List<List<WatchedAnswer>> lookups) {
        Map<String, List<WatchedAnswer>> answers = lookups.stream()
                .flatMap(List::stream)
                .sorted(Comparator.comparing(WatchedAnswer::asOf))
                .collect(Collectors.groupingBy(WatchedAnswer::agency));
        answers.forEach((agency, some) -> {
            for (Connector.Change change : catalogue.folder(agency).connector().events()) {
                compare(
                        agency,
                        change,
                        some.stream()
                                .filter(one -> !one.doubted().contains(change.fact()))
                                .map(one ->
                                        facts.of(one.fin(), change, one.facts().get(change.fact()), one.asOf()))
                                .toList());
            }
        });
    }

    private void compare(String agency, Connector.Change change, List<SeenFact> answered) {
        Map<String, SeenDigests.Seen> before = digests.of(agency, change.type(), answered);
        Map<String, SeenFact> first = new HashMap<>();
        for (SeenFact fact : answered) {
            if (!before.containsKey(fact.person())) {
                first.put(fact.person(), fact);
                before.put(fact.person(), seen(fact));
            }
        }
        digests.begin(agency, change.type(), first.values());
        for (SeenFact fact : answered) {
            SeenDigests.Seen last = before.get(fact.person());
            if (changed(fact, last)) {
                tell(agency, change, fact, last.digest());
                before.put(fact.person(), seen(fact));
            }
        }
    }

    private static SeenDigests.Seen seen(SeenFact fact) {
        return new SeenDigests.Seen(fact.digest(), fact.asOf());
    }

    /** What is gone is no change, and neither is an older answer that comes later. */
    private static boolean changed(SeenFact fact, SeenDigests.Seen last) {
        return fact.data() != null
                && !fact.digest().equals(last.digest())
                && !fact.asOf().isBefore(last.asOf());
    }

    private void tell(String agency, Connector.Change change, SeenFact fact, String before) {
        if (!events.tell(
                agency,
                change,
                change.fact() + ":" + RecordId.next(),
                fact,
                connection -> SeenDigests.replace(connection, agency, change.type(), fact, before))) {
            digests.keep(agency, change.type(), List.of(fact));
        }
    }
}
