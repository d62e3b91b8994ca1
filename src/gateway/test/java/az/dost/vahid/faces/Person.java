package az.dost.vahid.faces;

import az.dost.vahid.mock.issuer.Logins;
import az.dost.vahid.whole.RunningVahid;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.util.Map;
import org.springframework.core.env.Environment;

/** Somebody of the demonstration who has logged in, and asks the gateway with the token of that login. */
record Person(String login) {
    String token() {
        return Logins.token(
                RunningVahid.get().bean(Environment.class).getRequiredProperty("vahid.tokens.issuer"), login);
    }

    HttpResponse<byte[]> get(String path) {
        return send("GET", path, null, "application/json");
    }

    HttpResponse<byte[]> post(String path, String body) {
        return send("POST", path, body, "application/json");
    }

    HttpResponse<byte[]> send(String method, String path, String body, String accept) {
        Map<String, String> headers = body == null
                ? Map.of("Authorization", "Bearer " + token(), "Accept", accept)
                : Map.of("Authorization", "Bearer " + token(), "Accept", accept, "Content-Type", "application/json");
        return Gateway.send(method, path, body, headers);
    }

    /** A lookup that leaves the official to the token. */
    HttpResponse<byte[]> lookUp(String fin, String service, String caseRef, String view) {
        return post("/v1/dossiers", question(fin, service, caseRef, view).toString());
    }

    static ObjectNode question(String fin, String service, String caseRef, String view) {
        ObjectNode question = Gateway.JSON
                .createObjectNode()
                .put("service", service)
                .put("caseRef", caseRef)
                .put("deadlineMs", 20_000);
        question.putObject("subject").put("fin", fin);
        if (view != null) {
            question.put("view", view);
        }
        return question;
    }

    static JsonNode json(HttpResponse<byte[]> answer) {
        try {
            return Gateway.JSON.readTree(answer.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String code(HttpResponse<byte[]> answer) {
        return json(answer).path("code").asText();
    }
}
