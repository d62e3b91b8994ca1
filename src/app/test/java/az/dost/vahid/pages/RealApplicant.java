package az.dost.vahid.pages;

import static org.assertj.core.api.Assertions.assertThat;

import az.dost.vahid.edge.server.TestCertificate;
import az.dost.vahid.json.Json;
import az.dost.vahid.whole.RunningVahid;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;

/**
 * Somebody who applied at the running gateway, and what operators do about him without the pages.
 *
 * @param applied what he was told
 */
record RealApplicant(TestCertificate key, JsonNode applied) {
    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private static final String SYSTEM = "demo-operations";

    static RealApplicant applies(String organisation) {
        TestCertificate key = TestCertificate.of("pages-partner", -1, 30);
        ObjectNode application = JsonNodeFactory.instance
                .objectNode()
                .put("organisation", organisation)
                .put("purpose", "To see whether operators let a partner in at the pages")
                .put("legalBasis", "Law on tests, article 2")
                .put("certificate", key.pem());
        application.putArray("contacts").addObject().put("name", "A. Tester").put("email", "a@tests.example");
        application.putArray("services").add("ccu-car");
        return new RealApplicant(key, send("POST", applications(), null, application));
    }

    String id() {
        return applied.path("applicationId").asText();
    }

    JsonNode state() {
        return send("GET", applications() + "/" + id(), applied.path("secret").asText(), null);
    }

    /** As operators see him; missing when he does not wait any more. */
    JsonNode waiting() {
        for (JsonNode one : operators("GET", "/applications", null).path("applications")) {
            if (one.path("applicationId").asText().equals(id())) {
                return one;
            }
        }
        return JsonNodeFactory.instance.missingNode();
    }

    /** By one operator. @return path of the proposal, below the operators' one of partners */
    String proposed(String partner) {
        ObjectNode wanted =
                JsonNodeFactory.instance.objectNode().put("application", id()).put("because", "The law says so");
        ObjectNode requester = wanted.putObject("requester").put("id", partner);
        requester.putArray("services").add("ccu-car");
        requester.putObject("officials").putObject("a.tester");
        return "/proposals/"
                + operators("POST", "/proposals", wanted, "c.third").path("id").asText();
    }

    /** By another one. */
    static void confirmed(String proposal) {
        operators("POST", proposal + "/confirmation", null, "b.second");
    }

    static JsonNode partners() {
        return operators("GET", "", null).path("partners");
    }

    private static JsonNode operators(String method, String path, JsonNode body, String... official) {
        String address = "http://localhost:" + RunningVahid.get().managementPort() + "/v1/operations/partners" + path;
        return official.length == 0
                ? send(method, address, SYSTEM, body)
                : send(method, address, SYSTEM, body, "Vahid-Official", official[0]);
    }

    private static String applications() {
        return RunningVahid.get().address() + "/v1/partners/applications";
    }

    /** @param token null for none. @param body null for none */
    private static JsonNode send(String method, String address, String token, JsonNode body, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address))
                .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body.toString()));
        if (body != null) {
            request.header("Content-Type", "application/json");
        }
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        for (int i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        try {
            HttpResponse<String> answer = HTTP.send(request.build(), BodyHandlers.ofString());
            assertThat(answer.statusCode()).as(answer.body()).isBetween(200, 201);
            return Json.mapper().readTree(answer.body());
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }
}
