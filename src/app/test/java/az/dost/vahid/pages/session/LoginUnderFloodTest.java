package az.dost.vahid.pages.session;

import static org.assertj.core.api.Assertions.assertThat;

import az.dost.vahid.pages.visit.RunningPages;
import az.dost.vahid.pages.visit.Wire;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Whoever has not logged in takes no room here: strangers push nobody out of his login, however many they are. */
@Tag("attack")
class LoginUnderFloodTest {
    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");
    private static final int STRANGERS = 20;
    private static final int MOST_STEPS = 12;
    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private static RunningPages pages;
    private final Map<String, Map<String, String>> cookies = new LinkedHashMap<>();

    @BeforeAll
    static void room_for_two() {
        pages = RunningPages.played("--vahid.pages.sessions=2");
        pages.gateway().knows("a.mammadova", "CLERK");
    }

    @AfterAll
    static void end() {
        pages.close();
    }

    private static void flood() throws IOException {
        try (Wire wire = new Wire(pages)) {
            for (int i = 0; i < STRANGERS; i++) {
                for (String address : new String[] {"/desk", "/login/begin/vahid", "/rating", "/", "/nowhere"}) {
                    assertThat(wire.ask("GET " + address, "Accept: text/html\r\n"))
                            .as(address)
                            .doesNotContain("Set-Cookie: __Host-vahid=");
                }
            }
        }
    }

    @Test
    void a_login_that_was_begun_is_ended_after_a_flood_where_it_was_begun_for() throws Exception {
        HttpResponse<String> door = follow(send(request(pages.address() + "/desk/cases")));
        assertThat(door.uri().getPath()).isEqualTo("/");
        HttpResponse<String> chooser = follow(send(request(pages.address() + "/login/begin/vahid")));
        flood();
        Matcher token = TOKEN.matcher(chooser.body());
        assertThat(token.find()).isTrue();
        HttpResponse<String> first =
                follow(send(request(chooser.uri().resolve("login").toString())
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString("person=a.mammadova&_csrf="
                                + URLEncoder.encode(token.group(1), StandardCharsets.UTF_8)))));
        assertThat(first.uri().getPath()).isEqualTo("/desk/cases");
        assertThat(first.body()).contains("action=\"/logout\"");
        assertThat(cookies.get(first.uri().getAuthority()))
                .containsKey("__Host-vahid")
                .containsEntry("__Host-vahid-login", "");
    }

    @Test
    void a_login_that_another_browser_began_ends_nowhere() throws Exception {
        HttpResponse<String> asked = send(request(pages.address() + "/login/begin/vahid"));
        Matcher state = Pattern.compile("state=([^&]+)")
                .matcher(asked.headers().firstValue("Location").orElseThrow());
        assertThat(state.find()).isTrue();
        cookies.clear();
        HttpResponse<String> back =
                send(request(pages.address() + "/login/oauth2/code/vahid?code=stolen&state=" + state.group(1)));
        assertThat(back.headers().firstValue("Location")).contains("/login/failed");
    }

    private HttpResponse<String> follow(HttpResponse<String> answer) throws IOException, InterruptedException {
        HttpResponse<String> last = answer;
        for (int i = 0; i < MOST_STEPS && last.statusCode() / 100 == 3; i++) {
            last = send(request(last.uri()
                    .resolve(last.headers().firstValue("Location").orElseThrow())
                    .toString()));
        }
        return last;
    }

    private HttpRequest.Builder request(String address) {
        URI uri = URI.create(address);
        HttpRequest.Builder request = HttpRequest.newBuilder(uri).header("Accept", "text/html");
        cookies.getOrDefault(uri.getAuthority(), Map.of())
                .forEach((name, value) -> request.header("Cookie", name + '=' + value));
        return request;
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        HttpResponse<String> answer = HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
        for (String set : answer.headers().allValues("Set-Cookie")) {
            String[] pair = set.split(";", 2)[0].split("=", 2);
            cookies.computeIfAbsent(answer.uri().getAuthority(), host -> new LinkedHashMap<>())
                    .put(pair[0], pair[1]);
        }
        return answer;
    }
}
