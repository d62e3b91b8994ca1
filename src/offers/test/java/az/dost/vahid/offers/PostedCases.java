package az.dost.vahid.offers;

import az.dost.vahid.whole.RunningVahid;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** What registries and the fund send, so that the people of cases are looked at. */
final class PostedCases {
    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final RunningVahid vahid;

    PostedCases(RunningVahid vahid) {
        this.vahid = vahid;
    }

    /** Whoever awards has these people's own right looked at. */
    void look(String right, List<PlantedCase> cases) {
        ObjectNode order =
                RightsSystem.JSON.createObjectNode().put("right", right).put("because", "BIRTHDAY");
        cases.forEach(one -> order.withArray("people").add(one.subject()));
        send("/v1/rights/looks", "demo-pension-fund", "application/json", order);
    }

    /** A register tells of a birth or a death. @return the event's id */
    UUID happened(PlantedCase one) {
        ObjectNode data = one.event();
        String type = data.has("dateOfDeath") ? "az.dost.death.v1" : "az.dost.birth.v1";
        ObjectNode event = RightsSystem.event(RightsSystem.name(), type, Instant.now(), data);
        return UUID.fromString(send("/v1/events", "demo-civil-registry", "application/cloudevents+json", event)
                .path("eventId")
                .asText());
    }

    private JsonNode send(String path, String token, String type, ObjectNode body) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(vahid.address() + path))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", type)
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .POST(BodyPublishers.ofString(body.toString()))
                .build();
        try {
            HttpResponse<byte[]> answer = HTTP.send(request, BodyHandlers.ofByteArray());
            if (answer.statusCode() != 202) {
                throw new AssertionError(
                        answer.statusCode() + ": " + new String(answer.body(), StandardCharsets.UTF_8));
            }
            return RightsSystem.JSON.readTree(answer.body());
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }
}
