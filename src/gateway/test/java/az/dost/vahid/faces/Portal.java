package az.dost.vahid.faces;

import az.dost.vahid.whole.RunningVahid;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import org.springframework.core.env.Environment;

/** A citizen's portal: asks with the token that the demonstration's issuer gives for the citizen who is logged in. */
public record Portal(String fin) {
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    /** Of a citizen of the mocks about whom no other test asks. */
    static Portal of(int citizen) {
        return new Portal(RunningVahid.get().population().fin(citizen));
    }

    /** A new one, as they live for minutes. */
    public String token() {
        String credentials = Base64.getEncoder()
                .encodeToString("citizen-portal:demo-citizen-portal".getBytes(StandardCharsets.UTF_8));
        String issuer = RunningVahid.get().bean(Environment.class).getRequiredProperty("vahid.tokens.issuer");
        try {
            HttpResponse<String> answer = HTTP.send(
                    HttpRequest.newBuilder(URI.create(issuer + "/token"))
                            .header("Authorization", "Basic " + credentials)
                            .header("Content-Type", "application/x-www-form-urlencoded")
                            .POST(BodyPublishers.ofString("grant_type=client_credentials&scope=citizen&fin=" + fin))
                            .build(),
                    BodyHandlers.ofString());
            return Gateway.JSON.readTree(answer.body()).path("access_token").asText();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    JsonNode lookups(String query) {
        return read("/v1/citizens/me/lookups", "get", ask("GET", "/v1/citizens/me/lookups" + query, null));
    }

    JsonNode lookup(String id) {
        return read("/v1/citizens/me/lookups/{id}", "get", ask("GET", "/v1/citizens/me/lookups/" + id, null));
    }

    /** @return the lookup, or the problem */
    JsonNode askAbout(String id, String question) {
        return read(
                "/v1/citizens/me/lookups/{id}/question",
                "post",
                ask(
                        "POST",
                        "/v1/citizens/me/lookups/" + id + "/question",
                        Gateway.JSON
                                .createObjectNode()
                                .put("question", question)
                                .toString()));
    }

    JsonNode mixUps() {
        return read("/v1/citizens/me/mix-ups", "get", ask("GET", "/v1/citizens/me/mix-ups", null));
    }

    /** @return the correction's id */
    String correct(String body) {
        HttpResponse<byte[]> answer = ask("POST", "/v1/citizens/me/corrections", body);
        read("/v1/citizens/me/corrections", "post", answer);
        return answer.statusCode() == 202 ? Gateway.id(answer) : null;
    }

    JsonNode correction(String id) {
        return read("/v1/citizens/me/corrections/{id}", "get", ask("GET", "/v1/citizens/me/corrections/" + id, null));
    }

    JsonNode corrections() {
        return read("/v1/citizens/me/corrections", "get", ask("GET", "/v1/citizens/me/corrections", null));
    }

    private HttpResponse<byte[]> ask(String method, String path, String body) {
        return Gateway.send(
                method, path, body, Map.of("Authorization", "Bearer " + token(), "Content-Type", "application/json"));
    }

    private static JsonNode read(String path, String method, HttpResponse<byte[]> answer) {
        OpenApi.check(path, method, answer);
        try {
            return Gateway.JSON.readTree(answer.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
