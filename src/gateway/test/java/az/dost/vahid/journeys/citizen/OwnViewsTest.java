package az.dost.vahid.journeys.citizen;

import static org.assertj.core.api.Assertions.assertThat;

import az.dost.vahid.calendar.AwkwardDays;
import az.dost.vahid.calendar.Baku;
import az.dost.vahid.journeys.tally.TallyJob;
import az.dost.vahid.proof.record.ActRecord;
import az.dost.vahid.proof.record.body.RecordId;
import az.dost.vahid.signature.key.PersonHash;
import az.dost.vahid.signature.key.RowSeals;
import az.dost.vahid.whole.RunningVahid;
import java.sql.Date;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ArgumentsSource;
import org.springframework.jdbc.core.JdbcTemplate;

/** A citizen who looks who had looked has one entry of the chain a day, and reports count it. */
class OwnViewsTest {
    private static final RunningVahid VAHID = RunningVahid.get();
    private final JdbcTemplate jdbc = VAHID.bean(JdbcTemplate.class);
    /** It stands still: no test is a day older when it ends. */
    private final Instant now = Instant.now();

    private final OwnViews views = at(now);
    private final String person = VAHID.bean(PersonHash.class).of("a person of " + UUID.randomUUID());

    private OwnViews at(Instant moment) {
        return new OwnViews(jdbc, VAHID.bean(ActRecord.class), VAHID.bean(RowSeals.class), AwkwardDays.at(moment));
    }

    private long entries() {
        return jdbc.queryForObject(
                "select count(*) from audit where entry ->> 'person' = ? and entry ->> 'act' = 'own-lookups-viewed'",
                Long.class,
                person);
    }

    private long counted() {
        VAHID.bean(TallyJob.class).run();
        return jdbc.queryForObject("select coalesce(sum(n), 0) from report_tally where measure = 'VIEW'", Long.class);
    }

    @Test
    void the_first_of_a_day_is_an_act_and_a_figure_and_others_are_neither() {
        long before = counted();
        views.keep(person);
        views.keep(person);
        assertThat(entries()).isEqualTo(1);
        assertThat(counted()).isEqualTo(before + 1);
    }

    @Test
    void whoever_looks_on_another_day_has_another_entry() {
        views.keep(person);
        jdbc.update("delete from own_view");
        views.keep(person);
        assertThat(entries()).isEqualTo(2);
    }

    @ParameterizedTest
    @ArgumentsSource(AwkwardDays.class)
    void a_day_begins_at_midnight_in_Baku(Instant moment) {
        Instant midnight = LocalDate.ofInstant(moment, Baku.ZONE)
                .plusDays(1)
                .atStartOfDay(Baku.ZONE)
                .toInstant();
        at(moment).keep(person);
        at(midnight.minusMillis(1)).keep(person);
        assertThat(entries()).isEqualTo(1);
        at(midnight).keep(person);
        at(midnight).forget();
        at(midnight.plus(Duration.ofHours(4))).keep(person);
        assertThat(entries()).as("it is midnight elsewhere").isEqualTo(2);
    }

    @Test
    @Tag("attack")
    void of_many_at_the_same_time_one_is_kept() {
        IntStream.range(0, 16).parallel().forEach(i -> views.keep(person));
        assertThat(entries()).isEqualTo(1);
    }

    @Test
    @Tag("attack")
    void nothing_but_the_chain_tells_who_it_was_and_the_chain_does_not_tell_what_he_saw() {
        views.keep(person);
        assertThat(jdbc.queryForList("select encode(digest, 'hex') || day from own_view", String.class))
                .isNotEmpty()
                .noneMatch(row -> row.contains(person));
        assertThat(jdbc.queryForList(
                        "select key from audit, json_object_keys(entry) key where entry ->> 'person' = ? and entry ->> 'act' = 'own-lookups-viewed'",
                        String.class,
                        person))
                .containsExactlyInAnyOrder("kind", "id", "at", "act", "person");
    }

    @Test
    void days_that_are_over_are_forgotten_and_today_is_not() {
        views.keep(person);
        Date over = Date.valueOf(LocalDate.ofInstant(now, Baku.ZONE).minusDays(2));
        jdbc.update("insert into own_view (digest, day) values (?, ?)", ("old " + RecordId.next()).getBytes(), over);
        views.forget();
        assertThat(jdbc.queryForObject("select count(*) from own_view where day <= ?", Long.class, over))
                .isZero();
        views.keep(person);
        assertThat(entries()).isEqualTo(1);
    }
}
