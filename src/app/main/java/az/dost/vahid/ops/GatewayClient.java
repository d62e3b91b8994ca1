package az.dost.vahid.ops;

import az.dost.vahid.json.Json;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One gateway, asked as its contract says. */
final class GatewayClient {
    static final String BASE = "/v1/operations";
    private static final ObjectMapper JSON = Json.mapper();
    private static final Duration CONNECT = Duration.ofSeconds(10);
    private static final Duration WAIT = Duration.ofSeconds(60);
    private static final int PROBLEM = 400;
    /** Of the gateway itself: a path, and nowhere else. */
    private static final Pattern NEXT = Pattern.compile("<(/[^>]*)>; *rel=\"next\"");

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(CONNECT)
            .build();
    private final URI address;
    private final String token;
    private final String official;

    /**
     * What the gateway said.
     *
     * @param location where what was begun is found, null for none
     * @param next address of the list's next part (RFC 8288), null at its end
     */
    record Said(int status, byte[] body, String location, String next) {
        JsonNode json() {
            return read(body);
        }
    }

    /** @param official null where the token says who acts */
    GatewayClient(URI address, String token, String official) {
        this.address = address;
        this.token = token;
        this.official = official;
    }

    /** @throws RefusedException when it refuses, or does not answer */
    Said get(String path) {
        return send(request(path).GET());
    }

    /** Sent once, however often it has to be sent. @param body null for none; else as {@link #get} */
    Said act(String path, JsonNode body) {
        return send(
                posting(path, body).header("Idempotency-Key", UUID.randomUUID().toString()));
    }

    /** A question whose words do not stand in an address; else as {@link #get}. */
    Said ask(String path, JsonNode body) {
        return send(posting(path, body));
    }

    private HttpRequest.Builder posting(String path, JsonNode body) {
        return body == null
                ? request(path).POST(BodyPublishers.noBody())
                : request(path)
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(body.toString()));
    }

    private HttpRequest.Builder request(String path) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address + path))
                .timeout(WAIT)
                .header("Authorization", "Bearer " + token);
        return official == null ? request : request.header("Vahid-Official", official);
    }

    private Said send(HttpRequest.Builder request) {
        try {
            HttpResponse<byte[]> answer = http.send(request.build(), BodyHandlers.ofByteArray());
            if (answer.statusCode() >= PROBLEM) {
                throw RefusedException.of(answer.statusCode(), read(answer.body()));
            }
            return new Said(
                    answer.statusCode(),
                    answer.body(),
                    answer.headers().firstValue("Location").orElse(null),
                    answer.headers()
                            .firstValue("Link")
                            .map(NEXT::matcher)
                            .filter(Matcher::find)
                            .map(link -> link.group(1))
                            .orElse(null));
        } catch (IOException e) {
            throw new RefusedException(
                    "No gateway answers at " + address + ": " + e.getClass().getSimpleName());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new RefusedException("Interrupted");
        }
    }

    /** What is no JSON is nothing. */
    private static JsonNode read(byte[] body) {
        try {
            return body.length == 0
                    ? JsonNodeFactory.instance.objectNode()
                    : JSON.readTree(new String(body, StandardCharsets.UTF_8));
        } catch (JsonProcessingException e) {
            return JsonNodeFactory.instance.objectNode();
        }
    }
}
