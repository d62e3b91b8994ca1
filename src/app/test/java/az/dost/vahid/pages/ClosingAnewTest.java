package az.dost.vahid.pages;

import static org.assertj.core.api.Assertions.assertThat;

import az.dost.vahid.pages.visit.PlayedGateway;
import az.dost.vahid.pages.visit.RunningPages;
import az.dost.vahid.pages.visit.Visit;
import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.FormData;
import com.microsoft.playwright.options.RequestOptions;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An analyst has a closed period closed anew, at the page of its report. */
@Tag("pages")
class ClosingAnewTest {
    private static final RunningPages PAGES = RunningPages.get();
    private static final String CLOSINGS = "POST /v1/statistics/reports/2026-11/closings";

    private static PlayedGateway gateway() {
        return PAGES.gateway();
    }

    @BeforeEach
    void an_analyst() {
        gateway()
                .knows("g.ahmadova", "ANALYST")
                .answers(ClosedReportsTest.LIST, 200, ClosedReportsTest.PERIODS)
                .answers(
                        ClosedReportsTest.LIST + "/2026-11",
                        200,
                        ClosedReportsTest.read("month"),
                        "Vahid-Signature",
                        "e30..c2ln")
                .forget();
    }

    private static Visit analyst() {
        return new Visit(PAGES).login("g.ahmadova");
    }

    private static String ordered(String state) {
        return ClosedReportsTest.PERIODS.replaceFirst(
                "(?s)(\"period\":\"2026-11\".*?\"state\":\"CLOSED\",)",
                "$1\"closing\":{\"id\":\"01a21d9e-0000-7afe-8c9a-88fd6dac9500\",\"period\":\"2026-11\",\"because\":\"Entries of 30 November came late\",\"orderedAt\":\"2026-12-10T05:00:00Z\",\"state\":\""
                        + state + "\"},");
    }

    private static void send(Visit analyst, String because) {
        analyst.page().locator("#because").fill(because);
        analyst.page().locator("#close").click();
    }

    private static List<PlayedGateway.Asked> orders() {
        return gateway().asked().stream()
                .filter(asked -> asked.method().equals("POST"))
                .toList();
    }

    @Test
    void an_analyst_has_a_period_closed_anew_with_a_reason_and_sees_that_it_waits() {
        gateway().answers(CLOSINGS, 202, "{}");
        try (Visit analyst = analyst()) {
            analyst.open("/reports/2026-11");
            gateway().answers(ClosedReportsTest.LIST, 200, ordered("WAITING")).forget();
            send(analyst, "  Entries of 30 November came late ");
            analyst.page().waitForURL(address -> address.endsWith("#closing"));
            assertThat(orders()).singleElement().satisfies(order -> {
                assertThat(order.body()).isEqualTo("{\"because\":\"Entries of 30 November came late\"}");
                assertThat(order.header("Idempotency-Key")).hasSize(36);
            });
            ClosedReportsTest.seen(analyst, "closing-waits");
            assertThat(analyst.in("az").text())
                    .contains("Gözləyir", "10.12.2026 09:00", "Entries of 30 November came late");
            assertThat(analyst.page().locator("#close").count())
                    .as("one order at a time")
                    .isZero();
            analyst.open("/reports");
            assertThat(analyst.text()).contains("Gözləyir");
            ClosedReportsTest.seen(analyst, "periods-closing-waits");
        }
    }

    @Test
    void an_order_that_changed_nothing_is_said_to_have_changed_nothing_and_another_one_may_follow() {
        gateway().answers(ClosedReportsTest.LIST, 200, ordered("UNCHANGED"));
        try (Visit analyst = analyst()) {
            analyst.open("/reports/2026-11");
            assertThat(analyst.text()).contains("Rəqəmlər dəyişməyib");
            assertThat(analyst.page().locator("#close").count()).isEqualTo(1);
            ClosedReportsTest.seen(analyst, "closing-unchanged");
        }
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"'', Say why in one line", "late for w1d0w01, A word of the reason looks like a FIN"})
    void a_reason_that_is_none_or_names_somebody_is_refused_at_the_same_page(String because, String words) {
        try (Visit analyst = analyst().in("en")) {
            analyst.open("/reports/2026-11");
            gateway().forget();
            Response answer = analyst.page()
                    .waitForResponse(
                            response -> response.request().method().equals("POST"), () -> send(analyst, because));
            assertThat(answer.status()).isEqualTo(422);
            analyst.page().waitForSelector("#error-summary");
            assertThat(analyst.page().locator("#error-summary").innerText()).contains(words);
            assertThat(analyst.page().locator("#error-summary a").getAttribute("href"))
                    .isEqualTo("#because");
            assertThat(analyst.page().content()).doesNotContainIgnoringCase("w1d0w01");
            assertThat(orders()).isEmpty();
            analyst.isAccessible().isNotTooWide().noticedNothing();
        }
    }

    @Test
    void a_form_that_is_sent_twice_is_one_order() {
        gateway().answers(CLOSINGS, 202, "{}");
        try (Visit analyst = analyst()) {
            analyst.open("/reports/2026-11");
            FormData form = FormData.create().set("because", "late");
            List.of("once", "_csrf")
                    .forEach(name -> form.set(
                            name,
                            analyst.page()
                                    .locator("form:has(#close) input[name=" + name + "]")
                                    .getAttribute("value")));
            gateway().forget();
            for (int times = 0; times < 2; times++) {
                assertThat(analyst.page()
                                .request()
                                .post(
                                        PAGES.address() + "/reports/2026-11",
                                        RequestOptions.create().setForm(form))
                                .status())
                        .isEqualTo(200);
            }
            assertThat(orders()).hasSize(2);
            assertThat(orders().stream()
                            .map(order -> order.header("Idempotency-Key"))
                            .distinct())
                    .hasSize(1);
        }
    }

    @Test
    void a_second_order_of_the_day_is_told_what_to_do() {
        gateway().refuses(CLOSINGS, 409, "CLOSING_ORDERED");
        try (Visit analyst = analyst()) {
            analyst.open("/reports/2026-11");
            send(analyst, "late");
            analyst.page().waitForSelector("#state");
            assertThat(analyst.isAccessible().text()).contains("Yeni sifariş 24 saatdan sonra mümkündür");
            analyst.picture("report-closing-ordered-az");
        }
    }

    @Test
    @Tag("attack")
    void a_manager_and_whoever_reads_only_find_no_such_form_and_order_nothing() {
        gateway().knows("k.aliyev", "CENTRE_MANAGER");
        try (Visit manager = new Visit(PAGES).login("k.aliyev")) {
            manager.open("/centre/reports");
            assertThat(manager.page().locator("#close").count()).isZero();
            String token = manager.page().locator("input[name=_csrf]").first().getAttribute("value");
            gateway().forget();
            APIResponse answer = manager.page()
                    .request()
                    .post(
                            PAGES.address() + "/reports/2026-11",
                            RequestOptions.create()
                                    .setForm(FormData.create()
                                            .set("because", "x")
                                            .set("_csrf", token)));
            assertThat(answer.status()).isIn(403, 404);
            assertThat(orders()).isEmpty();
        }
    }
}
