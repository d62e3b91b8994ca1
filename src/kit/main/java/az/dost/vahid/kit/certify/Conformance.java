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
import java.util.function.DoubleSupplier;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/**
 * What a connector must withstand: 1. its own samples, 2. any other citizen, 3. clocks that differ a little, 4. long
 * replies, 5. everything that an agency can do wrong, 6. load.
 */
public final class Conformance {
    private static final String ANYBODY = Rehearsal.ANYBODY;
    private static final String NOBODY = "9ZZ0ZZ0";
    private static final int ROOM = 2048;
    /** How often a line is run again. */
    private static final int AGAIN = 2;
    /** What a busy machine may be the cause of; under load all that failed is. */
    private static final Pattern LATE = Pattern.compile(
            "\\{?(?:TIMED_OUT NO_ANSWER_IN_TIME|UNAVAILABLE CONNECTION_FAILED|UNAVAILABLE BULKHEAD_FULL|UNAVAILABLE CIRCUIT_OPEN)");

    private final Stand stand;
    private final List<SampleAnswer> samples;
    private final DoubleSupplier slowness;
    private final List<Line> lines = new ArrayList<>();

    public Conformance(Stand stand, List<SampleAnswer> samples) {
        this(stand, samples, Machine::slowness);
    }

    /** @param slowness how many times as long as it should work takes on this machine now */
    Conformance(Stand stand, List<SampleAnswer> samples, DoubleSupplier slowness) {
        this.stand = stand;
        this.samples = samples;
        this.slowness = slowness;
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
        FaultLine.all(stand.connector, stand.timely).forEach(fault -> tried(() -> fault.run(stand, ANYBODY)));
        // Nothing of the faults is left.
        answered("after-faults", "The agency is well again");
        if (load.bearable(stand.connector)) {
            tried(() -> load.run(stand, ANYBODY));
        } else {
            lines.add(load.run(stand, ANYBODY));
        }
        return List.copyOf(lines);
    }

    /**
     * Runs a line. One that failed because nothing came in time, while the machine is busy, is run again; if that does
     * not help, nothing is said of the agency by it.
     */
    private void tried(Supplier<Line> line) {
        Line run = line.get();
        for (int again = 0; late(run); again++) {
            double slow = slowness.getAsDouble();
            if (slow < Machine.BUSY) {
                break;
            }
            if (again == AGAIN) {
                run = run.busy(slow);
                break;
            }
            run = line.get();
        }
        lines.add(run);
    }

    private static boolean late(Line line) {
        return line.outcome() == Outcome.FAILED && LATE.matcher(line.found()).lookingAt();
    }

    private void samples() {
        Set<String> asked = new HashSet<>();
        for (int i = 0; i < samples.size(); i++) {
            SampleAnswer sample = samples.get(i);
            String citizen = PlayedAgency.citizen(sample, i);
            // One citizen can only be told of once.
            if (asked.add(citizen)) {
                String id = "sample-" + asked.size();
                tried(() -> sample(id, sample, citizen));
            }
        }
        if (samples.stream().allMatch(sample -> sample.expected().path("facts").isEmpty())) {
            // Whatever else is right of it, nothing could ever come of it.
            lines.add(new Line(
                    "facts", "Some sample gives a fact", Outcome.FAILED, "a fact of the connector", "none does", 0));
        }
    }

    private Line sample(String id, SampleAnswer sample, String citizen) {
        long started = System.nanoTime();
        SourceAnswer answer = stand.ask(citizen);
        ObjectNode wanted = ((ObjectNode) sample.expected().deepCopy()).retain("facts", BelievedFacts.UNMAPPABLE);
        wanted.removeIf(JsonNode::isEmpty);
        // An answer of which nothing is believed is refused, and the sample says why.
        boolean spoke = answer.verdict().spoke() || wanted.has(BelievedFacts.UNMAPPABLE);
        List<Difference> differences = spoke
                ? Difference.between(wanted, said(answer)).stream()
                        .filter(difference -> !played(sample, difference))
                        .toList()
                : List.of();
        boolean passed = spoke && differences.isEmpty();
        return new Line(
                id,
                "A sample's citizen is asked about over the whole route",
                passed ? Outcome.PASSED : Outcome.FAILED,
                "the sample's facts",
                passed
                        ? told(answer)
                        : spoke ? differences.get(0).at() + " differs" + stand.refused(answer) : stand.told(answer),
                ms(started));
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
        tried(() -> asked(id, title, ANYBODY, "ANSWERED or NO_RECORD", Verdict::spoke));
    }

    private void nobody() {
        tried(() -> asked(
                "no-record",
                "A citizen is asked about of whom the view has no row",
                NOBODY,
                "NO_RECORD",
                verdict -> verdict == Verdict.NO_RECORD));
    }

    private Line asked(String id, String title, String fin, String expected, Predicate<Verdict> good) {
        long started = System.nanoTime();
        SourceAnswer answer = stand.ask(fin);
        boolean passed = good.test(answer.verdict());
        return new Line(
                id,
                title,
                passed ? Outcome.PASSED : Outcome.FAILED,
                expected,
                passed ? told(answer) : stand.told(answer),
                ms(started));
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
