package az.dost.vahid.job;

import az.dost.vahid.problem.StartException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A neighbour without which a start cannot go on, and which may come late: it is waited for, and that is told. */
public final class Arrival {
    private static final Logger LOG = LoggerFactory.getLogger(Arrival.class);
    private static final long LOOK_MS = 1000;
    private static final long LINE_NANOS = TimeUnit.SECONDS.toNanos(10);

    /**
     * Returns once it is there. A line in the log says for whom and why at the beginning, every ten seconds, and at the
     * end.
     *
     * @param who such as "the database of spring.datasource.url"
     * @param patience how long it is waited for; with zero it is looked for once
     * @param lacking one look: why it is not there, in one line, or empty
     * @throws StartException when it has not come, with {@link StartException#NOT_YET}; and whatever a look throws,
     *     which is nothing to be waited for
     */
    public static void await(String who, Duration patience, Supplier<Optional<String>> lacking) {
        long begun = System.nanoTime();
        long line = begun - LINE_NANOS;
        for (String why = lacking.get().orElse(null);
                why != null;
                why = lacking.get().orElse(null)) {
            long now = System.nanoTime();
            if (now - begun >= patience.toNanos()) {
                throw StartException.notYet(sentence(who) + " " + why);
            }
            if (now - line >= LINE_NANOS) {
                LOG.warn("This start waits for {}, for {} s by now: it {}", who, seconds(now - begun), why);
                line = now;
            }
            pause(who, why);
        }
        if (System.nanoTime() - begun >= TimeUnit.MILLISECONDS.toNanos(LOOK_MS)) {
            LOG.info("{} is there after {} s", sentence(who), seconds(System.nanoTime() - begun));
        }
    }

    private static void pause(String who, String why) {
        try {
            Thread.sleep(LOOK_MS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw StartException.notYet(sentence(who) + " " + why);
        }
    }

    private static String sentence(String who) {
        return Character.toUpperCase(who.charAt(0)) + who.substring(1);
    }

    private static long seconds(long nanos) {
        return TimeUnit.NANOSECONDS.toSeconds(nanos);
    }

    private Arrival() {}
}
