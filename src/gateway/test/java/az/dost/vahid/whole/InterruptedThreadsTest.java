package az.dost.vahid.whole;

import static org.assertj.core.api.Assertions.assertThat;

import az.dost.vahid.job.Job;
import az.dost.vahid.job.Jobs;
import az.dost.vahid.mock.population.Personas;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.awaitility.Awaitility;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each thread in which a running gateway does something by itself is interrupted, wherever it is: it goes on. What an
 * {@link Error} or a hang comes to RoundsTest and StoppedWriterTest show.
 */
class InterruptedThreadsTest {
    private static final RunningVahid VAHID = RunningVahid.get();
    private static final Duration LONGEST = Duration.ofSeconds(30);

    /** Jobs that have a thread of their name; those of routes are Camel's. */
    static List<String> threads() {
        return VAHID.bean(Jobs.class).all().stream()
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

    private static Job job(String name) {
        return VAHID.bean(Jobs.class).of(name, null);
    }

    /** Where turns come by themselves, one that ended well since; of the record's writer, an entry that was written. */
    private static void goesOn(String name) {
        long before = System.nanoTime();
        Awaitility.await(name).atMost(LONGEST).until(() -> {
            VAHID.clerk().ask(Personas.MARTYRS_WIDOW.fin());
            return job(name).failures() == 0
                    && job(name).age() * 1e9 < System.nanoTime() - before
                    && thread(name).isPresent();
        });
    }

    @ParameterizedTest
    @MethodSource("threads")
    void one_that_is_interrupted_goes_on(String name) {
        thread(name).orElseThrow().interrupt();
        goesOn(name);
    }

    @ParameterizedTest
    @MethodSource("found")
    void the_threads_that_matter_are_among_them(String name) {
        assertThat(threads()).contains(name);
    }

    static List<String> found() {
        return List.of("record-writer", "lease-keeper", "member", "look-at-database", "look-at-broker");
    }
}
