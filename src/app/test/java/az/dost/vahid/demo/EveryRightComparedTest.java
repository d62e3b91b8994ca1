package az.dost.vahid.demo;

import static org.assertj.core.api.Assertions.assertThat;

import az.dost.vahid.mock.register.ComputedPopulation;
import az.dost.vahid.rights.ComparedPeople;
import az.dost.vahid.rights.MadeUpPeople;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every right of computed people, condition by condition, beside a second evaluator ({@link ComparedPeople}). */
class EveryRightComparedTest {
    private static final LocalDate DAY = LocalDate.of(2026, 12, 1);
    private static final int RIGHTS = 11;
    private static final int AT_A_TIME = 1_000;
    private static final long SEED = 808;

    private final ComputedPopulation numbers = new ComputedPopulation(ComputedPopulation.DEFAULT_SIZE);

    @TempDir
    private Path folder;

    private ComparedPeople compared(Path own) {
        return new ComparedPeople(own, MadeUpPeople.here().orElseThrow(), numbers::number, DAY);
    }

    private static void alike(ComparedPeople compared) {
        assertThat(compared.differences().stream().limit(5)).isEmpty();
    }

    @Test
    void some_hundreds_have_the_same_rights_by_both() throws Exception {
        ComparedPeople compared = compared(folder);
        compared.compare(
                new Random(SEED).ints(500, 0, numbers.size()).distinct().toArray());
        alike(compared);
        assertThat(compared.outcomes().keySet()).containsExactlyInAnyOrder("ENTITLED", "NOT_ENTITLED", "UNDECIDED");
    }

    /** As many as some minutes allow, ten where {@code second.minutes} says no other, by the same lot each time. */
    @Test
    @Tag("endurance")
    void as_many_as_some_minutes_allow_have_the_same_rights_by_both() throws Exception {
        long until = System.nanoTime()
                + Duration.ofMinutes(Long.getLong("second.minutes", 10)).toNanos();
        int[] lot = lot();
        int threads = Runtime.getRuntime().availableProcessors();
        ExecutorService all = Executors.newFixedThreadPool(threads);
        Map<String, Integer> outcomes = new TreeMap<>();
        int people = 0;
        try {
            ClassLoader program = Thread.currentThread().getContextClassLoader();
            for (Future<ComparedPeople> one : IntStream.range(0, threads)
                    .mapToObj(thread -> all.submit(() -> {
                        Thread.currentThread().setContextClassLoader(program);
                        return share(lot, thread, threads, until);
                    }))
                    .toList()) {
                alike(one.get());
                one.get().outcomes().forEach((outcome, times) -> outcomes.merge(outcome, times, Integer::sum));
            }
        } finally {
            all.shutdownNow();
        }
        people = outcomes.values().stream().mapToInt(Integer::intValue).sum() / RIGHTS;
        System.out.println("Second evaluator: " + people + " of " + numbers.size() + " computed people, " + RIGHTS
                + " rights each, no difference: " + outcomes);
        assertThat(people).isGreaterThan(AT_A_TIME);
    }

    private ComparedPeople share(int[] lot, int thread, int threads, long until) throws Exception {
        ComparedPeople compared = compared(Files.createDirectories(folder.resolve("thread-" + thread)));
        for (int from = thread * AT_A_TIME;
                from < lot.length && System.nanoTime() < until;
                from += threads * AT_A_TIME) {
            compared.compare(IntStream.range(from, Math.min(from + AT_A_TIME, lot.length))
                    .map(i -> lot[i])
                    .toArray());
        }
        return compared;
    }

    /** Everybody, in an order that goes by the seed. */
    private int[] lot() {
        int[] lot = IntStream.range(0, numbers.size()).toArray();
        Random random = new Random(SEED);
        for (int i = lot.length - 1; i > 0; i--) {
            int at = random.nextInt(i + 1);
            int drawn = lot[at];
            lot[at] = lot[i];
            lot[i] = drawn;
        }
        return lot;
    }
}
