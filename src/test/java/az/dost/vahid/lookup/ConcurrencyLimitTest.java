package az.dost.vahid.lookup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import az.dost.vahid.problem.ProblemCode;
import az.dost.vahid.problem.ProblemException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ConcurrencyLimitTest {
    private static final int MOST = 1000;
    private static final long PATIENCE = TimeUnit.SECONDS.toNanos(20);
    private static final long SHORT = TimeUnit.MILLISECONDS.toNanos(400);
    private static final long IDLE = 0;
    private static final long BUSY = TimeUnit.MILLISECONDS.toNanos(50);
    private static final long LATE = TimeUnit.SECONDS.toNanos(1);
    private final ExecutorService callers = Executors.newCachedThreadPool();
    private final ConcurrencyLimit limit = new ConcurrencyLimit(MOST);
    private long now = System.nanoTime();
    private int least;

    @BeforeEach
    void fall() {
        told(LATE, 100);
        least = limit.limit();
    }

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
        CompletableFuture<Void> entered = CompletableFuture.runAsync(() -> {
            waiting.complete(Thread.currentThread());
            try {
                limit.enter(PATIENCE);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }, callers);
        await().until(() -> entered.isDone() || waiting.isDone() && waiting.join().getState() == Thread.State.TIMED_WAITING);
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
                .isInstanceOfSatisfying(ProblemException.class, problem -> assertThat(problem.code()).isEqualTo(ProblemCode.OVERLOADED));
        return System.nanoTime() - began;
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
    void at_first_as_many_are_let_in_as_was_set() {
        assertThat(new ConcurrencyLimit(MOST).limit()).isEqualTo(MOST);
    }

    @Test
    void while_event_loops_are_busy_but_on_time_one_more_of_those_who_wait_is_let_in() throws Exception {
        fill();
        CompletableFuture<Void> next = enters(limit);
        told(BUSY, 1);
        assertThat(next).succeedsWithin(10, TimeUnit.SECONDS);
        assertThat(limit.limit()).isEqualTo(least + 1);
    }

    @Test
    void where_nobody_waits_a_busy_machine_gets_no_more() {
        told(BUSY, 100);
        assertThat(limit.limit()).isEqualTo(least);
    }

    @Test
    void an_idle_machine_soon_takes_as_many_as_was_set() {
        told(IDLE, 1);
        assertThat(limit.limit()).isGreaterThanOrEqualTo(least * 3 / 2);
        told(IDLE, 15);
        assertThat(limit.limit()).isEqualTo(MOST);
    }

    @Test
    void late_event_loops_let_the_limit_fall_but_not_below_what_keeps_the_processors_busy() {
        told(IDLE, 15);
        told(LATE, 1);
        assertThat(limit.limit()).isEqualTo(MOST * 9 / 10);
        told(LATE, 100);
        assertThat(limit.limit()).isEqualTo(least).isGreaterThanOrEqualTo(8);
    }

    @Test
    void the_loop_that_is_latest_counts() {
        limit.late(LATE, now + 1);
        told(IDLE, 1);
        assertThat(limit.limit()).isEqualTo(least);
    }

    @Test
    void it_changes_once_in_a_tenth_of_a_second_however_many_loops_there_are() {
        told(IDLE, 1);
        int raised = limit.limit();
        limit.late(IDLE, now + TimeUnit.MILLISECONDS.toNanos(99));
        assertThat(limit.limit()).isEqualTo(raised);
    }
}
