package az.dost.vahid.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.PrintStream;
import java.net.http.HttpResponse;

/**
 * The lookup that the default run makes of itself, over HTTP like anybody's, and shows to the person who started it.
 */
final class FirstLookup {
    /** Classes load and connections open in the first calls; those are not what a person should see. */
    private static final int WARM_UP = 3;

    private final DemoCaller caller;
    private final ObjectNode question;

    /** @param fin of a persona: synthetic, so it may be printed */
    FirstLookup(DemoCaller caller, String fin) {
        this.caller = caller;
        this.question = DemoCaller.question(fin, "ccu-intake", "DEMO/1", "first.lookup");
    }

    void show(PrintStream out) throws IOException, InterruptedException {
        for (int i = 0; i < WARM_UP; i++) {
            caller.lookUp(question);
        }
        long started = System.nanoTime();
        HttpResponse<byte[]> answer = caller.lookUp(question);
        long elapsed = (System.nanoTime() - started) / 1_000_000;
        JsonNode dossier = DemoCaller.json(answer);
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
                "Serving on %s. The same lookup again:%n%n  curl -s %s/v1/dossiers -H 'Authorization: Bearer %s' "
                        + "-H 'Content-Type: application/json' -d '%s'%n%n",
                caller.gateway(), caller.gateway(), caller.token(), question);
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
