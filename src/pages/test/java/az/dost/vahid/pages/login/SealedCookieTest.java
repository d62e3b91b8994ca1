package az.dost.vahid.pages.login;

import static org.assertj.core.api.Assertions.assertThat;

import az.dost.vahid.pages.session.SessionSeal;
import jakarta.servlet.http.Cookie;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;

/** What a browser keeps of a login that was begun. */
@Tag("attack")
class SealedCookieTest {
    private static final String NAME = "__Host-vahid-login";
    private static final int LONGEST = 4096;
    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-12-01T08:00:00Z"));
    private final SessionSeal seal = new SessionSeal("s".repeat(43));
    private final SealedCookie login = new SealedCookie("login", seal, now::get);

    private static Cookie written(SealedCookie cookie, String text) {
        MockHttpServletResponse response = new MockHttpServletResponse();
        cookie.write(text, response);
        return response.getCookies()[0];
    }

    private static Optional<String> read(SealedCookie cookie, String name, String value) {
        MockHttpServletRequest request = new MockHttpServletRequest();
        request.setCookies(new Cookie(name, value));
        return cookie.read(request);
    }

    @Test
    void it_is_read_by_whoever_has_the_secret_and_tells_the_browser_nothing() {
        Cookie cookie = written(login, "the state, ə");
        assertThat(cookie.getName()).isEqualTo(NAME);
        assertThat(cookie.getSecure() && cookie.isHttpOnly() && cookie.getMaxAge() == 300)
                .isTrue();
        assertThat(cookie.getValue()).doesNotContain("state");
        assertThat(read(new SealedCookie("login", new SessionSeal("s".repeat(43)), now::get), NAME, cookie.getValue()))
                .contains("the state, ə");
    }

    @Test
    void one_that_was_changed_in_any_sign_is_none() {
        String value = written(login, "text").getValue();
        for (int i = 0; i < value.length() - 1; i++) {
            char other = value.charAt(i) == 'A' ? 'B' : 'A';
            assertThat(read(login, NAME, value.substring(0, i) + other + value.substring(i + 1)))
                    .as("sign %d", i)
                    .isEmpty();
        }
    }

    @Test
    void one_of_another_secret_or_for_another_purpose_is_none() {
        assertThat(read(
                        login,
                        NAME,
                        written(new SealedCookie("login", new SessionSeal("t".repeat(43)), now::get), "text")
                                .getValue()))
                .isEmpty();
        assertThat(read(
                        login,
                        NAME,
                        written(new SealedCookie("came-for", seal, now::get), "text")
                                .getValue()))
                .isEmpty();
        assertThat(read(login, NAME, "")).isEmpty();
        assertThat(read(login, NAME, "no base64!")).isEmpty();
    }

    @Test
    void after_five_minutes_it_is_none() {
        String value = written(login, "text").getValue();
        now.updateAndGet(before -> before.plus(Duration.ofMillis(299_999)));
        assertThat(read(login, NAME, value)).contains("text");
        now.updateAndGet(before -> before.plusMillis(1));
        assertThat(read(login, NAME, value)).isEmpty();
    }

    @Test
    void a_login_comes_back_as_it_was_begun_and_is_not_too_long_for_a_browser() {
        OAuth2AuthorizationRequest begun = OAuth2AuthorizationRequest.authorizationCode()
                .authorizationUri("https://login.example/realms/dost/protocol/openid-connect/auth?tenant=x")
                .clientId("pages")
                .redirectUri("https://desk.example/login/oauth2/code/vahid")
                .scopes(Set.of("openid", "official", "citizen"))
                .state("s=&ə".repeat(11))
                .additionalParameters(Map.of("nonce", "n".repeat(43), "code_challenge", "c".repeat(43)))
                .attributes(
                        Map.of("registration_id", "vahid", "code_verifier", "v".repeat(128), "nonce", "n".repeat(128)))
                .build();
        Cookie cookie = written(login, LoginText.of(begun));
        assertThat(cookie.getValue()).hasSizeLessThan(LONGEST - NAME.length());
        assertThat(LoginText.read(read(login, NAME, cookie.getValue()).orElseThrow()))
                .usingRecursiveComparison()
                .isEqualTo(begun);
    }
}
