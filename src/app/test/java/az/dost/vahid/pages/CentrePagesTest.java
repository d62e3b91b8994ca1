package az.dost.vahid.pages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import az.dost.vahid.pages.visit.PlayedGateway;
import az.dost.vahid.pages.visit.RunningPages;
import az.dost.vahid.pages.visit.Visit;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A manager sees the centre's day and month, and is told what is hidden. */
@Tag("pages")
class CentrePagesTest {
    private static final RunningPages PAGES = RunningPages.get();
    private static final String FIGURES = "GET /v1/statistics/centres/own";
    private static final String MONTH = """
            {"centre":"dost-centre-1","from":"2026-11-01","to":"2026-11-28","at":"2026-11-28T10:00:00Z","whole":true,"cases":1234,"documentFreeShare":0.8124,
             "outcomes":[{"outcome":"FREE","cases":1002},{"outcome":"NEEDED","cases":163},{"outcome":"UNDECIDED","cases":52},{"outcome":"DECEASED","cases":11},{"outcome":"UNKNOWN","cases":6}],"medianSeconds":1.2,
             "p95Seconds":2.75,"stillAsked":[{"paper":"bank-details","cases":120},{"paper":"queue-certificate","cases":31},{"paper":"disability-certificate","cases":12}],
             "notAskedAgencies":[{"agency":"tax","cases":40,"completedIn24h":33},{"agency":"pensions","cases":6}],"hidden":["STILL_ASKED"]}""";
    private static final String FEW = """
            {"centre":"dost-centre-1","from":"2026-11-28","to":"2026-11-28","at":"2026-11-28T10:00:00Z","whole":true,"stillAsked":[],"notAskedAgencies":[],
             "hidden":["CASES","DOCUMENT_FREE_SHARE","MEDIAN_SECONDS","NOT_ASKED_AGENCIES","OUTCOMES","P95_SECONDS","STILL_ASKED"]}""";
    private static final String NONE = """
            {"centre":"dost-centre-1","from":"2026-11-28","to":"2026-11-28","at":"2026-11-28T10:00:00Z","whole":true,"cases":0,"stillAsked":[],"notAskedAgencies":[],"hidden":[]}""";
    private static final String SLOW =
            MONTH.replaceFirst("\\{", "{\"slowAgencies\":[{\"agency\":\"tax\",\"minutes\":42,\"askedMinutes\":380}],");
    private static final String YESTERDAY = MONTH.replace("1234", "87").replace("0.8124", "0.75");
    private static final String CUT = MONTH.replace("\"whole\":true", "\"whole\":false");

    private static PlayedGateway gateway() {
        return PAGES.gateway();
    }

    @BeforeEach
    void a_manager() {
        gateway().knows("k.aliyev", "CENTRE_MANAGER").forget();
        answers(FEW, MONTH);
    }

    private static void answers(String today, String month) {
        gateway()
                .answers(FIGURES + "?period=TODAY", 200, today)
                .answers(FIGURES + "?period=YESTERDAY", 200, YESTERDAY)
                .answers(FIGURES + "?period=LAST_WEEK", 200, MONTH)
                .answers(FIGURES + "?period=MONTH", 200, month);
    }

    private static Visit visit(Visit.Eyes eyes) {
        return new Visit(PAGES, eyes).login("k.aliyev");
    }

