package az.dost.vahid.journeys.event;

import static org.assertj.core.api.Assertions.assertThat;

import az.dost.vahid.edge.broker.Backlogs;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** What operators are told of events that wait for a subscriber. */
class WaitingEventsTest {
    private final RunningEvents gateway = RunningEvents.get();
    private final Backlogs backlogs = gateway.context.getBean(Backlogs.class);

    @Test
    void what_a_subscriber_does_not_take_waits_and_has_an_age() throws Exception {
        Instant before = Instant.now();
        try (Webhook hook = new Webhook()) {
            hook.status = 503;
            gateway.subscribe(
                    "waiting-events",
                    "reader",
                    "gives: {az.dost.address-change.v1: [fin, region]}\nretry: patient\ndeliver: {webhook: "
                            + hook.address() + "}");
            for (int i = 0; i < 3; i++) {
                assertThat(gateway.as("registry")
                                .publish(Publisher.move("waiting-" + i, "W1D0W0" + i, "Ganja"))
                                .statusCode())
                        .isEqualTo(202);
            }
            Awaitility.await().atMost(Duration.ofSeconds(60)).until(() -> waiting() == 3);
            assertThat(backlogs.of(List.of("waiting-events"))
                            .get("waiting-events")
                            .oldest())
                    .isBetween(before.minusSeconds(5), Instant.now());
            hook.status = 204;
            Awaitility.await().atMost(Duration.ofSeconds(60)).until(() -> waiting() == 0);
            assertThat(backlogs.of(List.of("waiting-events"))
                            .get("waiting-events")
                            .oldest())
                    .isNull();
        }
    }

    private long waiting() {
        Backlogs.Backlog backlog = backlogs.of(List.of("waiting-events")).get("waiting-events");
        return backlog == null ? -1 : backlog.waiting();
    }

    @Test
    void of_a_queue_that_there_is_not_nothing_is_told() {
        assertThat(backlogs.of(List.of("no-such-queue"))).isEmpty();
    }
}
