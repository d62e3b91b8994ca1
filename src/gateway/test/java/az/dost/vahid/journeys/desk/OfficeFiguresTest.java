package az.dost.vahid.journeys.desk;

import static org.assertj.core.api.Assertions.assertThat;

import az.dost.vahid.proof.record.body.RecordId;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What an office's manager is told, and what of few is hidden. */
class OfficeFiguresTest {
    private final List<DeskRow> rows = new ArrayList<>();
    private long at = 1_790_000_000_000L;

    private OfficeFiguresTest add(int cases, int tookMs, List<String> papers, List<String> silent) {
        for (int i = 0; i < cases; i++) {
            row("m" + rows.size(), tookMs, papers, silent, "COMPLETE");
        }
        return this;
    }

    private void row(String matter, int tookMs, List<String> papers, List<String> silent, String completeness) {
        ObjectNode told = JsonNodeFactory.instance.objectNode().put("completeness", completeness);
        papers.forEach(told.putArray("stillNeeded")::add);
        silent.forEach(told.putArray("silent")::add);
        rows.add(new DeskRow(RecordId.at(at++), matter, tookMs, told, null, null));
    }

    private ObjectNode figures() {
        return new OfficeFigures(rows, "disability-certificate"::equals).json();
    }

    @Test
    void an_office_without_cases_has_none_and_hides_nothing() {
        assertThat(figures().toString())
                .isEqualTo("{\"cases\":0,\"stillAsked\":[],\"notAskedAgencies\":[],\"hidden\":[]}");
    }

    @Test
    void figures_of_many_cases_are_told() {
        add(10, 1000, List.of(), List.of())
                .add(9, 2000, List.of("id-card"), List.of("tax"))
                .add(1, 9000, List.of("id-card"), List.of("tax"));
        ObjectNode told = figures();
        assertThat(told.path("cases").asInt()).isEqualTo(20);
        assertThat(told.path("documentFreeShare").asDouble()).isEqualTo(0.5);
        assertThat(told.path("medianSeconds").asDouble()).isEqualTo(1.0);
        assertThat(told.path("p95Seconds").asDouble()).isEqualTo(2.0);
        assertThat(told.path("stillAsked").toString()).isEqualTo("[{\"paper\":\"id-card\",\"cases\":10}]");
        assertThat(told.path("notAskedAgencies").toString())
                .isEqualTo("[{\"agency\":\"tax\",\"cases\":10,\"completedIn24h\":0}]");
        assertThat(told.path("hidden")).isEmpty();
    }

    @Test
    void the_last_dossier_of_a_case_counts_and_an_empty_one_does_not() {
        add(9, 1000, List.of(), List.of());
        row("m0", 3000, List.of("id-card"), List.of(), "COMPLETE");
        row("m1", 3000, List.of("id-card"), List.of(), "EMPTY");
        assertThat(figures().path("cases").asInt()).isEqualTo(9);
        assertThat(figures().path("hidden").toString())
                .as("one case with a paper among nine")
                .contains("DOCUMENT_FREE_SHARE", "STILL_ASKED");
    }

    @Test
    void four_cases_are_not_told_of() {
        ObjectNode told = add(4, 1000, List.of("id-card"), List.of("tax")).figures();
        assertThat(told.has("cases") || told.has("documentFreeShare") || told.has("medianSeconds"))
                .isFalse();
        assertThat(told.path("stillAsked")).isEmpty();
        assertThat(told.path("notAskedAgencies")).isEmpty();
        assertThat(told.path("hidden").toString())
                .isEqualTo(
                        "[\"CASES\",\"DOCUMENT_FREE_SHARE\",\"MEDIAN_SECONDS\",\"NOT_ASKED_AGENCIES\",\"OUTCOMES\",\"P95_SECONDS\",\"STILL_ASKED\"]");
    }

