package az.dost.vahid.demo;

import az.dost.vahid.json.Json;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/**
 * The lookup that the default run makes of itself, over HTTP like anybody's, and shows to the person who started it.
 */
final class FirstLookup {
    private static final ObjectMapper JSON = Json.mapper();
    /** Classes load and connections open in the first calls; those are not what a person should see. */
    private static final int WARM_UP = 3;

    private final URI address;
    private final String token;
    private final String request;

    /** @param fin of a persona: synthetic, so it may be printed */
    FirstLookup(int port, String token, String fin) {
        this.address = URI.create("http://localhost:" + port + "/v1/dossiers");
        this.token = token;
        this.request = JSON.createObjectNode()
                .<com.fasterxml.jackson.databind.node.ObjectNode>set(
                        "subject", JSON.createObjectNode().put("fin", fin))
                .put("service", "ccu-intake")
                .put("caseRef", "DEMO/1")
                .put("official", "first.lookup")
                .toString();
    }

    void show(PrintStream out) throws IOException, InterruptedException {
        HttpClient client = HttpClient.newHttpClient();
        HttpRequest question = HttpRequest.newBuilder(address)
                .timeout(Duration.ofSeconds(30))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(request))
                .build();
        for (int i = 0; i < WARM_UP; i++) {
            client.send(question, HttpResponse.BodyHandlers.discarding());
        }
        long started = System.nanoTime();
        HttpResponse<byte[]> answer = client.send(question, HttpResponse.BodyHandlers.ofByteArray());
        long elapsed = (System.nanoTime() - started) / 1_000_000;
        JsonNode dossier = JSON.readTree(answer.body());
        if (answer.statusCode() != 200) {
            out.println("The first lookup failed: " + dossier.path("code").asText() + " "
                    + dossier.path("detail").asText());
            return;
        }
        out.printf(
                "%nFirst lookup: subject %s by %s; service %s, %s, %d sources in %d ms, signed %s%n%n",
                dossier.at("/subject/state").asText(),
                dossier.at("/subject/source").asText("no register"),
                dossier.path("service").asText(),
                dossier.path("completeness").asText(),
                dossier.path("sources").size(),
                elapsed,
                answer.headers().firstValue("Vahid-Signature").isPresent()
                        ? "(detached JWS in Vahid-Signature)"
                        : "NOT AT ALL");
        out.printf("  %-20s %-12s %6s  %s%n", "agency", "verdict", "ms", "facts");
        dossier.path("sources")
                .forEach(source -> out.printf(
                        "  %-20s %-12s %6d  %s%n",
                        source.path("agency").asText(),
                        source.path("verdict").asText(),
                        source.path("elapsedMs").asLong(),
                        source.has("reason")
                                ? source.path("reason").asText()
                                : facts(dossier, source.path("agency").asText())));
        out.printf(
                "%n  conflicts between registers: %d%n  documents needed: %s%n%n",
                dossier.path("conflicts").size(), documents(dossier));
        out.printf(
                "Serving on http://localhost:%d. The same lookup again:%n%n  curl -s %s -H 'Authorization: Bearer %s' "
                        + "-H 'Content-Type: application/json' -d '%s'%n%n",
                address.getPort(), address, token, request);
    }

    private static String facts(JsonNode dossier, String agency) {
        StringBuilder facts = new StringBuilder();
        dossier.path("facts").properties().forEach(fact -> {
            if (fact.getValue().at("/provenance/source").asText().equals(agency)) {
                facts.append(facts.isEmpty() ? "" : ", ").append(fact.getKey());
            }
        });
        return facts.isEmpty() ? "-" : facts.toString();
    }

    private static String documents(JsonNode dossier) {
        StringBuilder needed = new StringBuilder();
        dossier.path("documents").forEach(document -> {
            String verdict = document.path("verdict").asText();
            if (verdict.equals("STILL_NEEDED") || verdict.equals("UNKNOWN")) {
                needed.append("\n    ")
                        .append(document.at("/title/en").asText())
                        .append(" (")
                        .append(verdict)
                        .append("): ")
                        .append(document.at("/reason/en").asText());
            }
        });
        return needed.isEmpty() ? "none" : needed.toString();
    }
}
