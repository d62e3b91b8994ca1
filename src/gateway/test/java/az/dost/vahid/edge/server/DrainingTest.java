package az.dost.vahid.edge.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A gateway that is told to stop serves on for a while, then refuses, and waits for what is under way. */
@Timeout(60)
class DrainingTest {
    private static final int LONG = 3600;
    private final AtomicInteger inProgress = new AtomicInteger();

    private Draining draining(int seconds, int longestSeconds) {
        Draining draining = new Draining(new DrainSettings(seconds, longestSeconds), inProgress::get);
        draining.start();
        return draining;
    }

    @Test
    void until_it_is_told_to_stop_it_serves() {
        Draining draining = draining(LONG, LONG);
        assertThat(draining.isRunning()).isTrue();
        assertThat(draining.leaves()).isFalse();
        assertThat(draining.refuses()).isFalse();
    }

    @Test
    void it_serves_on_while_the_balancer_looks() {
        Draining draining = draining(LONG, LONG);
        Thread stop = new Thread(draining::stop);
        stop.setDaemon(true);
        stop.start();
        Awaitility.await().until(draining::leaves);
        assertThat(draining.refuses()).isFalse();
        stop.interrupt();
    }

    @Test
    void then_it_refuses_and_waits_for_those_under_way() {
        inProgress.set(1);
        Draining draining = draining(0, LONG);
        CompletableFuture<Void> stop = CompletableFuture.runAsync(draining::stop, task -> new Thread(task).start());
        Awaitility.await().until(draining::refuses);
        assertThat(stop).isNotDone();
        inProgress.set(0);
        assertThat(stop).succeedsWithin(Duration.ofSeconds(30));
    }

    @Test
    void who_does_not_end_is_not_waited_for_without_end() {
        inProgress.set(1);
        draining(0, 1).stop();
        assertThat(inProgress).hasValue(1);
    }

    @Test
    void it_is_the_first_to_stop() {
        assertThat(draining(0, 0).getPhase()).isEqualTo(Integer.MAX_VALUE);
    }
}
