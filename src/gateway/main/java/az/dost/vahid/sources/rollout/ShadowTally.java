package az.dost.vahid.sources.rollout;

import az.dost.vahid.answer.SourceAnswer;
import az.dost.vahid.answer.Unmappable;
import com.fasterxml.jackson.databind.JsonNode;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/** How answers in the shadow compare with those that were used: counts by fact and field, no value. */
final class ShadowTally {
    private final MeterRegistry meters;
    private final Map<String, Map<String, LongAdder>> counts = new ConcurrentHashMap<>();

    ShadowTally(MeterRegistry meters) {
        this.meters = meters;
    }

    void count(SourceAnswer shadow, List<SourceAnswer> used, List<String> facts) {
        add(shadow.agency(), "answers", shadow.verdict().name());
        shadow.unmappable().stream()
                .map(Unmappable::fact)
                .filter(facts::contains)
                .distinct()
                .forEach(fact -> add(shadow.agency(), fact, "UNMAPPABLE"));
        if (!shadow.verdict().spoke()) {
            return;
        }
        for (String fact : facts) {
            JsonNode mine = shadow.facts().get(fact);
            List<JsonNode> theirs = used.stream()
                    .map(answer -> answer.facts().get(fact))
                    .filter(value -> value != null)
                    .toList();
            if (mine != null && theirs.isEmpty()) {
                add(shadow.agency(), fact, "ONLY_SHADOW");
            } else if (mine != null && theirs.contains(mine)) {
                add(shadow.agency(), fact, "SAME");
            } else if (mine != null) {
                differing(shadow.agency(), fact, mine, theirs);
            }
        }
    }

    /** By field where the fact is a record: a list differs as a whole. */
    private void differing(String agency, String fact, JsonNode mine, List<JsonNode> theirs) {
        if (!mine.isObject()) {
            add(agency, fact, "DIFFERENT");
            return;
        }
        mine.properties().forEach(field -> {
            List<JsonNode> others = theirs.stream()
                    .map(other -> other.get(field.getKey()))
                    .filter(value -> value != null)
                    .toList();
            add(
                    agency,
                    fact + "." + field.getKey(),
                    others.isEmpty() ? "ONLY_SHADOW" : others.contains(field.getValue()) ? "SAME" : "DIFFERENT");
        });
    }

    private void add(String agency, String what, String outcome) {
        counts.computeIfAbsent(agency, any -> new ConcurrentHashMap<>())
                .computeIfAbsent(what + " " + outcome, any -> new LongAdder())
                .increment();
        meters.counter("vahid.shadow", "agency", agency, "what", what, "outcome", outcome)
                .increment();
    }

    /** Counts since the start, by what was compared and how it compared. */
    Map<String, Long> of(String agency) {
        Map<String, Long> sums = new TreeMap<>();
        counts.getOrDefault(agency, Map.of()).forEach((what, count) -> sums.put(what, count.sum()));
        return sums;
    }
}
