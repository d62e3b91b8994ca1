package az.dost.vahid.logging;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.LoggingEvent;
import ch.qos.logback.classic.util.LogbackMDCAdapter;
import ch.qos.logback.core.OutputStreamAppender;
import ch.qos.logback.core.spi.FilterReply;
import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** A broker that is away leaves a few lines in the log, whoever tries to reach it. */
class RepeatedLinesTest {
    private final LoggerContext logs = new LoggerContext();
    private final AtomicLong now = new AtomicLong();
    private final RepeatedLines filter = new RepeatedLines(now::get);

    private boolean written(String logger, Level level, String message, Object... parts) {
        return filter.decide(new LoggingEvent(
                        RepeatedLinesTest.class.getName(), logs.getLogger(logger), level, message, null, parts))
                != FilterReply.DENY;
    }

    private boolean attempt(int number) {
        return written(
                "org.apache.camel.component.jms.Container",
                Level.ERROR,
                "Could not refresh JMS Connection - retrying, currentAttempts={}",
                number);
    }

    @Test
    void a_line_that_differs_in_its_numbers_alone_is_written_once_a_minute() {
        assertThat(attempt(1)).isTrue();
        for (int i = 2; i < 1_000; i++) {
            assertThat(attempt(i)).isFalse();
        }
        now.addAndGet(Duration.ofSeconds(61).toNanos());
        assertThat(attempt(1_000)).isTrue();
    }

    /** Camel says of which exchange: hexadecimal. */
    @Test
    void ids_make_no_other_line() {
        assertThat(written("handler", Level.ERROR, "Failed delivery for (MessageId: A75DF5DAA1A0825-000000000000001A)"))
                .isTrue();
        assertThat(written("handler", Level.ERROR, "Failed delivery for (MessageId: B75DF5DAA1A0825-00000000000000FF)"))
                .isFalse();
        assertThat(written("handler", Level.ERROR, "Failed delivery for 6f9619ff-8b86-d011-b42d-00c04fc964ff"))
                .isTrue();
        assertThat(written("handler", Level.ERROR, "Failed delivery for 00c04fc9-abcd-beef-b42d-8b868b868b86"))
                .isFalse();
    }

    @Test
    void another_line_and_another_logger_are_written() {
        assertThat(attempt(1)).isTrue();
        assertThat(written(
                        "org.apache.camel.component.jms.Container",
                        Level.ERROR,
                        "Could not refresh JMS Connection of another queue"))
                .isTrue();
        assertThat(written(
                        "az.dost.vahid.proof.record",
                        Level.ERROR,
                        "Could not refresh JMS Connection - retrying, currentAttempts={}",
                        1))
                .isTrue();
    }

    @Test
    void what_is_no_warning_is_always_written() {
        assertThat(written("az.dost.vahid", Level.INFO, "The connector tax runs"))
                .isTrue();
        assertThat(written("az.dost.vahid", Level.INFO, "The connector tax runs"))
                .isTrue();
    }

    @Test
    void it_remembers_no_more_lines_than_it_has_room_for() {
        assertThat(attempt(1)).isTrue();
        for (int i = 0; i < 2_000; i++) {
            written("other", Level.WARN, "line " + "x".repeat(i % 250) + (char) ('a' + i / 250));
        }
        assertThat(attempt(2)).as("forgotten, so written").isTrue();
    }

    @Test
    void it_filters_what_is_written_out_until_it_is_closed() {
        logs.setMDCAdapter(new LogbackMDCAdapter());
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        OutputStreamAppender<ILoggingEvent> console = new OutputStreamAppender<>();
        console.setContext(logs);
        ch.qos.logback.classic.encoder.PatternLayoutEncoder encoder =
                new ch.qos.logback.classic.encoder.PatternLayoutEncoder();
        encoder.setContext(logs);
        encoder.setPattern("%msg%n");
        encoder.start();
        console.setEncoder(encoder);
        console.setOutputStream(out);
        console.start();
        Logger root = logs.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        root.addAppender(console);
        try (RepeatedLines lines = RepeatedLines.in(logs)) {
            root.warn("away");
            root.warn("away");
            assertThat(out.toString().lines()).hasSize(1);
            assertThat(lines.isStarted()).isTrue();
        }
        root.warn("away");
        assertThat(out.toString().lines()).hasSize(2);
    }
}
