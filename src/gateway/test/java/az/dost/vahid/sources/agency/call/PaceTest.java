package az.dost.vahid.sources.agency.call;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** Who waits for a place in an agency's rate, and who does not. */
class PaceTest {
    private static Pace pace(int rate) {
        return new Pace(rate, all -> all, () -> {});
    }

    private static int taken(Pace pace) {
        int taken = 0;
        for (; pace.free(); taken++) {
            pace.spend();
        }
        return taken;
    }

    @Test
    void what_can_wait_gets_the_rate_and_no_more() throws InterruptedException {
        Pace pace = pace(200);
        taken(pace);
        long start = System.nanoTime();
        int taken = 0;
        while (System.nanoTime() - start < 1_000_000_000L) {
            taken += taken(pace);
            Thread.sleep(5);
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        assertThat(taken).isLessThanOrEqualTo((int) (200 * seconds) + 2).isPositive();
    }

    @Test
    void what_somebody_waits_for_is_taken_out_of_the_share_of_what_can_wait() {
        Pace pace = pace(1);
        taken(pace);
        pace.spend();
        pace.spend();
        // One call is owed at most: a place is free again after it and one more are made up for.
        long start = System.nanoTime();
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .pollInterval(Duration.ofMillis(20))
                .until(pace::free);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThan(Duration.ofMillis(1200));
    }

    @Test
    void however_much_somebody_waits_for_what_can_wait_is_not_put_off_for_long() {
        Pace pace = pace(1000);
        for (int call = 0; call < 1_000_000; call++) {
            pace.spend();
        }
        Awaitility.await().atMost(Duration.ofSeconds(10)).until(pace::free);
    }
}
