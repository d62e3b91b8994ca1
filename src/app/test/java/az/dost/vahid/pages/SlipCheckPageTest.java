package az.dost.vahid.pages;

import static org.assertj.core.api.Assertions.assertThat;

import az.dost.vahid.pages.visit.PlayedGateway;
import az.dost.vahid.pages.visit.RunningPages;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whoever holds a slip has it checked at the page of its QR code, without a login and without scripts. */
class SlipCheckPageTest {
    private static final RunningPages PAGES = RunningPages.get();
    private static final String CODE = "88FD-6DAC-9199";
    private static final String CHECK = "POST /v1/ratings/slips";
    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");
    private static final HttpClient BROWSER =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    @BeforeEach
    void forget() {
        PAGES.gateway().forget();
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return BROWSER.send(request.uri(URI.create(PAGES.address() + "/rating")).build(), BodyHandlers.ofString());
    }

    /** Opens the page, and sends its form with what the page gave the browser to keep. */
    private static HttpResponse<String> check(String code) throws IOException, InterruptedException {
        HttpResponse<String> page = send(HttpRequest.newBuilder());
        Matcher token = TOKEN.matcher(page.body());
        assertThat(token.find()).isTrue();
        String cookies = page.headers().allValues("Set-Cookie").stream()
                .map(cookie -> cookie.split(";", 2)[0])
                .collect(Collectors.joining("; "));
        return send(HttpRequest.newBuilder()
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Cookie", cookies)
                .POST(BodyPublishers.ofString("check=1&code=" + code + "&_csrf="
                        + URLEncoder.encode(token.group(1), StandardCharsets.UTF_8))));
    }

    private static String slip(String state) {
        return "{\"state\":\"" + state
                + "\",\"day\":\"2026-11-20\",\"until\":\"2027-02-20\",\"from\":\"DOST Centre No. 1\","
                + "\"office\":\"dost-centre-1\",\"service\":{\"code\":\"ccu-car\",\"title\":{\"az\":\"Avtomobil\",\"en\":\"Car\"}}}";
    }

    @ParameterizedTest
    @CsvSource({
        "GOOD, Yaddaş vərəqi həqiqidir",
        "REPLACED, həmin iş üzrə daha yenisi verilib",
        "OUTLIVED, müddəti bitib"
    })
    void the_page_says_what_the_slip_is(String state, String words) throws Exception {
        PAGES.gateway().answers(CHECK, 200, slip(state));
        HttpResponse<String> answer = check(CODE);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body())
                .contains(words, "20.11.2026", "DOST Centre No. 1, dost-centre-1", "Avtomobil", "20.02.2027");
    }

    @Test
    @Tag("attack")
    void the_gateway_is_told_the_code_and_nothing_of_who_asks() throws Exception {
        PAGES.gateway().answers(CHECK, 200, slip("GOOD"));
        check("88fd6dac9199");
        assertThat(PAGES.gateway().asked()).singleElement().satisfies((PlayedGateway.Asked asked) -> {
            assertThat(asked.body()).isEqualTo("{\"code\":\"" + CODE + "\"}");
            assertThat(asked.header("Authorization")).isEmpty();
            assertThat(asked.header("Cookie")).isEmpty();
        });
    }

    @Test
    void a_code_of_no_slip_and_what_is_no_code_are_told_at_the_field() throws Exception {
        PAGES.gateway().refuses(CHECK, 404, "NOT_FOUND");
        HttpResponse<String> none = check(CODE);
        assertThat(none.statusCode()).isEqualTo(422);
        assertThat(none.body()).contains("<title>Xəta: ", "Bu kodla yaddaş vərəqi yoxdur", "value=\"" + CODE + "\"");
        HttpResponse<String> wrong = check("9QZ7TRX");
        assertThat(wrong.statusCode()).isEqualTo(422);
        assertThat(wrong.body()).contains("Qiymətləndirmə kodu 12 simvoldur").doesNotContain("9QZ7TRX");
    }
}
