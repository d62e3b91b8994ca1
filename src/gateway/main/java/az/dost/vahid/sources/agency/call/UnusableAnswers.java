package az.dost.vahid.sources.agency.call;

import az.dost.vahid.answer.Reason;
import az.dost.vahid.answer.SourceAnswer;
import az.dost.vahid.answer.Unmappable;
import az.dost.vahid.answer.Verdict;
import az.dost.vahid.definition.Troubles;
import az.dost.vahid.proof.member.GatewayStatus;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/**
 * Agencies of which no answer can be used, as lookups meet them: a line in the log when some in a row could not, with
 * the verdict and reason of their rows, and one when they can again. While answers come and are refused, such as after
 * a change of a contract, the health is WARNING too, for somebody has to act; an agency that is silent has its breaker.
 */
public final class UnusableAnswers implements HealthIndicator {
    private static final Logger LOG = LoggerFactory.getLogger(UnusableAnswers.class);
    private static final int IN_A_ROW = 3;
    /** Of which the agency knows nothing. */
    private static final Set<Reason> OUR_OWN = EnumSet.of(
            Reason.CIRCUIT_OPEN,
            Reason.BULKHEAD_FULL,
            Reason.SWITCHED_OFF,
            Reason.SLOWED_DOWN,
            Reason.ROW_CHANGED,
            Reason.INTERNAL);

    private final Map<String, Run> runs = new ConcurrentHashMap<>();
    /** By agency; one that was asked with success since keeps it, as its operators ask what was wrong. */
    private final Map<String, GatewayStatus.Trouble> last = new ConcurrentHashMap<>();

    /** Answers in a row that cannot be used; of the last one what it was. */
    private record Run(int answers, Instant since, boolean refused, String what) {
        private Run plus(boolean refusedNow, String whatNow) {
            return new Run(answers + 1, since, refusedNow, whatNow);
        }
    }

    void saw(SourceAnswer answer) {
        boolean lost = answer.unmappable().stream().anyMatch(Unmappable::missed);
        if (answer.verdict().spoke() && !lost) {
            Run over = runs.isEmpty() ? null : runs.remove(answer.agency());
            if (over != null && over.answers >= IN_A_ROW) {
                LOG.info(
                        "Answers of agency {} can be used again, after {} that could not",
                        answer.agency(),
                        over.answers);
            }
        } else if (!OUR_OWN.contains(answer.reason())) {
            if (!answer.verdict().spoke()) {
                last.put(
                        answer.agency(),
                        new GatewayStatus.Trouble(
                                answer.verdict().name(),
                                answer.reason() == null ? null : answer.reason().name(),
                                Instant.now().truncatedTo(ChronoUnit.SECONDS).toString()));
            }
            boolean refused =
                    lost || answer.verdict() == Verdict.REJECTED || answer.verdict() == Verdict.NOT_AUTHORISED;
            String what = what(answer);
            Run run = runs.merge(
                    answer.agency(),
                    new Run(1, Instant.now(), refused, what),
                    (before, one) -> before.plus(refused, what));
            if (run.answers == IN_A_ROW) {
                LOG.warn("Answers of agency {} cannot be used, {} in a row: {}", answer.agency(), IN_A_ROW, what);
            }
        }
    }

    /** The last answer of an agency that could not be used, for a reason of the agency's; null where there was none. */
    GatewayStatus.Trouble last(String agency) {
        return last.get(agency);
    }

    /** No value: what the agency said may be about a person. */
    private static String what(SourceAnswer answer) {
        String what = answer.verdict() + " " + answer.reason();
        if (answer.unmappable().isEmpty()) {
            return what;
        }
        Unmappable first = answer.unmappable().get(0);
        return what + " (" + first.fact() + ", " + first.rule() + ")";
    }

    @Override
    public Health health() {
        Map<String, Object> refused = new TreeMap<>();
        runs.forEach((agency, run) -> {
            if (run.refused && run.answers >= IN_A_ROW) {
                refused.put(agency, run.what + ", " + run.answers + " answers in a row since " + run.since);
            }
        });
        return refused.isEmpty()
                ? Health.up().build()
                : Health.status(Troubles.WARNING).withDetails(refused).build();
    }
}
