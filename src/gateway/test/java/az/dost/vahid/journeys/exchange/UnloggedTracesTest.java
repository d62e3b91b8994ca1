package az.dost.vahid.journeys.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.LoggerContext;
import io.micrometer.core.instrument.MeterRegistry;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** A call passes hundreds of traces that nobody reads. */
class UnloggedTracesTest {
    private final RunningExchange exchange = RunningExchange.get();

    @Test
    void no_filter_looks_at_what_is_not_logged() {
        assertThat(((LoggerContext) LoggerFactory.getILoggerFactory()).getTurboFilterList())
                .isEmpty();
    }

    @Test
    void what_the_gateway_logs_is_counted() {
        MeterRegistry meters = exchange.context.getBean(MeterRegistry.class);
        double before =
                meters.get("logback.events").tag("level", "error").counter().count();
        LoggerFactory.getLogger(UnloggedTracesTest.class).error("A test's");
        assertThat(meters.get("logback.events").tag("level", "error").counter().count())
                .isGreaterThan(before);
    }
}
