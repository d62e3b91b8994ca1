package az.dost.vahid.journeys.event;

import static org.assertj.core.api.Assertions.assertThat;

import az.dost.vahid.definition.Troubles;
import az.dost.vahid.edge.access.AccessPolicy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * What a subscriber still gets once something was taken from it: nothing, however long its subscription runs already.
 */
@Tag("attack")
class RevokedDeliveryTest {
    private static final String MOVES = "gives: {az.dost.address-change.v1: [fin, region]}\n";
    private static final Duration AT_ONCE = Duration.ofSeconds(5);
    private final RunningEvents gateway = RunningEvents.get();

    /** What is taken away; each file is put back as it was. */
    private enum Taken {
        REQUESTER("requesters", "left") {
            @Override
            String without(String text) {
                return null;
            }
        },
        REQUESTERS_FILE_RIGHT("requesters", "left") {
            @Override
            String without(String text) {
                return text + "oops: 1\n";
            }
        },
        SPECIAL_FACT("requesters", "left") {
            @Override
            String without(String text) {
                return text.replace("[disability]", "[]");
            }
        },
        SUBSCRIPTIONS_FILE_RIGHT("subscriptions", "left") {
            @Override
            String without(String text) {
                return text + "oops: 1\n";
            }
        };

        private final String folder;
        private final String file;

        Taken(String folder, String file) {
            this.folder = folder;
            this.file = file;
        }

        /** Null for no file at all. */
        abstract String without(String text);
    }

    private String health() {
        return gateway.context.getBean(Troubles.class).health().getDetails().toString();
    }

    @ParameterizedTest
    @EnumSource
    void nothing_more_comes_and_nothing_is_lost(Taken taken) throws Exception {
        EventGateway.requester(gateway.folder, "left", "specialFacts: [disability]");
        try (Webhook revoked = new Webhook();
                Webhook others = new Webhook()) {
            Awaitility.await()
                    .until(() -> gateway.context
                            .getBean(AccessPolicy.class)
                            .named("left")
                            .isPresent());
            String decisions = "gives: {az.dost.disability-decision.v1: [fin]}\nretry: patient\ndeliver: {webhook: ";
            gateway.subscribe("left", "left", decisions + revoked.address() + "}");
            gateway.subscribe("stays", "clinic", decisions + others.address() + "}");
            Path file = gateway.folder.resolve(taken.folder).resolve(taken.file + ".yaml");
            String text = Files.readString(file);
            replace(file, taken.without(text));
            Awaitility.await().atMost(AT_ONCE).until(() -> health().contains("left"));
            publish(taken + "-1");
            Awaitility.await().until(() -> others.got.size() == 1);
            Awaitility.await().during(Duration.ofMillis(1500)).until(revoked.got::isEmpty);
            replace(file, text);
            Awaitility.await()
                    .atMost(Duration.ofSeconds(20))
                    .until(() -> revoked.ids().equals(java.util.List.of(taken + "-1")));
            assertThat(health()).doesNotContain("left");
        } finally {
            gateway.end("left");
            gateway.end("stays");
        }
    }

