package az.dost.vahid.rights;

import az.dost.vahid.rights.Evaluation.Outcome;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/** What would change for people if the law did: which of two sets of rules says what of each of them on one day. */
final class Simulation {
    private final SortedMap<String, Rule> rules = new TreeMap<>();
    private final Map<String, Set<String>> asked = new TreeMap<>();
    private final LocalDate day;

    /** The law of one day in both sets; null where a set has none. */
    private record Rule(RightVersion before, RightVersion after) {}

    /** @param day in Azerbaijan */
    Simulation(Collection<Right> before, Collection<Right> after, LocalDate day, Vocabulary vocabulary) {
        this.day = day;
        Map<String, RightVersion> was = versions(before);
        Map<String, RightVersion> is = versions(after);
        Set<String> codes = new TreeSet<>(was.keySet());
        codes.addAll(is.keySet());
        codes.forEach(code -> rules.put(code, new Rule(was.get(code), is.get(code))));
        Stream.concat(before.stream(), after.stream())
                .forEach(right -> right.asks(vocabulary).forEach(this::ask));
        Group.READS.forEach(place -> ask(place.split("[.]")[0], Set.of()));
    }

    private Map<String, RightVersion> versions(Collection<Right> rights) {
        Map<String, RightVersion> versions = new TreeMap<>();
        rights.forEach(right -> versions.put(right.code(), right.on(day).orElse(null)));
        return versions;
    }

    private void ask(String fact, Set<String> fields) {
        asked.merge(fact, fields, (one, other) -> {
            Set<String> both = new HashSet<>(one);
            both.addAll(other);
            return one.isEmpty() || other.isEmpty() ? Set.of() : both;
        });
    }

    /** What both sets of rules ask, and by what people are told apart, as {@link Right#asks} has it. */
    Map<String, Set<String>> asked() {
        return asked;
    }

    LocalDate day() {
        return day;
    }

    /** Codes of all rights, of which each person counts once. */
    Set<String> rights() {
        return rules.keySet();
    }

    /** Whether what a change pays is known: an amount a month, in every set of rules that it is seen by. */
    boolean paid(String right, Change change) {
        Rule rule = rules.get(right);
        return change.money()
                && (change == Change.GAINED || Answers.paidMonthly(rule.before))
                && (change == Change.LOST || Answers.paidMonthly(rule.after));
    }

    /** Counts one person. */
    void count(DossierFacts facts, Counts counts) {
        List<Group> groups = Group.of(facts, day);
        counts.person(groups);
        Answers answers = new Answers(facts, day);
        rules.forEach((right, rule) -> {
            Outcome before = answers.outcome(rule.before);
            Outcome after = answers.outcome(rule.after);
            BigDecimal was = before == Outcome.ENTITLED ? answers.monthly(rule.before) : null;
            BigDecimal is = after == Outcome.ENTITLED ? answers.monthly(rule.after) : null;
            counts.change(right, Change.of(before, was, after, is), groups, Math.abs(qapik(is) - qapik(was)));
        });
    }

    private static long qapik(BigDecimal azn) {
        return azn == null ? 0 : azn.unscaledValue().longValueExact();
    }
}