    static Stream<Arguments> figures() {
        return Stream.of(
                Arguments.of("empty", NONE, NONE, "The centre’s figures will be here"),
                Arguments.of("slow", SLOW, MONTH, "42 min of 380"),
                Arguments.of("few", FEW, MONTH, "Hidden: too few cases"),
                Arguments.of("many", MONTH, CUT, "the figures are incomplete"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("figures")
    void the_day_and_the_month_look_as_they_should(String kind, String today, String month, String told) {
        answers(today, month);
        for (Visit.Eyes eyes : new Visit.Eyes[] {Visit.Eyes.USUAL, Visit.Eyes.NARROW}) {
            try (Visit manager = visit(eyes)) {
                manager.picture("centre-" + kind + "-" + eyes.width() + "-az")
                        .isAccessible()
                        .isNotTooWide()
                        .english();
                manager.picture("centre-" + kind + "-" + eyes.width() + "-en")
                        .isAccessible()
                        .isNotTooWide()
                        .noticedNothing();
                assertThat(manager.text()).contains(told);
            }
        }
    }

    @Test
    void figures_are_written_as_people_write_them() {
        try (Visit manager = visit(Visit.Eyes.WITHOUT_SCRIPTS)) {
            assertThat(manager.text().replace('\u00a0', ' '))
                    .contains(
                            "1 234",
                            "81,2 %",
                            "1,2 saniyə",
                            "2,75 saniyə",
                            "75 %",
                            "Bu ay: 01.11.2026 – 28.11.2026",
                            "28.11.2026 14:00 (Bakı vaxtı)");
        }
    }

    @Test
    void a_chart_has_a_bar_for_each_row_of_its_table_and_the_longest_is_the_first() {
        try (Visit manager = visit(Visit.Eyes.USUAL)) {
            assertThat(manager.page()
                            .locator("#centre section:last-of-type svg")
                            .nth(1)
                            .locator("rect")
                            .count())
                    .isEqualTo(3);
            assertThat(manager.page()
                            .locator("#centre section:last-of-type table")
                            .nth(1)
                            .locator("tbody tr")
                            .count())
                    .isEqualTo(3);
            List<Double> widths =
                    manager.page().locator("#centre section:last-of-type svg").nth(1).locator("rect").all().stream()
                            .map(bar -> Double.valueOf(bar.getAttribute("width")))
                            .toList();
            assertThat(widths.get(1) / widths.get(0)).isCloseTo(31 / 120.0, within(0.001));
            assertThat(widths).isSortedAccordingTo(Comparator.reverseOrder());
            assertThat(manager.page()
                            .locator("#centre section:last-of-type svg")
                            .nth(1)
                            .locator("text")
                            .first()
                            .innerHTML())
                    .isEqualTo("Bank hesabının rekvizitləri");
        }
    }

    @Test
    void today_stands_beside_yesterday_and_last_week_and_the_agency_that_held_lookups_up_is_named() {
        answers(SLOW, MONTH);
        try (Visit manager = visit(Visit.Eyes.USUAL).english()) {
            assertThat(manager.page().locator("#beside thead th").allInnerTexts())
                    .extracting(head -> head.split("\\s*\n")[0])
                    .containsExactly("Figure", "Today", "Yesterday", "Last week", "This month");
            assertThat(manager.page()
                            .locator("#beside tbody tr")
                            .first()
                            .locator("td")
                            .allInnerTexts())
                    .extracting(cell -> cell.replace('\u00a0', ' '))
                    .containsExactly("1 234", "87", "1 234", "1 234");
            assertThat(manager.text()).contains("Economy: 42 min of 380 min");
            manager.picture("centre-slow-en").isAccessible().noticedNothing();
            answers(FEW, MONTH);
            manager.open("/centre");
            assertThat(manager.text()).contains("No agency held lookups up today");
        }
    }

    @Test
    void what_is_hidden_is_said_to_be_and_is_not_shown_as_none() {
        try (Visit manager = visit(Visit.Eyes.USUAL)) {
            assertThat(manager.page().locator("#beside tbody td:nth-child(2)").allInnerTexts())
                    .hasSize(4)
                    .allMatch(cell -> cell.contains("Gizlədilib: işlərin sayı həddən azdır"));
            String today = manager.page().locator("#centre section").first().innerText();
            assertThat(today).contains("Göstərilə bilən sətir yoxdur").doesNotContain("bütün qurumlar cavab verib");
        }
    }

    @Test
    @Tag("attack")
    void nobody_else_sees_that_there_is_a_page_of_the_centre() {
        for (String[] person : new String[][] {{"a.mammadova", "CLERK"}, {"r.ismayilov", "OPERATOR"}}) {
            gateway().knows(person[0], person[1]);
            try (Visit other = new Visit(PAGES).login(person[0])) {
                assertThat(other.open("/centre").status()).isEqualTo(404);
                assertThat(other.page().content()).doesNotContain("href=\"/centre\"");
            }
        }
    }

    @Test
    void a_manager_without_an_office_and_a_gateway_that_is_away_are_told_as_everywhere() {
        gateway().refuses(FIGURES + "?period=TODAY", 403, "NOT_GRANTED");
        try (Visit manager = visit(Visit.Eyes.USUAL)) {
            assertThat(manager.text()).contains("NOT_GRANTED");
            gateway().answers(FIGURES + "?period=TODAY", 502, "<html>");
            assertThat(manager.open("/centre").status()).isEqualTo(502);
            gateway().refuses(FIGURES + "?period=TODAY", 503, "OVERLOADED", "Retry-After", "3");
            assertThat(manager.open("/centre").status()).isEqualTo(503);
            manager.isAccessible().noticedNothing();
        }
    }
}
