package az.dost.vahid.credentials;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.JdbcTemplate;

/** Whoever may write to the database gets no credential by it. */
@Tag("attack")
class CredentialRowsTest {
    private final Wallets wallets = Wallets.get();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "type = 'pension'",
                "person = 'another'",
                "dossier = '11111111-1111-7111-8111-111111111111'",
                "expires_ms = expires_ms + 1",
                "pin = pin || '\\x00'",
                "token = '\\x00'",
                "fetched_until_ms = fetched_until_ms + 1",
                "state = 'REDEEMED'",
                "reason = 'HOLDER'",
                "step = '11111111-1111-7111-8111-111111111111'"
            })
    void a_row_that_somebody_changed_is_not_believed(String change) {
        JsonNode told = wallets.offered(wallets.disabled());
        UUID id = UUID.fromString(told.path("credentialId").asText());
        JdbcTemplate jdbc = wallets.vahid.bean(JdbcTemplate.class);
        assertThat(jdbc.update("update credential set " + change + " where id = ?", id))
                .isOne();
        assertThat(Wallets.json(wallets.redeem(
                                Wallets.code(told), told.path("transactionCode").asText()))
                        .path("error")
                        .asText())
                .isEqualTo("invalid_grant");
        jdbc.update("delete from credential where id = ?", id);
    }
}
