package az.dost.vahid.journeys.event;

import static org.assertj.core.api.Assertions.assertThat;

import az.dost.vahid.job.Job;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** A subscription that could not be taken over when its file came. */
class LateSubscriptionTest {
    private final RunningEvents gateway = RunningEvents.get();

    /** Returns once the gateway has seen the file, and failed. */
    private void fails(Runnable change) {
        ListAppender<ILoggingEvent> lines = new ListAppender<>();
        Logger log = (Logger) LoggerFactory.getLogger(Job.class);
        lines.start();
        log.addAppender(lines);
        try {
            change.run();
            Awaitility.await("a turn that fails")
                    .until(() -> List.copyOf(lines.list).stream()
                            .anyMatch(line -> line.getFormattedMessage().startsWith("event-subscriptions failed")));
        } finally {
            log.detachAppender(lines);
        }
    }

    @Test
    void it_is_taken_over_once_the_database_is_back() throws Exception {
        try (Webhook hook = new Webhook()) {
            gateway.database().execute("alter table subscription_version rename to taken_away");
            try {
                fails(() -> gateway.write(
                        "late",
                        "id: late\nsubscriber: reader\nlegalBasis: Test\ngives: {az.dost.address-change.v1: [fin, region]}\ndeliver: {webhook: "
                                + hook.address() + "}"));
                assertThat(gateway.running("late")).isFalse();
            } finally {
                gateway.database().execute("alter table taken_away rename to subscription_version");
            }
            Awaitility.await("the subscription").until(() -> gateway.running("late"));
            assertThat(gateway.as("registry")
                            .publish(Publisher.move("late-1", "W1D0W01", "Ganja"))
                            .statusCode())
                    .isEqualTo(202);
            Awaitility.await("its event").until(() -> hook.got.size() == 1);
            gateway.end("late");
        }
    }
}
