package az.dost.vahid.faces;

import az.dost.vahid.whole.RunningVahid;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import org.springframework.core.env.Environment;

/** The running gateway, as its callers reach it over HTTP. */
final class Gateway {
    static final ObjectMapper JSON = new ObjectMapper();
    static final String BEARER = "Bearer demo-dost-centre-1";
    static final String OTHER_BEARER = "Bearer demo-dost-centre-2";
    private static final Duration WAIT = Duration.ofSeconds(40);
    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    static URI address(String path) {
        String port = RunningVahid.get().bean(Environment.class).getRequiredProperty("local.server.port");
        return URI.create("http://localhost:" + port + path);
    }

    /** A request that is right in every way; about a citizen of the mocks. */
    static ObjectNode request() {
        ObjectNode request = JSON.createObjectNode()
                .put("service", "ccu-car")
                .put("caseRef", "FACES/1")
                .put("official", "test.official")
                .put("deadlineMs", 20_000);
        request.putObject("subject").put("fin", RunningVahid.get().population().fin(7));
        return request;
    }

    static HttpResponse<byte[]> post(String body, Map<String, String> headers) {
        return send("POST", "/v1/dossiers", body, headers);
    }

    static HttpResponse<byte[]> lookUp(String accept) {
        return post(
                request().toString(),
                Map.of("Authorization", BEARER, "Content-Type", "application/json", "Accept", accept));
    }

    static HttpResponse<byte[]> again(String id, String accept, String bearer) {
        return send("GET", "/v1/dossiers/" + id, null, Map.of("Authorization", bearer, "Accept", accept));
    }

    static HttpResponse<byte[]> get(String path) {
        return send("GET", path, null, Map.of());
    }

    /** @param body null for none */
    static HttpResponse<byte[]> send(String method, String path, String body, Map<String, String> headers) {
        return sendBytes(method, path, body == null ? null : body.getBytes(StandardCharsets.UTF_8), headers);
    }

    /** @param body null for none */
    static HttpResponse<byte[]> sendBytes(String method, String path, byte[] body, Map<String, String> headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(address(path))
                .timeout(WAIT)
                .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body));
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

    /** The id that an answer's Location ends with. */
    static String id(HttpResponse<?> answer) {
        String location = answer.headers().firstValue("Location").orElseThrow(() -> new AssertionError("no Location"));
        return location.substring(location.lastIndexOf('/') + 1);
    }

    private Gateway() {}
}
