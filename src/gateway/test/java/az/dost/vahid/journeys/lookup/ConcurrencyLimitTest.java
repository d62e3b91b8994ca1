package az.dost.vahid.journeys.lookup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import az.dost.vahid.problem.ProblemCode;
import az.dost.vahid.problem.ProblemException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ConcurrencyLimitTest {
    private static final int MOST = 40;
    private static final int LEAST = 8;
    private static final long PATIENCE = TimeUnit.SECONDS.toNanos(20);
    private static final long SHORT = TimeUnit.MILLISECONDS.toNanos(400);
    private static final long IDLE = 0;
    private static final long BUSY = TimeUnit.MILLISECONDS.toNanos(50);
    private static final long LATE = TimeUnit.SECONDS.toNanos(1);
    private final ExecutorService callers = Executors.newCachedThreadPool();
    private final ConcurrencyLimit limit = new ConcurrencyLimit(LEAST, MOST);
    private long now = System.nanoTime();

    @AfterEach
    void end() {
        callers.shutdownNow();
    }

    private void fill() throws InterruptedException {
        for (int i = 0; i < limit.limit(); i++) {
            limit.enter(PATIENCE);
        }
    }

    private CompletableFuture<Void> enters(ConcurrencyLimit limit) {
        CompletableFuture<Thread> waiting = new CompletableFuture<>();
        CompletableFuture<Void> entered = CompletableFuture.runAsync(
                () -> {
                    waiting.complete(Thread.currentThread());
                    try {
                        limit.enter(PATIENCE);
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                },
                callers);
        soon().until(() ->
                entered.isDone() || waiting.isDone() && waiting.join().getState() == Thread.State.TIMED_WAITING);
        return entered;
    }

    /** Somebody waits so long that each lookup ahead is expected to cost a quarter of a second. */
    private void waitLong() throws Exception {
        fill();
        CompletableFuture<Void> slow = enters(limit);
        TimeUnit.SECONDS.sleep(2);
        limit.leave();
        slow.get(10, TimeUnit.SECONDS);
    }

    private long refused(long patience) {
        long began = System.nanoTime();
        assertThatThrownBy(() -> limit.enter(patience))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        problem -> assertThat(problem.code()).isEqualTo(ProblemCode.OVERLOADED));
        return System.nanoTime() - began;
    }

    /** All turns are taken and somebody waits, again and again. */
    private void grow(int times) {
        crowd();
        for (int i = 0; i < times; i++) {
            int before = limit.limit();
            told(IDLE, 1);
            if (limit.limit() > before) {
                soon().until(() -> limit.waiting() == 0);
                crowd();
            }
        }
    }

    private void crowd() {
        while (limit.waiting() == 0) {
            enters(limit);
        }
    }

    private static ConditionFactory soon() {
        return await().pollDelay(Duration.ZERO).pollInterval(Duration.ofMillis(2));
    }

    private void letAllIn() {
        while (limit.waiting() > 0) {
            int waiting = limit.waiting();
            limit.leave();
            soon().until(() -> limit.waiting() < waiting);
        }
    }

    private void told(long lateness, int times) {
        for (int i = 0; i < times; i++) {
            now += TimeUnit.SECONDS.toNanos(1);
            limit.late(lateness, now);
        }
    }

    @Test
    void whoever_comes_when_all_turns_are_taken_waits_until_one_ends() throws Exception {
        fill();
        CompletableFuture<Void> next = enters(limit);
        assertThat(next).isNotDone();
        limit.leave();
        assertThat(next).succeedsWithin(10, TimeUnit.SECONDS);
    }

    @Test
    void whoever_got_no_turn_in_time_is_told_that_the_gateway_is_overloaded() throws Exception {
        fill();
        assertThat(refused(SHORT)).isGreaterThanOrEqualTo(SHORT);
    }

    @Test
    void whoever_would_get_no_turn_in_time_is_told_so_at_once() throws Exception {
        waitLong();
        enters(limit);
        assertThat(refused(SHORT)).isLessThan(SHORT);
    }

    @Test
    void one_waits_even_if_others_waited_long() throws Exception {
        waitLong();
        assertThat(refused(SHORT / 4)).isGreaterThanOrEqualTo(SHORT / 4);
    }

    @Test
    void at_first_no_more_are_let_in_than_were_set() {
        assertThat(new ConcurrencyLimit(1).limit()).isEqualTo(1);
    }

    @Test
    void while_event_loops_are_busy_but_on_time_one_more_of_those_who_wait_is_let_in() throws Exception {
        fill();
        CompletableFuture<Void> next = enters(limit);
        told(BUSY, 1);
        assertThat(next).succeedsWithin(10, TimeUnit.SECONDS);
        assertThat(limit.limit()).isEqualTo(LEAST + 1);
    }

    @Test
    void while_event_loops_are_idle_half_as_many_more_are_let_in_up_to_the_most_that_was_set() throws Exception {
        grow(1);
        assertThat(limit.limit()).isBetween(LEAST * 3 / 2, LEAST * 3 / 2 + 1);
        grow(15);
        assertThat(limit.limit()).isEqualTo(MOST);
    }

    @Test
    void late_event_loops_let_the_limit_fall_by_a_tenth() throws Exception {
        grow(15);
        told(LATE, 1);
        assertThat(limit.limit()).isEqualTo(MOST * 9 / 10);
    }

    @Test
    void it_does_not_fall_below_what_keeps_the_processors_busy() throws Exception {
        grow(5);
        told(LATE, 100);
        assertThat(limit.limit()).isEqualTo(LEAST);
    }

    @Test
    void what_nobody_uses_is_lost_again() throws Exception {
        grow(5);
        letAllIn();
        int grown = limit.limit();
        for (int i = 0; i < grown; i++) {
            limit.leave();
        }
        told(IDLE, 1);
        assertThat(limit.limit()).isEqualTo(grown * 9 / 10);
        told(IDLE, 100);
        assertThat(limit.limit()).isEqualTo(LEAST);
    }

    @Test
    void what_is_in_use_is_kept_and_a_quarter_more() throws Exception {
        grow(3);
        letAllIn();
        int left = limit.limit() / 3;
        int inUse = limit.limit() - left;
        for (int i = 0; i < left; i++) {
            limit.leave();
        }
        told(IDLE, 100);
        assertThat(limit.limit()).isEqualTo(inUse * 5 / 4);
    }

    @Test
    void the_loop_that_is_latest_counts() {
        crowd();
        limit.late(LATE, now + 1);
        told(IDLE, 1);
        assertThat(limit.limit()).isEqualTo(LEAST);
    }

    @Test
    void it_changes_once_in_a_tenth_of_a_second_however_many_loops_there_are() throws Exception {
        grow(1);
        int raised = limit.limit();
        limit.late(LATE, now + TimeUnit.MILLISECONDS.toNanos(99));
        assertThat(limit.limit()).isEqualTo(raised);
    }
}
