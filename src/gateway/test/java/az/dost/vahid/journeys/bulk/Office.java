package az.dost.vahid.journeys.bulk;

import az.dost.vahid.whole.SeparateGateway;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.function.IntSupplier;
import java.util.function.Supplier;
import org.awaitility.Awaitility;

/** A back office that asks about many citizens at once. */
final class Office {
    static final ObjectMapper JSON = new ObjectMapper();
    static final String TERMS =
            "{\"service\":\"ccu-car\",\"caseRef\":\"BULK/1\",\"official\":\"test.official\",\"facts\":[\"vehicles\"],\"deadlineMs\":20000}";
    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final IntSupplier port;
    private final String token;

    /** @param token null where the headers of each request have it, or none */
    Office(IntSupplier port, String token) {
        this.port = port;
        this.token = token;
    }

    static Office of(SeparateGateway gateway) {
        return new Office(gateway::port, "demo-dost-centre-1");
    }

    HttpResponse<byte[]> send(String method, String path, Supplier<InputStream> body, Map<String, String> headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://localhost:" + port.getAsInt() + path))
                .timeout(Duration.ofSeconds(120))
                .method(
                        method,
                        body == null
                                ? HttpRequest.BodyPublishers.noBody()
                                : HttpRequest.BodyPublishers.ofInputStream(body));
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        headers.forEach(request::header);
        try {
            return HTTP.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
        } catch (IOException e) {
            throw new AssertionError("The gateway does not answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    HttpResponse<byte[]> get(String path) {
        return send("GET", path, null, Map.of());
    }

    HttpResponse<byte[]> csv(String file) {
        return send(
                "POST",
                "/v1/bulk",
                () -> new java.io.ByteArrayInputStream(file.getBytes(java.nio.charset.StandardCharsets.UTF_8)),
                Map.of("Content-Type", "text/csv", "Vahid-Terms", TERMS));
    }

    JsonNode show(String id) {
        return json(get("/v1/bulk/" + id));
    }

    JsonNode complete(String id, Duration longest) {
        Awaitility.await("bulk lookup " + id)
                .atMost(longest)
                .pollInterval(Duration.ofMillis(200))
                .until(() -> show(id).path("state").asText().equals("COMPLETED"));
        return show(id);
    }

    static JsonNode json(HttpResponse<byte[]> answer) {
        try {
            return JSON.readTree(answer.body());
        } catch (IOException e) {
            throw new AssertionError("No JSON", e);
        }
    }
}
