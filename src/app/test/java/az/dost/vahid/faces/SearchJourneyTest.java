package az.dost.vahid.faces;

import static org.assertj.core.api.Assertions.assertThat;

import az.dost.vahid.pages.visit.RunningPages;
import az.dost.vahid.pages.visit.Visit;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the API finds, the desk, the hot-line and the catalogue find too, in the same order. */
@Tag("pages")
class SearchJourneyTest {
    /** Posts words as the page itself does while somebody types; gives the status and all services of the answer. */
    private static final String TYPE = """
            async ([address, field, text]) => {
              const token = document.querySelector('input[name=_csrf]').value;
              const answer = await fetch(address, {method: 'POST', headers: {'HX-Request': 'true'},
                body: new URLSearchParams({[field]: text, _csrf: token})});
              const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
              return [String(answer.status),
                ...[...page.querySelectorAll('input[name=service]')].map(input => input.value),
                ...[...page.querySelectorAll('tbody th a')].map(link => link.getAttribute('href').split('/').pop())];
            }""";

    private static Visit clerk;
    private static Visit hotLine;

    @BeforeAll
    static void two_officials() {
        clerk = new Visit(RunningPages.real()).login("a.mammadova");
        hotLine = new Visit(RunningPages.real()).login("l.huseynova");
    }

    @AfterAll
    static void end() {
        clerk.close();
        hotLine.close();
    }

    @SuppressWarnings("unchecked")
    private static List<String> typed(Visit visit, String page, String address, String field, String text) {
        if (!visit.page().url().endsWith(page)) {
            visit.open(page);
        }
        List<String> answer = (List<String>) visit.page().evaluate(TYPE, List.of(address, field, text));
        assertThat(answer.get(0)).as(text).isEqualTo("200");
        return answer.subList(1, answer.size());
    }

    private static List<String> asked(String text) throws IOException {
        HttpResponse<byte[]> answer = Gateway.send(
                "POST",
                "/v1/catalogue/search",
                Gateway.JSON.createObjectNode().put("text", text).toString(),
                Map.of("Authorization", Gateway.BEARER, "Content-Type", "application/json"));
        assertThat(answer.statusCode()).isEqualTo(200);
        return Gateway.JSON.readTree(answer.body()).path("services").findValuesAsText("code");
    }

    private static boolean described(String code) throws IOException {
        JsonNode service = Gateway.JSON.readTree(
                Gateway.send("GET", "/v1/catalogue/services/" + code, null, Map.of("Authorization", Gateway.BEARER))
                        .body());
        return service.has("papers");
    }

    @ParameterizedTest
    @CsvFileSource(
            files = {
                "src/gateway/test/resources/search/searches.csv",
                "src/gateway/test/resources/search/ministry-words.csv"
            },
            useHeadersInDisplayName = true)
    void every_page_finds_what_the_api_finds(String text, String said, String first) throws IOException {
        List<String> found = asked(text);
        assertThat(typed(clerk, "/catalogue", "/catalogue", "text", text)).isEqualTo(found);
        assertThat(typed(hotLine, "/hot-line", "/hot-line/services", "search", text))
                .isEqualTo(found);
    }

    @ParameterizedTest
    @ValueSource(strings = {"maşın", "usaq pulu", "Elilliye gore", "widow", "pensya"})
    void the_desk_finds_those_that_can_be_looked_up_for(String text) throws IOException {
        List<String> looked = new ArrayList<>();
        for (String code : asked(text)) {
            if (described(code)) {
                looked.add(code);
            }
        }
        assertThat(looked).isNotEmpty();
        assertThat(typed(clerk, "/desk", "/desk/services", "search", text)).isEqualTo(looked);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", " ", "a", "!!!", "(.*)+$", "\u0000\u0007", "\u200b\u202e", "пенсия", "養老金 🚗", "\ud83d"})
    void no_page_fails_at_what_somebody_types(String text) {
        typed(clerk, "/desk", "/desk/services", "search", text);
        typed(clerk, "/catalogue", "/catalogue", "text", text);
        typed(hotLine, "/hot-line", "/hot-line/services", "search", text);
        typed(clerk, "/desk", "/desk/services", "search", text + "a".repeat(10_000));
        typed(clerk, "/catalogue", "/catalogue", "text", text + "a".repeat(10_000));
        typed(hotLine, "/hot-line", "/hot-line/services", "search", text + "a".repeat(10_000));
    }
}
