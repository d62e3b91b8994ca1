package az.dost.vahid.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import az.dost.vahid.definition.Troubles;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.slf4j.LoggerFactory;

/** A job that goes wrong is told by its name, with its cause, and goes on. */
class RoundsTest {
    private static final Duration SHORT = Duration.ofMillis(1);
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final AtomicLong now = new AtomicLong();
    private final Jobs jobs = new Jobs(meters, now::get);
    private final Logger logger = (Logger) LoggerFactory.getLogger(Job.class);
    private final ListAppender<ILoggingEvent> logged = new ListAppender<>();

    @BeforeEach
    void listen() {
        logged.start();
        logger.addAppender(logged);
    }

    @AfterEach
    void listenNoMore() {
        logger.detachAppender(logged);
    }

    private List<String> lines() {
        return logged.list.stream().map(ILoggingEvent::getFormattedMessage).toList();
    }

    @TestFactory
    List<DynamicTest> no_turn_is_the_last_one_whatever_it_throws() {
        List<Throwable> thrown = List.of(
                new IllegalStateException("a fault"),
                new IOException("a file"),
                new NoClassDefFoundError("az/dost/Lost"),
                new StackOverflowError(),
                new OutOfMemoryError("played"),
                new InterruptedException("by somebody"));
        return thrown.stream()
                .map(one -> DynamicTest.dynamicTest(one.getClass().getSimpleName(), () -> {
                    AtomicInteger turns = new AtomicInteger();
                    try (Rounds rounds = Rounds.start(jobs.of("job-" + one, SHORT), Duration.ZERO, () -> {
                        if (turns.incrementAndGet() < 3) {
                            RoundsTest.<RuntimeException>sneak(one);
                        }
                    })) {
                        await().until(() -> turns.get() > 3);
                    }
                    assertThat(lines())
                            .anyMatch(line -> line.startsWith("job-" + one + " failed and will be tried again in 0 s: "
                                    + one.getClass().getSimpleName()));
                }))
                .toList();
    }

    @SuppressWarnings("unchecked")
    private static <T extends Throwable> void sneak(Throwable thrown) throws T {
        throw (T) thrown;
    }

    @Test
    void an_interruption_of_its_thread_ends_no_job() {
        AtomicInteger turns = new AtomicInteger();
        try (Rounds rounds = Rounds.start(jobs.of("interrupted", SHORT), Duration.ZERO, () -> {
            turns.incrementAndGet();
            Thread.currentThread().interrupt();
        })) {
            await().until(() -> turns.get() > 5);
        }
    }

    @Test
    void its_thread_has_its_name() throws Exception {
        CountDownLatch named = new CountDownLatch(1);
        try (Rounds rounds = Rounds.start(jobs.of("by-this-name", SHORT), Duration.ZERO, () -> {
            if (Thread.currentThread().getName().equals("by-this-name")) {
                named.countDown();
            }
        })) {
            named.await();
        }
        assertThat(named.getCount()).isZero();
    }

    private static final Duration HOUR = Duration.ofHours(1);

    @Test
    void one_that_is_woken_takes_its_turn_at_once() {
        AtomicInteger turns = new AtomicInteger();
        try (Rounds rounds = Rounds.start("woken", Duration.ZERO, turns::incrementAndGet, () -> HOUR, Duration.ZERO)) {
            await().until(() -> turns.get() == 1);
            rounds.wake();
            await().until(() -> turns.get() == 2);
        }
    }

    @Test
    void one_that_is_woken_in_the_middle_of_a_turn_takes_another() throws Exception {
        AtomicInteger turns = new AtomicInteger();
        CountDownLatch under = new CountDownLatch(1);
        CountDownLatch on = new CountDownLatch(1);
        try (Rounds rounds = Rounds.start(jobs.of("middle", HOUR), Duration.ZERO, () -> {
            if (turns.incrementAndGet() == 1) {
                under.countDown();
                on.await();
            }
        })) {
            under.await();
            rounds.wake();
            rounds.wake();
            on.countDown();
            await().until(() -> turns.get() == 2);
            await().during(Duration.ofMillis(200)).until(() -> turns.get() == 2);
        }
    }

    @Test
    void however_often_one_is_woken_a_turn_comes_no_sooner_than_its_shortest_pause() {
        AtomicInteger turns = new AtomicInteger();
        long began = System.nanoTime();
        try (Rounds rounds =
                Rounds.start("often", Duration.ZERO, turns::incrementAndGet, () -> HOUR, Duration.ofMillis(100))) {
            await().pollInterval(Duration.ofMillis(1)).until(() -> {
                rounds.wake();
                return turns.get() >= 5;
            });
            assertThat(Duration.ofNanos(System.nanoTime() - began)).isGreaterThan(Duration.ofMillis(400));
        }
    }

