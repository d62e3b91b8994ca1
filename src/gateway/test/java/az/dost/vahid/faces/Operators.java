package az.dost.vahid.faces;

import az.dost.vahid.whole.RunningVahid;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/** The running gateway, as operators reach it at their own port. */
final class Operators {
    static final String ACTS = "Bearer demo-operations";
    static final String LOOKS = "Bearer demo-monitoring";
    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    static HttpResponse<byte[]> get(String path, String bearer) {
        return send("GET", path, null, Map.of("Authorization", bearer));
    }

    static HttpResponse<byte[]> post(String path, String body, String bearer, String... more) {
        Map<String, String> headers = new HashMap<>(Map.of("Authorization", bearer));
        if (body != null) {
            headers.put("Content-Type", "application/json");
        }
        for (int i = 0; i < more.length; i += 2) {
            headers.put(more[i], more[i + 1]);
        }
        return send("POST", path, body, headers);
    }

    /** @param body null for none */
    static HttpResponse<byte[]> send(String method, String path, String body, Map<String, String> headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + RunningVahid.get().managementPort() + path))
                .timeout(Duration.ofSeconds(60))
                .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        headers.forEach(request::header);
        try {
            return HTTP.send(request.build(), BodyHandlers.ofByteArray());
        } catch (IOException e) {
            throw new AssertionError("The gateway does not answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    static JsonNode json(HttpResponse<byte[]> answer) {
        try {
            return Gateway.JSON.readTree(answer.body());
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private Operators() {}
}
