package az.dost.vahid.journeys.misuse;

import az.dost.vahid.edge.access.Requester;
import az.dost.vahid.journeys.misuse.Sighting.Kind;
import az.dost.vahid.signature.key.PersonHash;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Judges lookups by the rules, while they happen. What a lookup waits for is in memory: the windows of the counting
 * rules. The database learns of it a moment later, counts what memory may have forgotten, and other gateways learn of
 * it from there.
 */
public final class Misuse {
    private final Clock clock;
    private final RuleBook book;
    private final Map<Behaviour, List<Rule>> simple;
    private final List<Counter> counters;
    private final List<Counter> all;
    /** Those that look at whole systems. */
    private final List<Counter> systems;

    private final Neighbours neighbours = new Neighbours(16);
    private final Neighbours near = new Neighbours(2048);
    private final Colleagues colleagues = new Colleagues();
    private final Journal journal;
    private final Hits hits;
    private final PersonHash persons;

    Misuse(RuleBook book, Journal journal, Hits hits, PersonHash persons, Clock clock) {
        this.book = book;
        this.persons = persons;
        this.journal = journal;
        this.hits = hits;
        this.clock = clock;
        simple = Stream.of(Behaviour.values()).collect(Collectors.toMap(Function.identity(), book::of));
        counters = book.counting().stream()
                .filter(rule -> !rule.behaviour().ofRequester())
                .map(Counter::new)
                .toList();
        systems = book.counting().stream()
                .filter(rule -> rule.behaviour().ofRequester())
                .map(Counter::new)
                .toList();
        all = Stream.concat(counters.stream(), systems.stream()).toList();
        journal.feed(this::count, this::different);
    }

    /**
     * To be asked before any agency is.
     *
     * @param fin of the citizen; only where it lies among others is looked at, and kept as keyed hashes
     * @param person the FIN's keyed hash
     * @param guarded whether the citizen is a protected person
     */
    public Ruling judge(
            Requester requester,
            String official,
            String service,
            String caseRef,
            String fin,
            String person,
            boolean guarded) {
        Sighting seen = new Sighting(
                clock.millis(), Kind.LOOKUP, requester.id(), official, caseRef, person, Vicinity.of(fin, persons));
        saw(seen);
        Ruling ruling = new Ruling(false, 0);
        for (Counter counter : all) {
            if (exceeded(counter, seen)) {
                ruling = broken(ruling, counter.rule, seen, service);
            }
        }
        ruling = simple(
                ruling,
                Behaviour.OUT_OF_HOURS,
                !simple.get(Behaviour.OUT_OF_HOURS).isEmpty() && !book.hours().at(seen.at()),
                seen,
                service);
        return about(ruling, requester, official, seen, service, guarded);
    }

    /**
     * The same for one of many lookups that were granted together and are audited as one act: how many there are, and
     * when, says nothing; about whom each is still does.
     */
    public Ruling judgeGranted(
            Requester requester, String official, String service, String caseRef, String person, boolean guarded) {
        Sighting seen = new Sighting(clock.millis(), Kind.LOOKUP, requester.id(), official, caseRef, person, null);
        return about(new Ruling(false, 0), requester, official, seen, service, guarded);
    }

    private Ruling about(
            Ruling before, Requester requester, String official, Sighting seen, String service, boolean guarded) {
        Ruling ruling = simple(
                before, Behaviour.OWN_RECORD, colleagues.self(requester, official, seen.person()), seen, service);
        ruling = simple(
                ruling, Behaviour.COLLEAGUE, colleagues.colleague(requester, official, seen.person()), seen, service);
        return simple(ruling, Behaviour.PROTECTED_PERSON, guarded, seen, service);
    }

    /** To be told when no register knew the citizen. */
    public void unknown(Requester requester, String official, String service, String caseRef, String person) {
        Sighting seen = new Sighting(clock.millis(), Kind.UNKNOWN, requester.id(), official, caseRef, person, null);
        saw(seen);
        all.stream()
                .filter(counter -> counter.rule.behaviour().counts(Kind.UNKNOWN) && counter.exceeded(seen))
                .forEach(counter -> hits.add(counter.rule, seen, service));
    }

    /** To be told when a caller of the hot-line has failed the check questions so often that the line was closed. */
    public void failedCalls(String requester, String official, String service, String call, String person) {
        Sighting seen = new Sighting(clock.millis(), Kind.LOOKUP, requester, official, call, person, null);
        simple.get(Behaviour.FAILED_CALLS).forEach(rule -> hits.add(rule, seen, service));
    }

    private Ruling simple(Ruling ruling, Behaviour behaviour, boolean applies, Sighting seen, String service) {
        Ruling result = ruling;
        if (applies) {
            for (Rule rule : simple.get(behaviour)) {
                result = broken(result, rule, seen, service);
            }
        }
        return result;
    }

    private Ruling broken(Ruling ruling, Rule rule, Sighting seen, String service) {
        hits.add(rule, seen, service);
        return ruling.and(rule);
    }

    private void saw(Sighting seen) {
        journal.add(new Journal.Noted(seen, count(seen)));
    }

    /** Also of what other gateways saw: each comes to the same sum. Whether it was counted for its system. */
    private boolean count(Sighting seen) {
        boolean ofSystem = add(seen);
        if (seen.near() != null && seen.at() > clock.millis() - Neighbours.REMEMBERED.toMillis()) {
            if (neighbours.close(seen.who(), seen)) {
                add(seen.as(Kind.NEIGHBOUR));
            }
            if (near.close(seen.requester(), seen)) {
                add(seen.as(Kind.NEAR));
            }
        }
        return ofSystem;
    }

    /**
     * What an official does who is blocked is not counted for its system: one cannot have all the others blocked too.
     */
    private boolean add(Sighting seen) {
        counters.forEach(counter -> counter.add(seen));
        boolean ofSystem = counters.stream()
                .noneMatch(counter -> counter.rule.action() == Action.BLOCK && exceeded(counter, seen));
        if (ofSystem) {
            systems.forEach(counter -> counter.add(seen));
        }
        return ofSystem;
    }

    private boolean exceeded(Counter counter, Sighting seen) {
        return counter.exceeded(seen) || journal.exceeded(counter.rule, seen);
    }

    /**
     * The database has counted more of what differs than this memory held. It is told here only where no lookup has
     * found it.
     */
    private void different(DifferentRows.Exceeded found) {
        if (all.stream().noneMatch(counter -> counter.rule.equals(found.rule()) && counter.exceeded(found.last()))) {
            hits.add(found.rule(), found.last(), null);
        }
    }
}
