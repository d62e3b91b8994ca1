package az.dost.vahid.sources.agency.call;

import az.dost.vahid.answer.Reason;
import az.dost.vahid.answer.SourceAnswer;
import az.dost.vahid.answer.Verdict;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** How long one agency took, by what came of it. Each timer is looked up once: a lookup has twenty sources. */
final class SourceTimes {
    private static final Duration[] BOUNDS = {
        Duration.ofMillis(25),
        Duration.ofMillis(50),
        Duration.ofMillis(100),
        Duration.ofMillis(250),
        Duration.ofMillis(500),
        Duration.ofSeconds(1),
        Duration.ofSeconds(2),
        Duration.ofSeconds(3),
        Duration.ofSeconds(5),
        Duration.ofSeconds(20)
    };
    private final String agency;
    private final MeterRegistry meters;
    private final AnswerTally.Agency tally;
    /**
     * By verdict and reason, the last one for none; two threads that make the same one get the same from the registry.
     */
    private final Timer[][] timers = new Timer[Verdict.values().length][Reason.values().length + 1];

    SourceTimes(String agency, MeterRegistry meters, AnswerTally.Agency tally) {
        this.agency = agency;
        this.meters = meters;
        this.tally = tally;
    }

    @SuppressWarnings("EnumOrdinal") // The table is made for the verdicts and reasons that there are.
    void record(SourceAnswer answer) {
        tally.add(answer);
        Timer[] its = timers[answer.verdict().ordinal()];
        int reason = answer.reason() == null ? its.length - 1 : answer.reason().ordinal();
        if (its[reason] == null) {
            its[reason] = Timer.builder("vahid.source")
                    .description("How long an agency took, from admission to the verdict")
                    .serviceLevelObjectives(BOUNDS)
                    .tags(
                            "agency",
                            agency,
                            "verdict",
                            answer.verdict().name(),
                            "reason",
                            answer.reason() == null ? "NONE" : answer.reason().name())
                    .register(meters);
        }
        its[reason].record(answer.elapsedMs(), TimeUnit.MILLISECONDS);
    }
}
