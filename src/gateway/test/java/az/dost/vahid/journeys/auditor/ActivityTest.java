package az.dost.vahid.journeys.auditor;

import static org.assertj.core.api.Assertions.assertThat;

import az.dost.vahid.calendar.Baku;
import az.dost.vahid.journeys.desk.DeskMark;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Thirty days of an official beside the office: what is counted, and what would tell of a colleague. */
class ActivityTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 28);
    private final List<DeskMark> marks = new ArrayList<>();

    private ActivityTest looked(String official, String at, int times) {
        for (int i = 0; i < times; i++) {
            marks.add(new DeskMark(official, Instant.parse(at).plusSeconds(i)));
        }
        return this;
    }

    private JsonNode json() {
        return new Activity(marks, TODAY, Baku.ZONE).json("a.b");
    }

    @Test
    void thirty_days_end_today_and_days_without_a_lookup_are_among_them() {
        JsonNode json = looked("a.b", "2026-11-27T08:00:00Z", 3).json();
        assertThat(json.path("from").asText()).isEqualTo("2026-10-30");
        assertThat(json.path("days")).hasSize(30);
        assertThat(json.at("/days/28/lookups").asInt()).isEqualTo(3);
        assertThat(json.at("/days/29/lookups").asInt()).isZero();
        assertThat(json.path("lookups").asInt()).isEqualTo(3);
    }

    @Test
    void a_day_begins_in_baku() {
        assertThat(looked("a.b", "2026-11-26T20:30:00Z", 1)
                        .json()
                        .at("/days/28/lookups")
                        .asInt())
                .isEqualTo(1);
    }

    @Test
    void of_fewer_than_three_colleagues_there_is_no_median() {
        looked("c.d", "2026-11-27T08:00:00Z", 5)
                .looked("e.f", "2026-11-27T08:00:00Z", 7)
                .looked("a.b", "2026-11-27T08:00:00Z", 90);
        assertThat(json().path("colleagues").asInt()).isEqualTo(2);
        assertThat(json().toString()).doesNotContain("median");
    }

    @Test
    void a_median_is_of_the_colleagues_who_worked_that_day_and_not_of_the_official() {
        looked("c.d", "2026-11-27T08:00:00Z", 5)
                .looked("e.f", "2026-11-27T08:00:00Z", 8)
                .looked("g.h", "2026-11-27T08:00:00Z", 40)
                .looked("i.j", "2026-11-26T08:00:00Z", 1)
                .looked("a.b", "2026-11-27T08:00:00Z", 90);
        assertThat(json().at("/days/28/median").asDouble()).isEqualTo(8);
        assertThat(json().at("/days/27").has("median")).isFalse();
        assertThat(json().path("median").asDouble())
                .as("of four, the mean of the two in the middle")
                .isEqualTo(6.5);
    }
}
