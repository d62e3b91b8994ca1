package az.dost.vahid.pages;

import az.dost.vahid.pages.visit.PlayedGateway;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/** What a gateway tells operators, each answer of a file in {@code src/app/test/resources/pages/operations}. */
final class PlayedOperations {
    static final String LETTER = "01a21d9e-f56d-7afe-8c9a-88fd6dac9112";
    static final String BATCH = "01a21d9e-f56d-7afe-8c9a-88fd6dac9201";
    static final String PROPOSAL = "01a21d9e-f56d-7afe-8c9a-88fd6dac9401";
    static final String OPERATIONS = "/v1/operations";
    static final String BATCHES = OPERATIONS + "/dead-letters/batches";
    static final String PARTNERS = OPERATIONS + "/partners";
    static final String APPLICATION = "01a2220e-cddf-78a8-92b8-8d18e7d48e01";
    /** Of whoever sent a request for a certificate. */
    static final String REQUEST = "01a2220e-cddf-78a8-92b8-8d18e7d48e02";

    static final String RELEASE = "01a2220e-cddf-78a8-92b8-8d18e7d48e11";
    private static final ObjectMapper JSON = new ObjectMapper();

    /** Path template of a contract by file, without what stands behind its first hyphen for variants. */
    static Map<String, String> files() {
        Map<String, String> files = new LinkedHashMap<>();
        files.put("overview-well", OPERATIONS + "/overview");
        files.put("overview-bad", OPERATIONS + "/overview");
        files.put("dead-letters", "/v1/dead-letters");
        files.put("dead-letter", "/v1/dead-letters/{id}");
        files.put("dead-letter-settled", "/v1/dead-letters/{id}");
        files.put("batches", BATCHES);
        files.put("batch-running", BATCHES + "/{id}");
        files.put("batch-completed", BATCHES + "/{id}");
        files.put("batch-failed", BATCHES + "/{id}");
        files.put("drops", OPERATIONS + "/drops");
        files.put("work-bulk", OPERATIONS + "/work");
        files.put("work-follow-up", OPERATIONS + "/work");
        files.put("work-transfer", OPERATIONS + "/work");
        files.put("work-empty", OPERATIONS + "/work");
        files.put("rights", OPERATIONS + "/rights");
        files.put("rights-empty", OPERATIONS + "/rights");
        files.put("subscriptions", OPERATIONS + "/subscriptions");
        files.put("rollouts", OPERATIONS + "/rollouts");
        files.put("proposal", OPERATIONS + "/rollouts/proposals/{id}");
        files.put("proposal-confirmed", OPERATIONS + "/rollouts/proposals/{id}");
        files.put("certificates", OPERATIONS + "/certificates");
        files.put("members", OPERATIONS + "/members");
        files.put("partners", PARTNERS);
        files.put("partner-applications", PARTNERS + "/applications");
        files.put("partner-release", PARTNERS + "/proposals/{id}");
        files.put("partner-release-confirmed", PARTNERS + "/proposals/{id}");
        return files;
    }

    static JsonNode read(String file) {
        try {
            return JSON.readTree(Path.of("src/app/test/resources/pages/operations", file + ".json")
                    .toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A good day, with something in every list. */
    static PlayedGateway lay(PlayedGateway gateway) {
        return gateway.answers("GET " + OPERATIONS + "/overview", 200, text("overview-well"))
                .answers(
                        "GET " + OPERATIONS + "/agencies/tax/history",
                        200,
                        history(false).toString())
                .answers("POST " + OPERATIONS + "/trails", 200, text("trail"))
                .answers("GET /v1/dead-letters", 200, text("dead-letters"))
                .answers("GET /v1/dead-letters/" + LETTER, 200, text("dead-letter"))
                .answers("POST /v1/dead-letters/" + LETTER + "/drop", 200, text("dead-letter-settled"))
                .answers("POST /v1/dead-letters/" + LETTER + "/replay", 200, text("dead-letter-settled"))
                .answers("GET " + BATCHES, 200, text("batches"))
                .answers("GET " + BATCHES + "/" + BATCH, 200, text("batch-running"))
                .answers("POST " + BATCHES, 202, text("batch-running"))
                .answers("GET " + OPERATIONS + "/drops", 200, text("drops"))
                .answers("GET " + OPERATIONS + "/work", 200, text("work-bulk"))
                .answers("GET " + OPERATIONS + "/rights", 200, text("rights"))
                .answers("GET " + OPERATIONS + "/subscriptions", 200, text("subscriptions"))
                .answers("GET " + OPERATIONS + "/rollouts", 200, text("rollouts"))
                .answers("POST " + OPERATIONS + "/rollouts/proposals", 201, text("proposal"))
                .answers("GET " + OPERATIONS + "/rollouts/proposals/" + PROPOSAL, 200, text("proposal"))
                .answers(
                        "POST " + OPERATIONS + "/rollouts/proposals/" + PROPOSAL + "/confirmation",
                        200,
                        read("rollouts").at("/changes/0").toString())
                .answers("GET " + OPERATIONS + "/certificates", 200, text("certificates"))
                .answers("GET " + OPERATIONS + "/members", 200, text("members"))
                .answers("GET " + PARTNERS, 200, partners().toString())
                .answers("GET " + PARTNERS + "/applications", 200, text("partner-applications"))
                .answers("POST " + PARTNERS + "/proposals", 201, text("partner-release"))
                .answers("GET " + PARTNERS + "/proposals/" + RELEASE, 200, text("partner-release"))
                .answers(
                        "POST " + PARTNERS + "/proposals/" + RELEASE + "/confirmation",
                        200,
                        text("partner-release-confirmed"))
                .answers("POST " + OPERATIONS + "/diagnostics", 200, "PK", "Content-Type", "application/zip");
    }

    /** The first one has a new key since yesterday. */
    static JsonNode partners() {
        JsonNode partners = read("partners");
        ((ObjectNode) partners.at("/partners/0"))
                .put("keyAdded", Instant.now().minus(Duration.ofDays(1)).toString());
        return partners;
    }

    static String text(String file) {
        return read(file).toString();
    }

    /** An hour in which an agency failed for a while, or nobody asked. */
    static ObjectNode history(boolean quiet) {
        ObjectNode history = JSON.createObjectNode().put("agency", "tax").put("seconds", 60);
        var points = history.putArray("points");
        for (int i = 0; i < 60; i++) {
            int asked = quiet ? 0 : i % 7 == 3 ? 0 : 20 + i % 9;
            ObjectNode point = points.addObject()
                    .put(
                            "from",
                            Instant.parse("2026-11-28T07:00:00Z")
                                    .plusSeconds(60L * i)
                                    .toString())
                    .put("asked", asked)
                    .put("answered", i > 30 && i < 40 ? asked / 2 : asked);
            if (asked > 0) {
                point.put("p95Ms", i > 30 && i < 40 ? 1800 : 200 + 5 * (i % 11));
            }
        }
        return history;
    }

    private PlayedOperations() {}
}
