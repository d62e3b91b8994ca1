package az.dost.vahid.presentations;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.JdbcTemplate;

/** Whoever may read or write the database learns nothing that was shown, and makes nothing shown. */
@Tag("attack")
class PresentationRowsTest {
    private final JdbcTemplate jdbc = Showing.WALLETS.vahid.bean(JdbcTemplate.class);

    private static JsonNode shown() {
        JsonNode asked = Showing.asked("disability", "cause");
        Showing.Question question = Showing.question(asked);
        Showing.answer(question, Showing.token(Showing.right(Showing.copy(), question, "cause")));
        return asked;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "requester = 'centre-2-desk'",
                "official = 'e.guliyev'",
                "type = 'pension'",
                "claims = 'cause,since'",
                "state = 'OPEN'",
                "reason = 'CREDENTIAL_REVOKED'",
                "shown = null",
                "shown = set_byte(shown, 40, 255 - get_byte(shown, 40))",
                "step = '11111111-1111-7111-8111-111111111111'"
            })
    void a_row_that_somebody_changed_is_not_believed(String change) {
        JsonNode asked = shown();
        UUID id = UUID.fromString(asked.path("presentationId").asText());
        assertThat(jdbc.update("update presentation set " + change + " where id = ?", id))
                .isOne();
        assertThat(Showing.read(asked).path("code").asText()).isEqualTo("NOT_FOUND");
        assertThat(Showing.WALLETS
                        .send("GET", Showing.ALL + "/" + id + "/request", null, java.util.Map.of())
                        .statusCode())
                .isEqualTo(404);
        jdbc.update("delete from presentation where id = ?", id);
    }

    @Test
    void what_was_shown_is_sealed() {
        JsonNode asked = shown();
        String value = Showing.read(asked).at("/claims/0/value").asText();
        assertThat(value).isNotBlank();
        byte[] kept = jdbc.queryForObject(
                "select shown from presentation where id = ?::uuid",
                byte[].class,
                asked.path("presentationId").asText());
        assertThat(new String(kept, java.nio.charset.StandardCharsets.ISO_8859_1))
                .doesNotContain(value, "cause");
    }
}
