package az.dost.vahid.sources.agency.call;

import az.dost.vahid.answer.SourceAnswer;
import az.dost.vahid.answer.Verdict;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.atomic.LongAdder;

/**
 * How often each agency was asked through this gateway since somebody last looked. For a lookup that is an addition or
 * three in memory.
 */
public final class AnswerTally {
    private final Map<String, Agency> agencies = new ConcurrentHashMap<>();

    /**
     * What one agency came to.
     *
     * @param asked questions, also those that were not sent because its breaker was open
     * @param answered those that it answered, be it that it has no record
     * @param times of those that it answered or did not answer in time, see {@link AnswerTimes}
     */
    public record Counts(int asked, int answered, int[] times) {
        public static final Counts NONE = new Counts(0, 0, new int[0]);

        public Counts plus(Counts other) {
            return new Counts(asked + other.asked, answered + other.answered, AnswerTimes.plus(times, other.times));
        }
    }

    /** Counts of one agency. */
    static final class Agency {
        private final LongAdder asked = new LongAdder();
        private final LongAdder answered = new LongAdder();
        private final AtomicIntegerArray times = new AtomicIntegerArray(AnswerTimes.BOUNDS);

        void add(SourceAnswer answer) {
            asked.increment();
            boolean spoke = answer.verdict().spoke();
            if (spoke) {
                answered.increment();
            }
            if (spoke || answer.verdict() == Verdict.TIMED_OUT) {
                times.incrementAndGet(AnswerTimes.index(answer.elapsedMs()));
            }
        }

        private Counts take() {
            int[] taken = new int[AnswerTimes.BOUNDS];
            for (int i = 0; i < taken.length; i++) {
                taken[i] = times.getAndSet(i, 0);
            }
            return new Counts((int) asked.sumThenReset(), (int) answered.sumThenReset(), taken);
        }
    }

    Agency of(String agency) {
        return agencies.computeIfAbsent(agency, id -> new Agency());
    }

    /** Of the agencies that were asked since the last time. */
    public Map<String, Counts> take() {
        Map<String, Counts> taken = new HashMap<>();
        agencies.forEach((id, agency) -> taken.put(id, agency.take()));
        taken.values().removeIf(counts -> counts.asked() == 0);
        return taken;
    }
}
