package az.dost.vahid.sources.combine;

import az.dost.vahid.answer.SourceAnswer;
import az.dost.vahid.answer.Verdict;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/** Makes one set of facts out of many answers: a winner for each fact, every disagreement kept. */
public final class Combiner {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final String IDENTITY = "identity";
    private static final String BIRTH = "birthDate";
    private final CombineRules rules;

    public Combiner(CombineRules rules) {
        this.rules = rules;
    }

    /**
     * The answers without records of before the person's birth, whose day the register has that is believed most about
     * it.
     *
     * @param facts that were asked for; an answer of which nothing is left is refused where it is for one of them
     */
    public List<SourceAnswer> plausible(List<SourceAnswer> answers, Collection<String> facts) {
        return answers.stream()
                .filter(answer -> answer.facts().path(IDENTITY).hasNonNull(BIRTH))
                .min(rules.of(IDENTITY).byRank())
                .map(answer -> LocalDate.parse(
                        answer.facts().path(IDENTITY).path(BIRTH).textValue()))
                .map(birth -> answers.stream()
                        .map(answer -> plausible(answer, birth).askedFor(facts))
                        .toList())
                .orElse(answers);
    }

    private SourceAnswer plausible(SourceAnswer answer, LocalDate birth) {
        SourceAnswer left = answer;
        for (Chronology rule : rules.notBeforeBirth()) {
            if (left.facts().has(rule.fact())) {
                left = rule.believed(left, birth);
            }
        }
        return left;
    }

    /**
     * The answers without what follows from silence alone, of agencies whose silence about this person means nothing.
     */
    public List<SourceAnswer> heard(List<SourceAnswer> answers, Silence silence) {
        return answers.stream()
                .map(answer -> silence.counts(answer.agency()) ? answer : withoutConclusions(answer))
                .toList();
    }

    private SourceAnswer withoutConclusions(SourceAnswer answer) {
        SourceAnswer left = answer;
        for (Conclusion conclusion : rules.concluded()) {
            left = conclusion.takenOutOf(left);
        }
        return left;
    }

    /**
     * @param needed facts in the order in which they are to appear; facts that nobody gave are left out. Whether the
     *     person lives is found, and disputed, whether it is needed or not
     * @param answers in any order
     * @param silence what it means that an agency answered without a fact
     */
    public CombinedFacts combine(Collection<String> needed, List<SourceAnswer> answers, Silence silence) {
        ObjectNode facts = NODES.objectNode();
        Conflicts conflicts = new Conflicts(rules.texts());
        List<SourceAnswer> sorted = answers.stream()
                .sorted(Comparator.comparing(SourceAnswer::agency))
                .toList();
        List<String> wanted = new ArrayList<>(needed);
        if (!wanted.contains(Subject.DEATH)) {
            wanted.add(Subject.DEATH);
        }
        wanted.forEach(fact -> {
            ObjectNode entry = entry(rules.of(fact), sorted, silence, conflicts);
            if (entry != null) {
                facts.set(fact, entry);
            }
        });
        if (silence.citizenshipDisputed() && needed.containsAll(List.of(IDENTITY, Silence.PERMIT))) {
            conflicts.across(rules.of(IDENTITY), "citizenship", Silence.PERMIT, sorted);
        }
        Subject subject =
                Subject.of(facts.get(Subject.DEATH), deathDoubted(sorted, silence), sorted, rules.of(IDENTITY));
        if (!needed.contains(Subject.DEATH)) {
            facts.remove(Subject.DEATH);
        }
        return new CombinedFacts(facts, conflicts.list(), subject);
    }

    /** Whether a word of a death was not believed, and none who is more believed than its source denies the death. */
    private boolean deathDoubted(List<SourceAnswer> answers, Silence silence) {
        CombineRule rule = rules.of(Subject.DEATH);
        return answers.stream()
                .filter(answer -> doubts(rule, answer))
                .min(rule.byRank())
                .map(doubted -> answers.stream()
                        .noneMatch(other -> denies(rule, other, silence)
                                && rule.rank(other.agency()) < rule.rank(doubted.agency())))
                .orElse(false);
    }

    private static boolean doubts(CombineRule rule, SourceAnswer answer) {
        return answer.unmappable().stream().anyMatch(part -> part.fact().equals(rule.fact()));
    }

    /**
     * Whether an answer about the person lacks the fact, and that counts; what was not believed of it is not its
     * silence.
     */
    private static boolean denies(CombineRule rule, SourceAnswer answer, Silence silence) {
        return rule.absenceConflicts().contains(answer.agency())
                && silence.counts(answer.agency())
                && answer.verdict() == Verdict.ANSWERED
                && !answer.facts().has(rule.fact())
                && !doubts(rule, answer);
    }

    /** Of agencies that hold a fact, at least one, the one that is believed first. */
    public String foremost(String fact, Collection<String> agencies) {
        CombineRule rule = rules.of(fact);
        return agencies.stream()
                .min(Comparator.<String>comparingInt(rule::rank).thenComparing(Comparator.naturalOrder()))
                .orElseThrow();
    }

    /** Null when nobody gave the fact, or one who is more believed denies it. */
    private static ObjectNode entry(CombineRule rule, List<SourceAnswer> sorted, Silence silence, Conflicts conflicts) {
        List<SourceAnswer> ranked = sorted.stream()
                .filter(answer -> answer.facts().has(rule.fact()))
                .sorted(rule.byRank())
                .toList();
        if (ranked.isEmpty()) {
            return null;
        }
        SourceAnswer winner = ranked.get(0);
        List<SourceAnswer> silent = rule.absenceConflicts().isEmpty()
                ? List.of()
                : sorted.stream()
                        .filter(answer -> denies(rule, answer, silence))
                        .toList();
        for (SourceAnswer denying : silent) {
            if (rule.rank(denying.agency()) < rule.rank(winner.agency())) {
                conflicts.denial(rule, denying, ranked);
                return null;
            }
        }
        ObjectNode entry = entry(rule, ranked);
        conflicts.disagreements(rule, ranked, entry.get("value"));
        silent.forEach(answer -> conflicts.silence(rule, winner, answer));
        return entry;
    }

    private static ObjectNode entry(CombineRule rule, List<SourceAnswer> ranked) {
        SourceAnswer winner = ranked.get(0);
        ObjectNode provenance = origin(winner);
        JsonNode value = winner.facts().get(rule.fact());
        if (value instanceof ObjectNode object && ranked.size() > 1) {
            ObjectNode filled = object.deepCopy();
            ObjectNode fields = NODES.objectNode();
            for (String field : rule.fill()) {
                for (SourceAnswer other : ranked) {
                    if (!filled.has(field) && other.facts().get(rule.fact()).has(field)) {
                        filled.set(field, other.facts().get(rule.fact()).get(field));
                        fields.set(field, origin(other));
                    }
                }
            }
            value = filled;
            if (!fields.isEmpty()) {
                provenance.set("fields", fields);
            }
        }
        ObjectNode entry = NODES.objectNode();
        entry.set("value", value);
        entry.set("provenance", provenance);
        return entry;
    }

    /** Who says so, when, and in what; and that it is old, wherever it stands. */
    static ObjectNode origin(SourceAnswer answer) {
        return stand(NODES.objectNode().put("source", answer.agency()), answer);
    }

    /** Adds to what a source says since when it stands by it. */
    static ObjectNode stand(ObjectNode saying, SourceAnswer answer) {
        saying.put("asOf", Instants.text(answer.asOf()))
                .put("evidence", answer.evidence().get(0).id().toString());
        return answer.verdict() == Verdict.STALE ? saying.put("stale", true) : saying;
    }
}
