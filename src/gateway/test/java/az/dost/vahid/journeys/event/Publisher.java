package az.dost.vahid.journeys.event;

import az.dost.vahid.faces.OpenApi;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Locale;
import java.util.function.IntSupplier;

/**
 * An agency that publishes events over HTTP, and whoever else calls the gateway; every answer is held to the contract.
 */
final class Publisher {
    static final ObjectMapper JSON = new ObjectMapper();
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final IntSupplier port;
    private final String token;

    Publisher(IntSupplier port, String token) {
        this.port = port;
        this.token = token;
    }

    static ObjectNode event(String publisher, String id, String type, String fin) {
        ObjectNode event = JSON.createObjectNode()
                .put("specversion", "1.0")
                .put("id", id)
                .put("source", "urn:dost:publisher:" + publisher)
                .put("type", type)
                .put("time", "2026-01-05T08:00:00Z");
        event.putObject("data").put("fin", fin);
        return event;
    }

    static ObjectNode death(String id, String fin) {
        ObjectNode event = event("registry", id, "az.dost.death.v1", fin);
        ((ObjectNode) event.get("data")).put("dateOfDeath", "2026-01-04").put("recordNumber", id);
        return event;
    }

    static ObjectNode move(String id, String fin, String region) {
        ObjectNode event = event("registry", id, "az.dost.address-change.v1", fin);
        ((ObjectNode) event.get("data"))
                .put("region", region)
                .put("line", "1 Test street")
                .put("validFrom", "2026-01-01");
        return event;
    }

    HttpResponse<String> publish(ObjectNode event) {
        return call("POST", "/v1/events", event.toString());
    }

    HttpResponse<String> call(String method, String path, String body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://localhost:" + port.getAsInt() + path))
                .timeout(Duration.ofSeconds(30))
                .header("Content-Type", path.equals("/v1/events") ? Delivery.TYPE : "application/json")
                .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        try {
            HttpResponse<String> answer = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
            OpenApi.check(
                    path.replaceFirst("^(/v1/dead-letters/)[^/]+", "$1{id}"), method.toLowerCase(Locale.ROOT), answer);
            return answer;
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }
}