    /** By another file's going, so that it is never read half written. */
    private static void replace(Path file, String text) throws IOException {
        if (text == null) {
            Files.delete(file);
        } else {
            Path whole = Files.writeString(file.resolveSibling(".whole"), text);
            Files.move(whole, file, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private void publish(String id) {
        var event = Publisher.event("registry", id, "az.dost.disability-decision.v1", "W1D0W01");
        ((com.fasterxml.jackson.databind.node.ObjectNode) event.get("data"))
                .put("percentage", "61-80")
                .put("decidedOn", "2026-01-01")
                .put("decisionNumber", id);
        var answer = gateway.as("registry").publish(event);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
    }

    @Test
    void an_event_that_is_tried_again_does_not_come_after_its_subscriber_was_revoked() throws Exception {
        EventGateway.requester(gateway.folder, "retried", "");
        try (Webhook hook = new Webhook()) {
            hook.status = 503;
            Awaitility.await()
                    .until(() -> gateway.context
                            .getBean(AccessPolicy.class)
                            .named("retried")
                            .isPresent());
            gateway.subscribe(
                    "retried", "retried", MOVES + "retry: patient\ndeliver: {webhook: " + hook.address() + "}");
            assertThat(gateway.as("registry")
                            .publish(Publisher.move("retried-1", "W1D0W01", "Ganja"))
                            .statusCode())
                    .isEqualTo(202);
            Awaitility.await().until(() -> hook.calls > 1);
            Files.delete(gateway.folder.resolve("requesters/retried.yaml"));
            int[] calls = new int[1];
            Awaitility.await("no more attempts")
                    .atMost(AT_ONCE)
                    .pollInterval(Duration.ofSeconds(1))
                    .until(() -> {
                        int before = calls[0];
                        calls[0] = hook.calls;
                        return before == calls[0];
                    });
            hook.status = 204;
            Awaitility.await().during(Duration.ofMillis(1500)).until(hook.got::isEmpty);
        } finally {
            gateway.end("retried");
        }
    }

    @Test
    void a_replay_by_an_older_version_brings_no_field_that_was_taken_away() throws Exception {
        try (Webhook hook = new Webhook()) {
            hook.status = 422;
            gateway.subscribe("narrowed", "reader", MOVES + "retry: brief\ndeliver: {webhook: " + hook.address() + "}");
            assertThat(gateway.as("registry")
                            .publish(Publisher.move("narrowed-1", "W1D0W01", "Ganja"))
                            .statusCode())
                    .isEqualTo(202);
            String letter = Awaitility.await()
                    .until(
                            () -> gateway
                                    .database()
                                    .queryForList(
                                            "select id::text from dead_letter where subscription = 'narrowed'",
                                            String.class)
                                    .stream()
                                    .findFirst()
                                    .orElse(null),
                            id -> id != null);
            hook.status = 204;
            gateway.write(
                    "narrowed",
                    "id: narrowed\nsubscriber: reader\nlegalBasis: Test\ngives: {az.dost.address-change.v1: [fin]}\nretry: brief\ndeliver: {webhook: "
                            + hook.address() + "}");
            Awaitility.await()
                    .until(() -> gateway.database()
                                    .queryForObject(
                                            "select count(*) from subscription_version where subscription = 'narrowed'",
                                            Integer.class)
                            == 2);
            assertThat(gateway.as("operator")
                            .call("POST", "/v1/dead-letters/" + letter + "/replay", "{\"version\":\"first\"}")
                            .statusCode())
                    .isEqualTo(200);
            Awaitility.await().until(() -> hook.got.size() == 1);
            assertThat(hook.got.get(0).event().path("data").toString()).isEqualTo("{\"fin\":\"W1D0W01\"}");
        } finally {
            gateway.end("narrowed");
        }
    }

    @Test
    void a_folder_of_subscriptions_that_is_away_ends_no_subscription() throws Exception {
        try (Webhook hook = new Webhook()) {
            gateway.subscribe("kept", "reader", MOVES + "deliver: {webhook: " + hook.address() + "}");
            Path away =
                    Files.move(gateway.folder.resolve("subscriptions"), gateway.folder.resolve("subscriptions-away"));
            try {
                Awaitility.await().until(() -> health().contains("away"));
                assertThat(gateway.as("registry")
                                .publish(Publisher.move("kept-1", "W1D0W01", "Ganja"))
                                .statusCode())
                        .isEqualTo(202);
                Awaitility.await().until(() -> hook.got.size() == 1);
            } finally {
                Files.move(away, gateway.folder.resolve("subscriptions"));
            }
            assertThat(gateway.running("kept")).isTrue();
        } finally {
            gateway.end("kept");
        }
    }
}
