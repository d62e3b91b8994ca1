package az.dost.vahid.whole;

import static org.assertj.core.api.Assertions.assertThat;

import az.dost.vahid.job.Job;
import az.dost.vahid.job.Jobs;
import az.dost.vahid.mock.population.Personas;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/**
 * Each thread in which a running gateway does something by itself is interrupted, wherever it is: it goes on. What an
 * {@link Error} or a hang comes to RoundsTest and StoppedWriterTest show.
 */
class InterruptedThreadsTest {
    private static final RunningVahid VAHID = RunningVahid.get();
    private static final Duration LONGEST = Duration.ofSeconds(90);
    private static final Duration OFTEN = Duration.ofSeconds(10);

    /** Jobs that have a thread of their name and a turn within half a minute; those of other routes are Camel's. */
    private static List<String> threads() {
        return VAHID.bean(Jobs.class).all().stream()
                .filter(job -> job.every() == null || job.every().compareTo(OFTEN) <= 0)
                .map(Job::name)
                .filter(name -> thread(name).isPresent())
                .toList();
    }

    private static Optional<Thread> thread(String name) {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().equals(name))
                // Another gateway of this JVM may have one of the same name.
                .reduce((first, last) -> first.getId() > last.getId() ? first : last);
    }

    /** A turn that ended well since; of the record's writer, an entry that was written. */
    private static boolean goesOn(String name, long since) {
        Job job = VAHID.bean(Jobs.class).of(name, null);
        return job.failures() == 0
                && job.age() * 1e9 < System.nanoTime() - since
                && thread(name).isPresent();
    }

    @Test
    void all_that_are_interrupted_go_on() {
        List<String> threads = threads();
        assertThat(threads)
                .contains("record-writer", "lease-keeper", "member", "look-at-database", "look-at-broker", "job-watch");
        threads.forEach(name -> thread(name).orElseThrow().interrupt());
        long since = System.nanoTime();
        Awaitility.await().atMost(LONGEST).untilAsserted(() -> {
            VAHID.clerk().ask(Personas.MARTYRS_WIDOW.fin());
            assertThat(threads).allMatch(name -> goesOn(name, since));
        });
    }
}