    @Test
    void silent_registers_deaths_and_unknown_people_make_no_case_free_of_papers() {
        add(10, 1000, List.of(), List.of()).add(10, 1000, List.of("id-card"), List.of());
        double before = figures().path("documentFreeShare").asDouble();
        rows.subList(0, 5).forEach(row -> ((ObjectNode) row.told()).put("open", 2));
        assertThat(figures().path("documentFreeShare").asDouble())
                .as("when registers fail")
                .isLessThan(before)
                .isEqualTo(0.25);
        add(5, 1000, List.of(), List.of()).add(6, 1000, List.of(), List.of());
        rows.subList(20, 25).forEach(row -> ((ObjectNode) row.told()).put("state", "DECEASED"));
        rows.subList(25, 31).forEach(row -> ((ObjectNode) row.told()).put("state", "UNKNOWN"));
        assertThat(figures().path("outcomes").toString())
                .isEqualTo("[{\"outcome\":\"FREE\",\"cases\":5},{\"outcome\":\"NEEDED\",\"cases\":10},"
                        + "{\"outcome\":\"UNDECIDED\",\"cases\":5},{\"outcome\":\"DECEASED\",\"cases\":5},"
                        + "{\"outcome\":\"UNKNOWN\",\"cases\":6}]");
        add(1, 1000, List.of(), List.of());
        ((ObjectNode) rows.get(31).told()).put("open", 0).put("completeness", "PARTIAL");
        assertThat(figures().path("outcomes").get(0).path("cases").asInt())
                .as("all papers are decided, although a register that none of them needs was silent")
                .isEqualTo(6);
    }

    @Test
    void a_row_of_before_that_does_not_say_what_is_open_is_undecided_where_registers_were_silent() {
        add(5, 1000, List.of(), List.of());
        for (int i = 0; i < 5; i++) {
            row("p" + i, 1000, List.of(), List.of("tax"), "PARTIAL");
        }
        assertThat(figures().path("documentFreeShare").asDouble()).isEqualTo(0.5);
    }

    @Test
    void what_cases_came_to_is_hidden_whole_where_one_of_it_is_of_few() {
        add(10, 1000, List.of(), List.of()).add(10, 1000, List.of("id-card"), List.of());
        ((ObjectNode) rows.get(0).told()).put("open", 1);
        ObjectNode told = figures();
        assertThat(told.has("outcomes")).isFalse();
        assertThat(told.path("hidden").toString()).contains("OUTCOMES");
    }

    @Test
    void of_nine_cases_the_times_are_hidden() {
        ObjectNode told = add(9, 1000, List.of(), List.of()).figures();
        assertThat(told.path("cases").asInt()).isEqualTo(9);
        assertThat(told.path("documentFreeShare").asDouble()).isEqualTo(1.0);
        assertThat(told.path("hidden").toString()).isEqualTo("[\"MEDIAN_SECONDS\",\"P95_SECONDS\"]");
    }

    @Test
    void a_paper_that_tells_of_a_disability_needs_ten() {
        add(9, 1000, List.of("disability-certificate", "id-card"), List.of()).add(9, 1000, List.of(), List.of());
        assertThat(figures().path("stillAsked").toString()).isEqualTo("[{\"paper\":\"id-card\",\"cases\":9}]");
        add(1, 1000, List.of("disability-certificate"), List.of());
        assertThat(figures().path("stillAsked").size()).isEqualTo(2);
    }

    @Test
    void what_a_follow_up_brought_within_a_day_is_told() {
        add(12, 1000, List.of(), List.of("tax"));
        for (int i = 0; i < 6; i++) {
            row("m" + i, 1000, List.of(), List.of(), "COMPLETE");
        }
        assertThat(figures().path("notAskedAgencies").toString())
                .isEqualTo("[{\"agency\":\"tax\",\"cases\":12,\"completedIn24h\":6}]");
        at += Duration.ofHours(25).toMillis();
        row("m6", 1000, List.of(), List.of(), "COMPLETE");
        assertThat(figures()
                        .path("notAskedAgencies")
                        .get(0)
                        .path("completedIn24h")
                        .asInt())
                .isEqualTo(6);
    }
}
