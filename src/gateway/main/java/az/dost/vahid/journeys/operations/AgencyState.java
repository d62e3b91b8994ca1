package az.dost.vahid.journeys.operations;

import az.dost.vahid.sources.agency.call.AnswerTally.Counts;
import az.dost.vahid.sources.agency.call.AnswerTimes;
import java.util.Collection;

/** How an agency is, the worst first; as the contract names it. */
enum AgencyState {
    DOWN,
    FAILING,
    SLOW,
    LATE,
    SWITCHED_OFF,
    FEW_QUESTIONS,
    QUIET,
    UP;

    static final double SHARE = 0.95;
    /**
     * Of fewer questions neither a share nor a percentile says anything: one late answer after a quiet night would look
     * like a failure. Nor do they say that all is well. The alert VahidAgencyFails has the same.
     */
    static final long LEAST_ASKED = 10;
    /** Nobody notices that an agency answers in less, however short its deadline is. */
    static final long LEAST_SLOW_MS = 100;

    private static final String OPEN = "OPEN";

    /**
     * What is known of an agency.
     *
     * @param counts of the last minutes
     * @param breakers state of its breaker at each gateway
     * @param off whether operators have switched it off
     * @param late whether its files are older than its connector allows
     * @param timeoutMs its own deadline
     */
    record Known(Counts counts, Collection<String> breakers, boolean off, boolean late, int timeoutMs) {}

    static AgencyState of(Known known) {
        Counts counts = known.counts();
        if (known.off()) {
            return SWITCHED_OFF;
        }
        boolean open = !known.breakers().isEmpty() && known.breakers().stream().allMatch(OPEN::equals);
        if (open || counts.asked() > 0 && counts.answered() == 0) {
            return DOWN;
        }
        if (counts.asked() >= LEAST_ASKED && counts.answered() < counts.asked() * SHARE) {
            return FAILING;
        }
        if (counts.asked() >= LEAST_ASKED && slow(AnswerTimes.within(counts.times(), SHARE), known.timeoutMs())) {
            return SLOW;
        }
        if (known.late()) {
            return LATE;
        }
        return counts.asked() == 0 ? QUIET : counts.asked() < LEAST_ASKED ? FEW_QUESTIONS : UP;
    }

    /** Whether lookups waited for it in vain, or long, however few they were. */
    static boolean holdsUp(Counts counts, int timeoutMs) {
        return counts.answered() < counts.asked() * SHARE || slow(AnswerTimes.within(counts.times(), SHARE), timeoutMs);
    }

    private static boolean slow(long ms, int timeoutMs) {
        return ms > LEAST_SLOW_MS && ms * 2 > timeoutMs;
    }
}
