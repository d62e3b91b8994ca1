package az.dost.vahid.proof.record;

import static org.assertj.core.api.Assertions.assertThat;

import az.dost.vahid.answer.Evidence;
import az.dost.vahid.answer.KeptEvidence;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RefusedAnswersTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private final KeptEvidence piece = new KeptEvidence(
            "tax",
            new Evidence(UUID.randomUUID(), new byte[0], "application/json", "a..b", "sha-256:00", "CN=tax", null));

    private JsonNode row(String verdict) {
        ObjectNode row = JSON.createObjectNode()
                .put("agency", "tax")
                .put("verdict", verdict)
                .put("reason", "OTHER_CITIZEN");
        row.putArray("evidence")
                .addObject()
                .put("id", piece.evidence().id().toString())
                .put("digest", "sha-256:00");
        return row;
    }

    private RefusedAnswers of(JsonNode row) {
        ObjectNode dossier = JSON.createObjectNode().put("dossierId", "01a2108a-95fb-7217-8f4c-57d723b93898");
        dossier.putArray("sources").add(row);
        return RefusedAnswers.of(dossier);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ANSWERED", "NO_RECORD", "STALE"})
    void what_an_agency_said_that_spoke_may_travel(String verdict) {
        assertThat(of(row(verdict)).mayTravel(piece)).isTrue();
        assertThat(of(row(verdict)).none()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"REJECTED", "TIMED_OUT", "UNAVAILABLE", "NOT_AUTHORISED", "A_VERDICT_OF_LATER_YEARS"})
    void a_check_that_failed_and_an_answer_that_broke_off_keep_the_bytes_at_home(String verdict) {
        assertThat(of(row(verdict)).mayTravel(piece)).isFalse();
        assertThat(new String(of(row(verdict)).json()))
                .contains("\"agency\":\"tax\"", "\"reason\":\"OTHER_CITIZEN\"", "\"digest\":\"sha-256:00\"");
    }

    @Test
    void a_piece_that_the_dossier_does_not_name_stays_at_home() {
        assertThat(of(JSON.createObjectNode()).mayTravel(piece)).isFalse();
    }

    @Test
    void an_agency_that_was_silent_was_not_refused() {
        assertThat(of(JSON.createObjectNode().put("agency", "tax").put("verdict", "TIMED_OUT"))
                        .none())
                .isTrue();
    }
}
