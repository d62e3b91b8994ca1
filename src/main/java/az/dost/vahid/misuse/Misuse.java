package az.dost.vahid.misuse;

import az.dost.vahid.access.Requester;
import az.dost.vahid.misuse.Sighting.Kind;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Judges lookups by the rules, while they happen. What a lookup waits for is in memory: the windows of the counting rules.
 * The database learns of it a moment later, and other gateways from there.
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
    private final Neighbours near = new Neighbours(512);
    private final Colleagues colleagues = new Colleagues();
    private final Journal journal;
    private final Hits hits;

    Misuse(RuleBook book, Journal journal, Hits hits, Clock clock) {
        this.book = book;
        this.journal = journal;
        this.hits = hits;
        this.clock = clock;
        simple = Stream.of(Behaviour.values()).collect(Collectors.toMap(Function.identity(), book::of));
        counters = book.counting().stream().filter(rule -> !rule.behaviour().ofRequester()).map(Counter::new).toList();
        systems = book.counting().stream().filter(rule -> rule.behaviour().ofRequester()).map(Counter::new).toList();
        all = Stream.concat(counters.stream(), systems.stream()).toList();
        journal.feed(this::count);
    }

    /**
     * To be asked before any agency is.
     *
     * @param fin       of the citizen; only its distance to the one before is looked at, and only here
     * @param person    the FIN's keyed hash
     * @param guarded   whether the citizen is a protected person
     */
    public Ruling judge(Requester requester, String official, String service, String caseRef, String fin, String person, boolean guarded) {
        Sighting seen = new Sighting(clock.millis(), Kind.LOOKUP, requester.id(), official, caseRef, person);
        saw(seen);
        if (neighbours.close(seen.who(), fin)) {
            saw(seen.as(Kind.NEIGHBOUR));
        }
        if (near.close(seen.requester(), fin)) {
            count(seen.as(Kind.NEAR));
        }
        Ruling ruling = new Ruling(false, 0);
        for (Counter counter : all) {
            if (counter.exceeded(seen)) {
                ruling = broken(ruling, counter.rule, seen, service);
            }
        }
        ruling = simple(ruling, Behaviour.OUT_OF_HOURS, !simple.get(Behaviour.OUT_OF_HOURS).isEmpty() && !book.hours().at(seen.at()), seen, service);
        return about(ruling, requester, official, seen, service, guarded);
    }

    /**
     * The same for one of many lookups that were granted together and are audited as one act: how many there are, and when, says
     * nothing; about whom each is still does.
     */
    public Ruling judgeGranted(Requester requester, String official, String service, String caseRef, String person, boolean guarded) {
        Sighting seen = new Sighting(clock.millis(), Kind.LOOKUP, requester.id(), official, caseRef, person);
        return about(new Ruling(false, 0), requester, official, seen, service, guarded);
    }

    private Ruling about(Ruling before, Requester requester, String official, Sighting seen, String service, boolean guarded) {
        Ruling ruling = simple(before, Behaviour.OWN_RECORD, colleagues.self(requester, official, seen.person()), seen, service);
        ruling = simple(ruling, Behaviour.COLLEAGUE, colleagues.colleague(requester, official, seen.person()), seen, service);
        return simple(ruling, Behaviour.PROTECTED_PERSON, guarded, seen, service);
    }

    /** To be told when no register knew the citizen. */
    public void unknown(Requester requester, String official, String service, String caseRef, String person) {
        Sighting seen = new Sighting(clock.millis(), Kind.UNKNOWN, requester.id(), official, caseRef, person);
        saw(seen);
        all.stream().filter(counter -> counter.rule.behaviour().counts(Kind.UNKNOWN) && counter.exceeded(seen))
                .forEach(counter -> hits.add(counter.rule, seen, service));
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
        count(seen);
        journal.add(seen);
    }

    /** What an official does who is blocked is not counted for its system: one cannot have all the others blocked too. */
    private void count(Sighting seen) {
        counters.forEach(counter -> counter.add(seen));
        if (counters.stream().noneMatch(counter -> counter.rule.action() == Action.BLOCK && counter.exceeded(seen))) {
            systems.forEach(counter -> counter.add(seen));
        }
    }
}
