package az.dost.vahid.journeys.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import az.dost.vahid.proof.record.RefusedAnswers;
import az.dost.vahid.proof.record.check.Report;
import az.dost.vahid.signature.key.ChangedException;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RefusedPartsTest {
    private final Map<String, byte[]> parts = new HashMap<>();
    private final Report report = new Report();
    private final JsonNode dossier = read("""
            {"dossierId": "d", "sources": [
              {"agency": "tax", "verdict": "REJECTED", "reason": "OTHER_CITIZEN", "evidence": [{"id": "e", "digest": "sha-256:00"}]},
              {"agency": "health", "verdict": "REJECTED", "reason": "SIGNATURE_INVALID"},
              {"agency": "notary", "verdict": "TIMED_OUT", "reason": "NO_ANSWER_IN_TIME"},
              {"agency": "pensions", "verdict": "ANSWERED", "evidence": [{"id": "f", "digest": "sha-256:00"}]}]}""");

    private static JsonNode read(String json) {
        try {
            return new ObjectMapper().readTree(json);
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }

    private void check() {
        RefusedParts refused = new RefusedParts(parts);
        assertThat(dossier.path("sources"))
                .filteredOn(refused::take)
                .extracting(row -> row.path("agency").asText())
                .containsExactly("tax", "health");
        refused.say(dossier, report);
    }

    @Test
    void tells_how_many_were_refused_and_why() {
        check();
        assertThat(report.noted())
                .containsExactly(
                        "2 answers were refused, and nothing of the dossier is from there: tax (OTHER_CITIZEN), health (SIGNATURE_INVALID).");
    }

    @Test
    void tells_of_refused_bytes_that_an_older_gateway_put_in() {
        parts.put("evidence/tax/e.json", new byte[0]);
        check();
        assertThat(report.noted())
                .anyMatch(line -> line.startsWith("Refused answers are in the container")
                        && line.contains("tax (OTHER_CITIZEN)"));
    }

    @Test
    void a_part_that_tells_of_other_refusals_than_the_dossier_is_wrong() {
        parts.put(RefusedAnswers.PART, RefusedAnswers.of(dossier).json());
        check();
        parts.put(
                RefusedAnswers.PART,
                new String(RefusedAnswers.of(dossier).json(), StandardCharsets.UTF_8)
                        .replace("OTHER_CITIZEN", "TOO_OLD")
                        .getBytes(StandardCharsets.UTF_8));
        assertThatThrownBy(this::check)
                .isInstanceOf(ChangedException.class)
                .hasMessageContaining("other refused answers than the dossier");
    }
}
