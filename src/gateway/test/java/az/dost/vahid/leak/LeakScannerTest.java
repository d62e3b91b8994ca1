package az.dost.vahid.leak;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import az.dost.vahid.mock.register.ComputedPopulation;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/** The scanner that watches the whole suite can fail: it is shown leaks, none of which reaches the suite's own log. */
class LeakScannerTest {
    private final Leaks leaks = new Leaks();
    private final Logger logger;

    LeakScannerTest() {
        // A context of its own.
        LoggerContext context = new LoggerContext();
        context.setMDCAdapter(((LoggerContext) LoggerFactory.getILoggerFactory()).getMDCAdapter());
        LogCapture capture = new LogCapture(leaks);
        capture.setContext(context);
        capture.start();
        logger = context.getLogger("az.dost.vahid.Somewhere");
        logger.addAppender(capture);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "No row for W1D0W01",
                "fin=VETERAN",
                "{\"fin\":\"1ABCDE2\"}",
                "subject 9QZ7TRX refused",
                "Cannot map Quliyeva",
                "surname 'ƏLİYEV' differs",
                "row of Гулијева",
                "password demo-disability-password",
                "Bearer demo-dost-centre-1",
                "ADDRESS"
            })
    void a_line_that_tells_who_somebody_is_is_found_with_its_logger(String line) {
        logger.info("{}", line);
        assertThat(leaks.found())
                .hasSize(1)
                .first()
                .asString()
                .startsWith("The log line of az.dost.vahid.Somewhere tells ")
                .contains(line);
        assertThatThrownBy(leaks::none)
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("az.dost.vahid.Somewhere");
    }

    @Test
    void every_citizen_of_the_population_is_known_by_the_fin() {
        ComputedPopulation all = new ComputedPopulation(2_000_000);
        for (int number = 0; number < all.size(); number += 997) {
            assertThat(PersonalData.in("x " + all.fin(number) + "."))
                    .as(String.valueOf(number))
                    .isPresent();
        }
    }

    @Test
    void what_was_thrown_is_looked_at_down_to_its_cause() {
        logger.warn(
                "It failed",
                new IllegalStateException("outer", new IllegalArgumentException("no such citizen: W1D0W01")));
        assertThat(leaks.found()).hasSize(1).first().asString().contains("IllegalArgumentException");
    }

    @Test
    void a_context_and_a_thread_are_looked_at() throws InterruptedException {
        Thread thread = new Thread(
                () -> {
                    MDC.put("subject", "W1D0W01");
                    logger.info("Nothing");
                },
                "lookup-VETERAN");
        thread.start();
        thread.join();
        assertThat(leaks.found()).hasSize(2);
    }

    @Test
    void a_metric_is_looked_at_with_its_tags() {
        Names.meter(leaks, new SimpleMeterRegistry().counter("lookups", "citizen", "W1D0W01"));
        assertThat(leaks.found()).singleElement().asString().contains("The tag citizen of the metric lookups");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "The lookup 0199b2a4-7c11-7abc-9def-1234567890ab took 12 ms",
                "requester dost-centre-1, official a.quliyeva, case TEST/1",
                "sha-256:9F86D081884C7D65",
                "PostgreSQL 16.9, Java 17.0.12",
                "TIMED_OUT at pensions after 3000 ms",
                "abc+W1D0W02/eyJhbGciOi=="
            })
    void a_line_that_tells_nobody_is_none(String line) {
        logger.info("{}", line);
        assertThat(leaks.found()).isEmpty();
    }
}