    @Test
    void who_is_woken_by_many_at_once_has_one_chain_of_turns() throws Exception {
        AtomicInteger turns = new AtomicInteger();
        try (Rounds rounds = Rounds.start("many", Duration.ZERO, turns::incrementAndGet, () -> HOUR, Duration.ZERO)) {
            Thread[] callers = new Thread[4];
            for (int i = 0; i < callers.length; i++) {
                callers[i] = new Thread(() -> {
                    for (int n = 0; n < 2000; n++) {
                        rounds.wake();
                    }
                });
                callers[i].start();
            }
            for (Thread caller : callers) {
                caller.join();
            }
            AtomicInteger last = new AtomicInteger(-1);
            await().until(() -> last.getAndSet(turns.get()) == turns.get());
            int before = turns.get();
            rounds.wake();
            await().until(() -> turns.get() == before + 1);
            await().during(Duration.ofMillis(200)).until(() -> turns.get() == before + 1);
        }
    }

    @Test
    void a_fault_is_one_line_the_first_time_and_then_one_a_minute_with_how_often() {
        Job job = jobs.of("job", Duration.ofSeconds(10));
        for (int i = 0; i < 13; i++) {
            job.failed(new IllegalStateException("no room"));
            now.addAndGet(Duration.ofSeconds(10).toNanos());
        }
        job.succeeded();
        assertThat(lines())
                .containsExactly(
                        "job failed and will be tried again in 10 s: IllegalStateException: no room",
                        "job failed and will be tried again in 10 s: IllegalStateException: no room; 7 times in a row",
                        "job failed and will be tried again in 10 s: IllegalStateException: no room; 13 times in a row",
                        "job goes on, after 13 turns that failed");
    }

    @Test
    void a_databases_fault_is_told_by_its_state_and_without_the_values_of_a_row() {
        Job job = jobs.of("job", SHORT);
        job.failed(new IllegalStateException(
                "It was not kept",
                new SQLException(
                        "ERROR: duplicate key value\n  Detail: Key (person)=(1ABCDE2) already exists.", "23505")));
        assertThat(lines())
                .singleElement()
                .asString()
                .endsWith("IllegalStateException: It was not kept < SQLException 23505: ERROR: duplicate key value");
    }

    @Test
    void metrics_say_how_late_the_next_good_turn_is_and_how_many_failed() {
        Job job = jobs.of("job", Duration.ofSeconds(10));
        now.addAndGet(Duration.ofSeconds(102).toNanos());
        job.failed(new IllegalStateException());
        assertThat(meters.get("vahid.job.late").tag("what", "job").gauge().value())
                .isEqualTo(42);
        assertThat(meters.get("vahid.job.failing").tag("what", "job").gauge().value())
                .isEqualTo(1);
        job.succeeded();
        assertThat(meters.get("vahid.job.late").tag("what", "job").gauge().value())
                .isZero();
        assertThat(meters.get("vahid.job.failing").tag("what", "job").gauge().value())
                .isZero();
        assertThat(meters.get("vahid.job.failed")
                        .tag("what", "job")
                        .functionCounter()
                        .count())
                .isEqualTo(1);
    }

    @Test
    void the_health_names_a_job_that_fails_and_one_that_hangs() {
        Job fails = jobs.of("fails", Duration.ofSeconds(10));
        jobs.of("hangs", Duration.ofSeconds(10));
        jobs.of("comes as it comes", null);
        assertThat(jobs.health().getStatus().getCode()).isEqualTo("UP");
        fails.failed(new IllegalStateException("no room"));
        assertThat(jobs.health().getStatus()).isEqualTo(Troubles.WARNING);
        assertThat(jobs.health().getDetails()).containsOnlyKeys("fails");
        fails.succeeded();
        now.addAndGet(Duration.ofSeconds(61).toNanos());
        fails.succeeded();
        assertThat(jobs.health().getDetails()).containsOnlyKeys("hangs");
    }

    @Test
    void one_that_hangs_is_a_line_once_a_minute() {
        jobs.of("hangs", Duration.ofSeconds(10));
        jobs.of("comes as it comes", null);
        Job over = jobs.of("is over", null);
        over.begins();
        over.succeeded();
        for (int i = 0; i < 18; i++) {
            jobs.tellLate();
            now.addAndGet(Duration.ofSeconds(10).toNanos());
        }
        assertThat(lines())
                .containsExactly(
                        "hangs has had no turn that ended well for 70 s: it hangs, or gets none",
                        "hangs has had no turn that ended well for 130 s: it hangs, or gets none");
    }

    @Test
    void a_turn_that_comes_as_it_comes_and_does_not_end_is_told_too() {
        jobs.of("shared among gateways", null).begins();
        now.addAndGet(Duration.ofMinutes(15).toNanos());
        jobs.tellLate();
        assertThat(jobs.health().getStatus().getCode()).isEqualTo("UP");
        now.addAndGet(Duration.ofMinutes(1).toNanos());
        jobs.tellLate();
        assertThat(lines())
                .containsExactly("shared among gateways has been at one turn for 960 s: it hangs, or has much to do");
        assertThat(jobs.health().getDetails()).containsOnlyKeys("shared among gateways");
    }

    @Test
    void a_heart_that_stops_is_told_once() {
        AtomicInteger ends = new AtomicInteger();
        Heart heart = new Heart(name -> ends.incrementAndGet());
        assertThat(heart.beats()).isTrue();
        heart.stopped("record-writer", new StackOverflowError());
        heart.stopped("record-writer", null);
        assertThat(heart.beats()).isFalse();
        assertThat(ends).hasValue(1);
    }
}
