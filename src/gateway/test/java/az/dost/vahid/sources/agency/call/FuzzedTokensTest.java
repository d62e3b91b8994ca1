package az.dost.vahid.sources.agency.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import az.dost.vahid.connector.Connector.Auth;
import az.dost.vahid.connector.Connector.AuthKind;
import az.dost.vahid.fuzz.Fuzz;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What an agency's token endpoint answers, mutilated: a token that fits into a header, or none. */
class FuzzedTokensTest {
    private static final int TRIES = 2_000;

    private static Tokens tokens() {
        return new Tokens(new Auth(AuthKind.OAUTH2, null, "secret", "/token", "client", null, null, null), "secret");
    }

    private static byte[] answer(String token, String life) {
        return ("{\"access_token\":\"" + token + "\",\"expires_in\":" + life + "}").getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void gives_a_token_or_none() {
        Tokens tokens = tokens();
        Fuzz.of(List.of(answer("abc.def", "300")), TRIES)
                .read(
                        input -> {
                            tokens.take(200, input);
                            assertThat(tokens.value()).matches("[!-~]{1,8192}");
                        },
                        AgencyException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "a\\r\\nX-Own: 1", "a b", "\\u0259", "a\\u0000"})
    void what_fits_into_no_header_is_no_token(String token) {
        assertThatThrownBy(() -> tokens().take(200, answer(token, "300"))).isInstanceOf(AgencyException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"9223372036854775807", "9e99", "99999999999999999999999", "\"x\""})
    void a_life_without_end_has_one(String life) {
        Tokens tokens = tokens();
        tokens.take(200, answer("abc", life));
        assertThat(tokens.needed()).isFalse();
    }
}
