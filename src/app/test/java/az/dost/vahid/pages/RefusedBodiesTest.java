package az.dost.vahid.pages;

import static org.assertj.core.api.Assertions.assertThat;

import az.dost.vahid.pages.session.Walker;
import az.dost.vahid.pages.visit.RunningPages;
import az.dost.vahid.pages.visit.Wire;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A body is taken of whom the pages know, in the form that they have; any other is refused by its head, unread. */
@Tag("attack")
class RefusedBodiesTest {
    private static final RunningPages PAGES = RunningPages.get();
    private static final String FORM = "Content-Type: application/x-www-form-urlencoded\r\n";
    private static final String FILE = "Content-Type: multipart/form-data; boundary=b\r\n";
    private static final String CHECK = "/audit/verification";
    private static final String CALL = "POST /v1/audit/verifications";
    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");
    private static final Pattern COOKIE = Pattern.compile("Set-Cookie: (__Host-vahid-form=[^;]+);");
    private static final int PLACES = 3;

    private final Wire wire = new Wire(PAGES);

    @BeforeEach
    void a_clerk() {
        PAGES.gateway().knows("somebody", "CLERK").forget();
    }

    @AfterEach
    void end() throws IOException {
        wire.close();
    }

    private static String first(Pattern pattern, String text) {
        Matcher found = pattern.matcher(text);
        assertThat(found.find()).as(pattern.pattern()).isTrue();
        return found.group(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/desk", "/logout", "/login/stay", "/login/oauth2/code/vahid", "/", "/nowhere", CHECK})
    void a_strangers_body_is_not_awaited(String path) throws IOException {
        String over = "HTTP/1.1 303";
        assertThat(wire.ask("POST " + path, FORM + "Content-Length: 5000\r\n"))
                .startsWith(over)
                .contains("Location: /login/over");
        assertThat(wire.ask("POST " + path, FILE + "Content-Length: 5000\r\n"))
                .startsWith(over)
                .contains("Location: /login/over");
    }

    @ParameterizedTest
    @CsvSource({
        "application/x-www-form-urlencoded, Content-Length: 9000, 413, REQUEST_TOO_LARGE",
        "application/x-www-form-urlencoded, Transfer-Encoding: chunked, 411, REQUEST_MALFORMED",
        "application/json, Content-Length: 9, 415, MEDIA_TYPE_UNSUPPORTED",
        "multipart/form-data; boundary=b, Content-Length: 9, 415, MEDIA_TYPE_UNSUPPORTED",
    })
    void at_the_form_that_asks_for_no_login_only_a_short_form_is_taken(
            String type, String length, int status, String code) throws IOException {
        assertThat(wire.ask("POST /rating", "Content-Type: " + type + "\r\n" + length + "\r\n"))
                .startsWith("HTTP/1.1 " + status)
                .contains(code);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "; charset=UTF-8", ";charset=UTF-8", "\r\nContent-Type: text/plain"})
    void who_has_not_logged_in_rates_with_a_form_of_which_nothing_is_kept_here(String charset) throws IOException {
        PAGES.gateway().answers("POST /v1/ratings", 204, "");
        String page = wire.ask("GET /rating", "");
        assertThat(page).doesNotContain("Set-Cookie: __Host-vahid=");
        String body = "code=7F3A9C2D4E81&stars=4&complaint=&_csrf=" + first(TOKEN, page);
        String answer = Wire.read(wire.begin(Wire.head(
                        "POST /rating",
                        "Cookie: " + first(COOKIE, page) + "\r\n" + FORM.replace("\r\n", charset + "\r\n")
                                + "Content-Length: " + body.length() + "\r\n")
                + body));
        assertThat(answer).startsWith("HTTP/1.1 30").contains("/rating/thanks");
    }

    @Test
    void a_form_of_a_strangers_without_his_token_counts_for_nothing() throws IOException {
        String body = "code=7F3A9C2D4E81&stars=4&complaint=&_csrf=forged";
        assertThat(Wire.read(wire.begin(
                        Wire.head("POST /rating", FORM + "Content-Length: " + body.length() + "\r\n") + body)))
                .startsWith("HTTP/1.1 303")
                .contains("/rating/late");
        assertThat(PAGES.gateway().asked()).isEmpty();
    }

    @Test
    void files_of_whoever_may_have_none_checked_take_no_place_of_those_who_may() throws IOException {
        Walker clerk = Walker.in(PAGES, "somebody", "official");
        for (int i = 0; i < 2 * PLACES; i++) {
            assertThat(wire.ask("POST " + CHECK, clerk.cookie() + FILE + "Content-Length: 5000\r\n"))
                    .startsWith("HTTP/1.1 303")
                    .contains("Location: " + CHECK);
        }
        PAGES.gateway()
                .knows("somebody", "AUDITOR")
                .answers(CALL, 200, VerificationTest.sound().toString());
        Walker auditor = Walker.in(PAGES, "somebody", "official");
        String token = first(TOKEN, auditor.get(PAGES, CHECK).body());
        String body = part("_csrf\"", token) + part("file\"; filename=\"a.asice\"", "PK-a-container") + "--b--\r\n";
        String answer = Wire.read(wire.begin(Wire.head(
                        "POST " + CHECK,
                        auditor.cookie() + FILE + "Content-Length: " + body.getBytes(StandardCharsets.ISO_8859_1).length
                                + "\r\n")
                + body));
        assertThat(answer).startsWith("HTTP/1.1 200").contains("id=\"result\"");
    }

    private static String part(String name, String content) {
        return "--b\r\nContent-Disposition: form-data; name=\"" + name + "\r\n\r\n" + content + "\r\n";
    }
}
