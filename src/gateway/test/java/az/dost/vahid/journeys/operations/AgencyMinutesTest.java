package az.dost.vahid.journeys.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import az.dost.vahid.sources.agency.call.AnswerTally;
import az.dost.vahid.sources.agency.call.CountedAnswers;
import az.dost.vahid.sources.ingest.TestDatabase;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** Counts of agencies by the minute, written by gateways and read over all of them. */
class AgencyMinutesTest {
    private static final Instant NOON = Instant.parse("2026-11-28T12:00:10Z");
    private final SingleConnectionDataSource database = new SingleConnectionDataSource(TestDatabase.create(), true);
    private final JdbcTemplate jdbc = new JdbcTemplate(database);
    private final AnswerTally one = new AnswerTally();
    private final AnswerTally two = new AnswerTally();
    private Instant now = NOON;
    private final AgencyMinutes first = minutes(one);
    private final AgencyMinutes second = minutes(two);

    private AgencyMinutes minutes(AnswerTally tally) {
        return new AgencyMinutes(jdbc, tally, UUID.randomUUID(), new Clock() {
            @Override
            public java.time.ZoneId getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(java.time.ZoneId zone) {
                return this;
            }

            @Override
            public Instant instant() {
                return now;
            }
        });
    }

    @AfterEach
    void close() {
        database.destroy();
    }

    private int asked() {
        return first.last(Duration.ofMinutes(15), List.of("tax"))
                .getOrDefault("tax", AnswerTally.Counts.NONE)
                .asked();
    }

    @Test
    void what_two_gateways_counted_is_one_figure() {
        CountedAnswers.answered(one, "tax", 3);
        CountedAnswers.failed(two, "tax", 2);
        first.keep();
        second.keep();
        AnswerTally.Counts counts =
                first.last(Duration.ofMinutes(15), List.of("tax", "health")).get("tax");
        assertThat(counts.asked()).isEqualTo(5);
        assertThat(counts.answered()).isEqualTo(3);
        assertThat(first.last(Duration.ofMinutes(15), List.of("tax", "health"))).doesNotContainKey("health");
    }

    @Test
    void a_minute_that_goes_on_is_written_again_with_all_of_it() {
        CountedAnswers.answered(one, "tax", 3);
        first.keep();
        CountedAnswers.answered(one, "tax", 4);
        now = NOON.plusSeconds(40);
        first.keep();
        assertThat(asked()).isEqualTo(7);
        assertThat(jdbc.queryForObject("select count(*) from agency_minute", Integer.class))
                .isEqualTo(1);
    }

    @Test
    void the_next_minute_has_a_row_of_its_own() {
        CountedAnswers.answered(one, "tax", 3);
        first.keep();
        now = NOON.plusSeconds(60);
        CountedAnswers.answered(one, "tax", 4);
        first.keep();
        assertThat(jdbc.queryForList("select asked from agency_minute order by minute", Integer.class))
                .containsExactly(3, 4);
    }

    @Test
    void what_the_database_did_not_take_is_written_when_it_does() {
        CountedAnswers.answered(one, "tax", 3);
        jdbc.execute("alter table agency_minute rename to elsewhere");
        assertThatThrownBy(first::keep).isInstanceOf(DataAccessException.class);
        jdbc.execute("alter table elsewhere rename to agency_minute");
        now = NOON.plusSeconds(180);
        first.keep();
        assertThat(asked()).isEqualTo(3);
        now = NOON.plusSeconds(240);
        first.keep();
        assertThat(asked()).isEqualTo(3);
    }

    @Test
    void what_is_older_than_the_span_does_not_count() {
        CountedAnswers.answered(one, "tax", 3);
        first.keep();
        now = NOON.plus(Duration.ofMinutes(16));
        assertThat(asked()).isZero();
    }

    @Test
    void a_history_has_each_of_its_points_and_the_newest_is_the_one_that_goes_on() {
        CountedAnswers.answered(one, "tax", 3);
        first.keep();
        now = NOON.plus(Duration.ofMinutes(3));
        CountedAnswers.answered(two, "tax", 5);
        second.keep();
        List<AgencyMinutes.Point> hour = first.history("tax", Duration.ofHours(1), Duration.ofMinutes(1));
        assertThat(hour).hasSize(60);
        assertThat(hour.get(59).from()).isEqualTo(Instant.parse("2026-11-28T12:03:00Z"));
        assertThat(hour.get(59).counts().asked()).isEqualTo(5);
        assertThat(hour.get(56).counts().asked()).isEqualTo(3);
        assertThat(hour.get(57).counts().asked()).isZero();
        assertThat(hour.get(0).from()).isEqualTo(Instant.parse("2026-11-28T11:04:00Z"));
    }

    @Test
    void a_day_has_points_of_five_minutes() {
        CountedAnswers.answered(one, "tax", 3);
        first.keep();
        now = NOON.plus(Duration.ofMinutes(4));
        CountedAnswers.answered(one, "tax", 4);
        first.keep();
        List<AgencyMinutes.Point> day = first.history("tax", Duration.ofDays(1), Duration.ofMinutes(5));
        assertThat(day).hasSize(288);
        assertThat(day.get(287).from()).isEqualTo(Instant.parse("2026-11-28T12:00:00Z"));
        assertThat(day.get(287).counts().asked()).isEqualTo(7);
    }

    @Test
    void the_last_hours_of_all_agencies_are_points_over_all_gateways() {
        CountedAnswers.answered(one, "tax", 3);
        first.keep();
        now = NOON.plus(Duration.ofMinutes(20));
        CountedAnswers.answered(one, "tax", 1);
        CountedAnswers.failed(two, "tax", 4);
        first.keep();
        second.keep();
        var recent = first.recent(Duration.ofHours(1), Duration.ofMinutes(15), List.of("tax", "health"));
        assertThat(recent).containsOnlyKeys("tax");
        assertThat(recent.get("tax").from()).isEqualTo(Instant.parse("2026-11-28T11:30:00Z"));
        assertThat(recent.get("tax").asked()).containsExactly(0, 0, 3, 5);
        assertThat(recent.get("tax").answered()).containsExactly(0, 0, 3, 1);
    }

    @Test
    void each_minute_in_which_an_agency_was_asked_is_one_over_all_gateways() {
        CountedAnswers.answered(one, "tax", 3);
        CountedAnswers.failed(two, "tax", 2);
        first.keep();
        second.keep();
        now = NOON.plus(Duration.ofMinutes(3));
        CountedAnswers.answered(one, "tax", 1);
        first.keep();
        assertThat(first.each(Instant.parse("2026-11-28T12:00:00Z"), List.of("tax", "health")))
                .containsOnlyKeys("tax")
                .extractingByKey(
                        "tax", org.assertj.core.api.InstanceOfAssertFactories.collection(AnswerTally.Counts.class))
                .extracting(AnswerTally.Counts::asked)
                .containsExactlyInAnyOrder(5, 1);
        assertThat(first.each(Instant.parse("2026-11-28T12:01:00Z"), List.of("tax"))
                        .get("tax"))
                .hasSize(1);
    }

    @Test
    void the_day_before_is_forgotten() {
        jdbc.update("insert into agency_state values ('tax', 'UP', now())");
        jdbc.update(
                "insert into agency_minute values ('tax', now() - interval '26 hours', gen_random_uuid(), 1, 1, '{}'), ('tax', now(), gen_random_uuid(), 1, 1, '{}')");
        first.forget();
        assertThat(jdbc.queryForObject("select count(*) from agency_minute", Integer.class))
                .isEqualTo(1);
    }
}
