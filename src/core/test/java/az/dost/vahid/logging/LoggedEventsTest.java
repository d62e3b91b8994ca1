package az.dost.vahid.logging;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.LoggerContext;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.Test;

/** What is logged is counted; what is not costs nothing. */
class LoggedEventsTest {
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final LoggerContext logs = new LoggerContext();
    private final LoggedEvents events = new LoggedEvents(meters, logs);

    private double errors() {
        return meters.get("logback.events").tag("level", "error").counter().count();
    }

    @Test
    void an_error_of_any_logger_is_counted_as_one() {
        logs.getLogger("some.where").error("broken");
        assertThat(errors()).isEqualTo(1);
        assertThat(meters.get("logback.events").tag("level", "warn").counter().count())
                .isZero();
    }

    @Test
    void what_its_level_keeps_out_of_the_log_is_not_counted() {
        logs.getLogger("some.where").setLevel(ch.qos.logback.classic.Level.OFF);
        logs.getLogger("some.where").error("unheard");
        assertThat(errors()).isZero();
    }

    @Test
    void nothing_is_counted_any_more_when_the_gateway_has_ended() {
        events.close();
        logs.getLogger("some.where").error("late");
        assertThat(errors()).isZero();
    }
}
