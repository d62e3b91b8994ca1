package az.dost.vahid.demo;

import az.dost.vahid.json.Json;
import az.dost.vahid.mock.population.Personas;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;

/**
 * Dead letters for whoever operates the demonstration: a subscriber whose webhook refuses what it gets, and life events
 * that it is told of.
 */
final class FailedDeliveries {
    private static final String SUBSCRIPTION = "centre-2-families";
    private static final List<Personas> DEAD = List.of(Personas.DEAD_AND_ALIVE, Personas.WAR_VETERAN);
    /** The broker has the subscription's queue by then, and its deliveries have been tried five times. */
    private static final int LOOKS = 60;

    private static final long PAUSE_MS = 1_000;
    private static final int ACCEPTED = 202;
    private static final String DAY = "2026-11-20";
    private final DemoCaller registry;
    private final DemoCaller operator;
    private final Path subscriptions;
    private final String webhook;

    /**
     * @param registry that publishes events
     * @param operator at the operators' port
     * @param subscriptions folder of the subscriptions' files
     * @param webhook address of the subscriber
     */
    FailedDeliveries(DemoCaller registry, DemoCaller operator, Path subscriptions, String webhook) {
        this.registry = registry;
        this.operator = operator;
        this.subscriptions = subscriptions;
        this.webhook = webhook;
    }

    void play() throws IOException, InterruptedException {
        subscribe();
        // What is published before the broker has its queue is not for it.
        waitFor("\"waiting\":0", "has no queue");
        for (Personas persona : DEAD) {
            publish("death", persona, "dateOfDeath");
        }
        publish("birth", Personas.NEWBORN, "dateOfBirth");
        waitFor("\"deadLetters\":" + (DEAD.size() + 1), "has no deliveries that have failed for good");
    }

    /** Whoever looks at the folder sees the whole file or none. */
    private void subscribe() throws IOException {
        Path made =
                Files.writeString(Files.createDirectories(subscriptions).resolve(SUBSCRIPTION + ".tmp"), """
                id: %s
                subscriber: dost-centre-2
                legalBasis: Computed, for the demonstration
                gives:
                  az.dost.death.v1: [fin, dateOfDeath]
                  az.dost.birth.v1: [fin, dateOfBirth]
                retry: brief
                deliver: {webhook: "%s"}
                """.formatted(
                                SUBSCRIPTION, webhook));
        Files.move(made, subscriptions.resolve(SUBSCRIPTION + ".yaml"), StandardCopyOption.ATOMIC_MOVE);
    }

    private void publish(String type, Personas persona, String day) throws IOException, InterruptedException {
        ObjectNode event = Json.mapper()
                .createObjectNode()
                .put("specversion", "1.0")
                .put("id", UUID.randomUUID().toString())
                .put("source", "urn:dost:publisher:civil-registry")
                .put("type", "az.dost." + type + ".v1")
                .put("time", Instant.now().truncatedTo(ChronoUnit.SECONDS).toString());
        event.putObject("data").put("fin", persona.fin()).put(day, DAY).put("recordNumber", "COMPUTED");
        HttpResponse<byte[]> answer = registry.post("/v1/events", event);
        if (answer.statusCode() != ACCEPTED) {
            throw new IOException("An event was answered with " + answer.statusCode());
        }
    }

    /** Until the operator's list of subscriptions says so. */
    private void waitFor(String words, String otherwise) throws IOException, InterruptedException {
        for (int i = 0; i < LOOKS; i++) {
            String list =
                    new String(operator.get("/v1/operations/subscriptions").body(), StandardCharsets.UTF_8);
            if (list.replace(" ", "").contains(words)) {
                return;
            }
            Thread.sleep(PAUSE_MS);
        }
        throw new IOException("The subscription " + SUBSCRIPTION + " " + otherwise);
    }
}
