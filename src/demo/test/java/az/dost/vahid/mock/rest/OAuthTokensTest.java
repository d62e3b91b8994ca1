package az.dost.vahid.mock.rest;

import static org.assertj.core.api.Assertions.assertThat;

import az.dost.vahid.mock.kit.RestEndpoint;
import az.dost.vahid.mock.kit.RestEndpoint.Reply;
import az.dost.vahid.mock.kit.RestEndpoint.Request;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OAuthTokensTest {
    private static final Instant START = Instant.parse("2026-11-25T06:00:00Z");
    private final AtomicReference<Instant> now = new AtomicReference<>(START);
    private final Clock clock = new Clock() {
        @Override
        public ZoneOffset getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now.get();
        }
    };
    private final RestEndpoint agency = new OAuthTokens("/oauth/token", "client", "pass word", "read", clock)
            .guarding(request -> JsonReplies.of(200, Map.of()));

    @Test
    void aTokenOpensTheAgencyUntilItExpires() throws Exception {
        JsonNode issued = new ObjectMapper()
                .readTree(ask("client:pass+word", "grant_type=client_credentials&scope=read")
                        .body());
        String bearer = "Bearer " + issued.path("access_token").asText();
        assertThat(issued.path("token_type").asText()).isEqualTo("Bearer");
        assertThat(call(bearer)).isEqualTo(200);
        now.set(START.plusSeconds(issued.path("expires_in").asLong()).minus(Duration.ofMillis(1)));
        assertThat(call(bearer)).isEqualTo(200);
        now.set(START.plusSeconds(issued.path("expires_in").asLong()));
        assertThat(call(bearer)).isEqualTo(401);
    }

    @ParameterizedTest
    @CsvSource({
        "client:wrong, grant_type=client_credentials, 401",
        "other:pass+word, grant_type=client_credentials, 401",
        "client:%zz, grant_type=client_credentials, 401",
        "client:pass+word, grant_type=password, 400",
        "client:pass+word, '', 400",
        "client:pass+word, grant_type=client_credentials&scope=write, 400",
        "client:pass+word, grant_type=client_credentials, 200"
    })
    void aTokenIsGivenOnlyToTheClientForItsGrantAndScope(String credentials, String form, int status) throws Exception {
        assertThat(ask(credentials, form).status()).isEqualTo(status);
    }

    private Reply ask(String credentials, String form) throws Exception {
        String basic = "Basic " + Base64.getEncoder().encodeToString(credentials.getBytes(StandardCharsets.UTF_8));
        return agency.answer(new Request(
                "POST", "/oauth/token", Map.of("authorization", basic), form.getBytes(StandardCharsets.UTF_8)));
    }

    private int call(String authorization) throws Exception {
        return agency.answer(new Request("POST", "/any", Map.of("authorization", authorization), new byte[0]))
                .status();
    }
}
