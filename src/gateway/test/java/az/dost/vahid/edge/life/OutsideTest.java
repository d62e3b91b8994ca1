package az.dost.vahid.edge.life;

import static org.assertj.core.api.Assertions.assertThat;

import az.dost.vahid.job.Jobs;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.slf4j.LoggerFactory;
import org.springframework.boot.health.contributor.Status;

/** What is outside is known without waiting, and its absence told now and then. */
@Timeout(60)
class OutsideTest {
    private static final Status WARNING = new Status("WARNING");
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private final AtomicLong now = new AtomicLong();
    private final AtomicBoolean there = new AtomicBoolean(true);
    private final Outside broker = new Outside("broker", this::look, WARNING, PATIENCE, now::get);
    private final ListAppender<ILoggingEvent> lines = new ListAppender<>();
    private final Logger log = (Logger) LoggerFactory.getLogger(Outside.class);

    private void look() {
        if (!there.get()) {
            throw new IllegalStateException("tcp://user:secret@broker");
        }
    }

    @BeforeEach
    void listen() {
        lines.start();
        log.addAppender(lines);
    }

    @AfterEach
    void close() {
        log.detachAppender(lines);
        broker.close();
    }

    /** A second passes, with its look. */
    private void second() {
        now.addAndGet(Duration.ofSeconds(1).toNanos());
        broker.look();
        broker.tell();
    }

    private List<String> told() {
        return lines.list.stream().map(ILoggingEvent::getFormattedMessage).toList();
    }

    private void seconds(int many) {
        for (int i = 0; i < many; i++) {
            second();
        }
    }

    @Test
    void what_answers_is_there_and_nothing_is_told_of_it() {
        seconds(100);
        assertThat(broker.there()).isTrue();
        assertThat(broker.health().getStatus()).isEqualTo(Status.UP);
        assertThat(told()).isEmpty();
    }

    @Test
    void a_look_that_fails_once_makes_nothing_away() {
        there.set(false);
        seconds(3);
        there.set(true);
        second();
        assertThat(broker.there()).isTrue();
        assertThat(told()).isEmpty();
    }

    @Test
    void what_fails_for_longer_is_away_with_its_reason_and_without_its_address() {
        there.set(false);
        seconds(6);
        assertThat(broker.there()).isFalse();
        assertThat(broker.health().getStatus()).isEqualTo(WARNING);
        assertThat(broker.health().getDetails())
                .containsEntry("awaySeconds", 6L)
                .containsEntry("because", "IllegalStateException");
        assertThat(told())
                .singleElement()
                .asString()
                .contains("The broker is away")
                .doesNotContain("secret");
    }

    @Test
    void one_that_refuses_is_told_by_what_it_refuses() {
        Outside refusing = new Outside(
                "broker",
                () -> {
                    throw new Outside.RefusedException("refuses the login of spring.artemis.user", null);
                },
                WARNING,
                Duration.ZERO,
                System::nanoTime);
        refusing.look();
        refusing.tell();
        assertThat(refusing.health().getDetails()).containsEntry("because", "refuses the login of spring.artemis.user");
        assertThat(told())
                .singleElement()
                .asString()
                .startsWith("The broker refuses the login of spring.artemis.user,");
    }

    @Test
    void ninety_seconds_away_are_three_lines() {
        there.set(false);
        seconds(90);
        there.set(true);
        second();
        assertThat(told()).hasSize(3).last().asString().isEqualTo("The broker is back");
        assertThat(broker.there()).isTrue();
    }

    @Test
    void a_look_that_hangs_makes_it_away_and_holds_nobody() {
        CountDownLatch never = new CountDownLatch(1);
        try (Outside hung = Outside.of(
                "database", never::await, Status.DOWN, Duration.ofMillis(10), Duration.ofMillis(200), Jobs.logged())) {
            assertThat(hung.there()).as("it has its time first").isTrue();
            Awaitility.await().until(() -> !hung.there());
            assertThat(hung.health().getStatus()).isEqualTo(Status.DOWN);
            assertThat(hung.health().getDetails()).containsEntry("because", "it does not answer");
        }
    }
}
