package az.dost.vahid.rights;

import az.dost.vahid.rights.Evaluation.Outcome;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** What would change for people if the law did: counts by right, in which nobody is seen. */
final class Simulation {
    /** Fewer people than that are not shown. */
    static final int FEWEST = 5;
    /** Nor are fewer than that in hidden counts together: their sum follows from the others. */
    static final int FEWEST_HIDDEN = 10;

    private final Map<String, Right> before = new TreeMap<>();
    private final Map<String, Right> after = new TreeMap<>();
    private final LocalDate day;
    private final Vocabulary vocabulary;
    private final Map<String, Map<Change, Long>> counts = new TreeMap<>();
    private long people;

    /** What becomes of one person and one right; each person is one of them. */
    enum Change {
        GAINED,
        LOST,
        STILL_ENTITLED,
        /** Not entitled before, and not known after. */
        UNDECIDED,
        NOT_ENTITLED
    }

    Simulation(Collection<Right> before, Collection<Right> after, LocalDate day, Vocabulary vocabulary) {
        before.forEach(right -> this.before.put(right.code(), right));
        after.forEach(right -> this.after.put(right.code(), right));
        this.day = day;
        this.vocabulary = vocabulary;
        this.before.keySet().forEach(right -> counts.put(right, new EnumMap<>(Change.class)));
        this.after.keySet().forEach(right -> counts.put(right, new EnumMap<>(Change.class)));
    }

    void add(JsonNode dossier) {
        people++;
        DossierFacts facts = new DossierFacts(dossier, vocabulary);
        counts.forEach((right, changes) -> changes.merge(
                change(outcome(before.get(right), facts), outcome(after.get(right), facts)), 1L, Long::sum));
    }

    /** No law gives no right. */
    private Outcome outcome(Right right, DossierFacts facts) {
        return Optional.ofNullable(right)
                .flatMap(one -> Evaluation.of(one, facts, MissingNode.getInstance(), day))
                .map(Evaluation::outcome)
                .orElse(Outcome.NOT_ENTITLED);
    }

    private static Change change(Outcome before, Outcome after) {
        if (after == Outcome.ENTITLED) {
            return before == Outcome.ENTITLED ? Change.STILL_ENTITLED : Change.GAINED;
        }
        return before == Outcome.ENTITLED
                ? Change.LOST
                : after == Outcome.UNDECIDED ? Change.UNDECIDED : Change.NOT_ENTITLED;
    }

    long people() {
        return people;
    }

    /** Codes of all rights, of which each person counts once. */
    Set<String> rights() {
        return counts.keySet();
    }

    long count(String right, Change change) {
        return counts.get(right).getOrDefault(change, 0L);
    }

    /**
     * What is not shown of a right: counts of few people, and of the others, the smallest first, as many as it takes
     * that those do not follow from the number of all.
     */
    Set<Change> hidden(String right) {
        Set<Change> hidden = EnumSet.noneOf(Change.class);
        List<Change> bySize = EnumSet.allOf(Change.class).stream()
                .filter(change -> count(right, change) > 0)
                .sorted(Comparator.comparing(change -> count(right, change)))
                .toList();
        long sum = 0;
        for (Change change : bySize) {
            boolean few = count(right, change) < FEWEST;
            boolean told = !hidden.isEmpty() && (hidden.size() < 2 || sum < FEWEST_HIDDEN);
            if (few || told) {
                hidden.add(change);
                sum += count(right, change);
            }
        }
        return hidden;
    }
}
