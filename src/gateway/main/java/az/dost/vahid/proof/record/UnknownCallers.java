package az.dost.vahid.proof.record;

import az.dost.vahid.problem.ProblemException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;

/**
 * Refusals of callers whom nobody knows, by every face: the first of a minute have an entry each, and all others of one
 * code are one entry with their number. The audit chain is kept for ever, so who floods the gateway fills a few rows of
 * it.
 */
public final class UnknownCallers {
    private static final Logger LOG = LoggerFactory.getLogger(UnknownCallers.class);
    private static final long MINUTE = 60_000_000_000L;
    /** Codes are ours, and so are few; a code beyond is counted as this one. */
    private static final int MOST_CODES = 100;

    private static final String OTHERS = "OTHERS";
    private final GroupCommit commit;
    private final int alone;
    private final LongSupplier nanos;
    private final Map<String, Long> counted = new ConcurrentHashMap<>();
    private long begun;
    private int given;

    /** @param alone refusals of a minute that have an entry each */
    UnknownCallers(GroupCommit commit, int alone, LongSupplier nanos) {
        this.commit = commit;
        this.alone = alone;
        this.nanos = nanos;
        this.begun = nanos.getAsLong();
    }

    /**
     * Whether this refusal may have an entry of its own; if not, it is counted.
     *
     * @param code what the caller is told, a word of our own
     */
    boolean alone(String code) {
        if (turn()) {
            return true;
        }
        counted.merge(counted.size() < MOST_CODES || counted.containsKey(code) ? code : OTHERS, 1L, Long::sum);
        return false;
    }

    private synchronized boolean turn() {
        long now = nanos.getAsLong();
        if (now - begun >= MINUTE) {
            begun = now;
            given = 0;
        }
        return given < alone && ++given > 0;
    }

    /** Writes down what was counted since the last turn; a gateway that is killed before it forgets it. */
    public void keep() {
        for (String code : List.copyOf(counted.keySet())) {
            Long times = counted.remove(code);
            if (times != null) {
                keep(code, times);
            }
        }
    }

    private void keep(String code, long times) {
        try {
            commit.keep(Unit.of(AuditEntry.refusals(code, times), null, Map.of()));
        } catch (ProblemException | DataAccessException e) {
            // Counted again, for the next turn.
            counted.merge(code, times, Long::sum);
            LOG.warn(
                    "Refusals of unknown callers were not recorded yet: {}",
                    e.getClass().getSimpleName());
        }
    }
}
