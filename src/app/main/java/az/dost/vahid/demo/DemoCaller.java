package az.dost.vahid.demo;

import az.dost.vahid.json.Json;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/**
 * Somebody who asks the demonstration's gateway over HTTP, like anybody.
 *
 * @param gateway address
 * @param token of a requester, or of a person who has logged in
 */
record DemoCaller(String gateway, String token) {
    private static final Duration WAIT = Duration.ofSeconds(30);
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    /** @param official null where the token names him */
    static ObjectNode question(String fin, String service, String caseRef, String official) {
        ObjectNode question = Json.mapper().createObjectNode();
        question.putObject("subject").put("fin", fin);
        question.put("service", service).put("caseRef", caseRef);
        return official == null ? question : question.put("official", official);
    }

    HttpResponse<byte[]> lookUp(ObjectNode question) throws IOException, InterruptedException {
        return post("/v1/dossiers", question);
    }

    HttpResponse<byte[]> post(String path, ObjectNode body, String... headers)
            throws IOException, InterruptedException {
        HttpRequest.Builder request =
                request(path).header("Content-Type", "application/json").POST(BodyPublishers.ofString(body.toString()));
        return HTTP.send(
                (headers.length == 0 ? request : request.headers(headers)).build(), BodyHandlers.ofByteArray());
    }

    HttpResponse<byte[]> get(String path) throws IOException, InterruptedException {
        return HTTP.send(request(path).GET().build(), BodyHandlers.ofByteArray());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(gateway + path))
                .timeout(WAIT)
                .header("Authorization", "Bearer " + token);
    }

    static JsonNode json(HttpResponse<byte[]> answer) throws IOException {
        return Json.mapper().readTree(answer.body());
    }

    @Override
    public String toString() {
        return "A caller of " + gateway;
    }
}
