package az.dost.vahid.kit.certify;

import az.dost.vahid.answer.SourceAnswer;
import az.dost.vahid.answer.Verdict;
import az.dost.vahid.check.BelievedFacts;
import az.dost.vahid.check.Difference;
import az.dost.vahid.check.rehearse.PlayedAgency;
import az.dost.vahid.check.rehearse.SampleAnswer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/**
 * What a connector must withstand: 1. its own samples, 2. any other citizen, 3. clocks that differ a little, 4. long
 * replies, 5. everything that an agency can do wrong, 6. load.
 */
public final class Conformance {
    private static final String ANYBODY = Rehearsal.ANYBODY;
    private static final String NOBODY = "9ZZ0ZZ0";
    private static final int ROOM = 2048;
    private final Stand stand;
    private final List<SampleAnswer> samples;
    private final List<Line> lines = new ArrayList<>();

    public Conformance(Stand stand, List<SampleAnswer> samples) {
        this.stand = stand;
        this.samples = samples;
    }

    public List<Line> run(LoadRun load) {
        samples();
        answered("any-citizen", "Another citizen than those of the samples is asked about");
        if (stand.agency != null) {
            clocks();
            longReply();
        } else {
            nobody();
        }
        FaultLine.all(stand.connector, stand.timely).forEach(fault -> lines.add(fault.run(stand, ANYBODY)));
        // Nothing of the faults is left.
        answered("after-faults", "The agency is well again");
        lines.add(load.run(stand, ANYBODY));
        return List.copyOf(lines);
    }

    private void samples() {
        Set<String> asked = new HashSet<>();
        for (int i = 0; i < samples.size(); i++) {
            SampleAnswer sample = samples.get(i);
            String citizen = PlayedAgency.citizen(sample, i);
            // One citizen can only be told of once.
            if (asked.add(citizen)) {
                long started = System.nanoTime();
                SourceAnswer answer = stand.ask(citizen);
                ObjectNode wanted =
                        ((ObjectNode) sample.expected().deepCopy()).retain("facts", BelievedFacts.UNMAPPABLE);
                wanted.removeIf(JsonNode::isEmpty);
                // An answer of which nothing is believed is refused, and the sample says why.
                boolean spoke = answer.verdict().spoke() || wanted.has(BelievedFacts.UNMAPPABLE);
                List<Difference> differences = spoke
                        ? Difference.between(wanted, said(answer)).stream()
                                .filter(difference -> !played(sample, difference))
                                .toList()
                        : List.of();
                boolean passed = spoke && differences.isEmpty();
                lines.add(new Line(
                        "sample-" + asked.size(),
                        "A sample's citizen is asked about over the whole route",
                        passed ? Outcome.PASSED : Outcome.FAILED,
                        "the sample's facts",
                        differences.isEmpty()
                                ? told(answer)
                                : differences.get(0).at() + " differs",
                        ms(started)));
            }
        }
    }

    private static ObjectNode said(SourceAnswer answer) {
        ObjectNode said = JsonNodeFactory.instance.objectNode();
        if (!answer.facts().isEmpty()) {
            said.set("facts", answer.facts());
        }
        BelievedFacts.tell(answer.unmappable(), said);
        return said;
    }

    /** A value that holds the sample's request id, as invented ones may, is played with that of the request. */
    private static boolean played(SampleAnswer sample, Difference difference) {
        String requestId = sample.expected().path("requestId").asText();
        return !requestId.isEmpty() && difference.expected().asText().contains(requestId);
    }

    private void answered(String id, String title) {
        long started = System.nanoTime();
        SourceAnswer answer = stand.ask(ANYBODY);
        lines.add(new Line(
                id,
                title,
                answer.verdict().spoke() ? Outcome.PASSED : Outcome.FAILED,
                "ANSWERED or NO_RECORD",
                told(answer),
                ms(started)));
    }

    private void nobody() {
        long started = System.nanoTime();
        SourceAnswer answer = stand.ask(NOBODY);
        lines.add(new Line(
                "no-record",
                "A citizen is asked about of whom the view has no row",
                answer.verdict() == Verdict.NO_RECORD ? Outcome.PASSED : Outcome.FAILED,
                "NO_RECORD",
                told(answer),
                ms(started)));
    }

    private void clocks() {
        Duration most = Duration.ofSeconds(Math.min(30, stand.connector.proof().maxAgeSeconds() / 2));
        for (Map.Entry<String, Duration> skew :
                List.of(Map.entry("behind", most.negated()), Map.entry("ahead", most))) {
            stand.agency.clock(skew.getValue());
            answered(
                    "clock-" + skew.getKey(),
                    "The agency's clock is " + most.toSeconds() + " seconds " + skew.getKey());
        }
        stand.agency.clock(Duration.ZERO);
    }

    private void longReply() {
        stand.agency.atLeast(stand.connector.maxReplyBytes() - ROOM * 4);
        answered("long-reply", "A reply is nearly as long as the connector allows");
        stand.agency.atLeast(0);
    }

    static String told(SourceAnswer answer) {
        return answer.verdict() + (answer.reason() == null ? "" : " " + answer.reason());
    }

    public static long ms(long started) {
        return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - started);
    }
}
