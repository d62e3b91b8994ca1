package az.dost.vahid.journeys.misuse;

import static org.assertj.core.api.Assertions.assertThat;

import az.dost.vahid.proof.record.RecordDatabase;
import com.zaxxer.hikari.HikariDataSource;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.ConnectionCallback;

/** What production's rules make of lookups, in memory and in the database. */
class MisuseTest {
    private static final RuleBook BOOK = RuleReaderTest.read("src/gateway/main/resources/misuse-rules.yaml");
    private static final String FIN = "1AAAAAA";
    private final HikariDataSource database = RecordDatabase.create();
    private final Instant start = Instant.now().truncatedTo(ChronoUnit.MILLIS);
    private final TestMisuse gateway = new TestMisuse(database, BOOK, start);

    @AfterEach
    void close() {
        database.close();
    }

    private List<String> broken() {
        gateway.keep();
        // The hour at which the test runs is nobody's business.
        return gateway.jdbc.queryForList(
                "select rule from misuse_hit where rule <> 'out-of-hours' order by rule", String.class);
    }

    @Test
    void a_lookup_now_and_then_is_no_misuse() {
        for (int i = 0; i < 50; i++) {
            assertThat(gateway.pass(Duration.ofSeconds(4)).lookup("a.b", "CASE/1", "9A" + (10_000 + i * 700)))
                    .isEqualTo(new Ruling(false, 0));
        }
        assertThat(broken()).isEmpty();
    }

    @Test
    void an_official_faster_than_a_person_is_slowed_down_until_it_is_slower() {
        for (int i = 0; i < 20; i++) {
            assertThat(gateway.pass(Duration.ofMillis(100))
                            .lookup("a.b", "CASE/1", FIN)
                            .delayMs())
                    .isZero();
        }
        assertThat(gateway.lookup("a.b", "CASE/1", FIN)).isEqualTo(new Ruling(false, 3000));
        assertThat(gateway.lookup("c.d", "CASE/1", FIN)).isEqualTo(new Ruling(false, 0));
        assertThat(gateway.pass(Duration.ofMinutes(1)).lookup("a.b", "CASE/1", FIN))
                .isEqualTo(new Ruling(false, 0));
        assertThat(broken()).containsExactly("faster-than-a-person");
    }

    @Test
    void one_citizen_of_many_officials_is_told() {
        for (int i = 0; i < 5; i++) {
            gateway.lookup("official." + i, "CASE/" + i, FIN);
        }
        gateway.lookup("official.4", "CASE/4", FIN);
        assertThat(broken()).isEmpty();
        gateway.pass(Duration.ofHours(20)).lookup("official.5", "CASE/5", FIN);
        assertThat(broken()).containsExactly("one-citizen-many-officials");
    }

    @Test
    void fins_in_a_row_are_blocked_whatever_the_registers_say() {
        for (int i = 0; i < 6; i++) {
            assertThat(gateway.pass(Duration.ofSeconds(30))
                            .lookup("a.b", "CASE/1", "1AAAAA" + i)
                            .blocked())
                    .isFalse();
        }
        assertThat(gateway.pass(Duration.ofSeconds(30))
                        .lookup("a.b", "CASE/1", "1AAAAA6")
                        .blocked())
                .isTrue();
        assertThat(gateway.lookup("a.b", "CASE/1", "Z9KKKKK").blocked())
                .as("any lookup, for as long as the rule is broken")
                .isTrue();
        assertThat(broken()).containsExactly("fins-in-a-row");
    }

    @Test
    @Tag("attack")
    void a_new_official_for_each_lookup_hides_nothing() {
        for (int i = 0; i < 1600; i++) {
            gateway.pass(Duration.ofMillis(500)).lookup("made.up." + i, "CASE/" + i, fin(i * 700_001L));
        }
        assertThat(broken()).contains("more-officials-than-an-office-has");
    }

    @Test
    @Tag("attack")
    void fins_in_a_row_by_ever_new_officials_are_blocked() {
        for (int i = 0; i < 21; i++) {
            assertThat(gateway.pass(Duration.ofSeconds(5))
                            .lookup("made.up." + i, "CASE/" + i, fin(i))
                            .blocked())
                    .isFalse();
        }
        assertThat(gateway.pass(Duration.ofSeconds(5))
                        .lookup("made.up.21", "CASE/21", fin(21))
                        .blocked())
                .isTrue();
        assertThat(broken()).contains("fins-in-a-row-of-an-office");
    }

    @Test
    @Tag("attack")
    void fins_in_a_row_with_others_between_them_are_blocked() {
        for (int i = 0; i < 6; i++) {
            assertThat(gateway.pass(Duration.ofSeconds(30))
                            .lookup("a.b", "CASE/1", fin(i))
                            .blocked())
                    .isFalse();
            assertThat(gateway.pass(Duration.ofSeconds(30))
                            .lookup("a.b", "CASE/1", fin(1_000_000L * (i + 1)))
                            .blocked())
                    .isFalse();
        }
        assertThat(gateway.pass(Duration.ofSeconds(30))
                        .lookup("a.b", "CASE/1", fin(6))
                        .blocked())
                .isTrue();
    }

    @Test
    @Tag("attack")
    void an_official_who_is_blocked_cannot_have_the_office_blocked() {
        for (int i = 0; i < 60; i++) {
            gateway.pass(Duration.ofSeconds(5)).lookup("a.b", "CASE/1", fin(i));
        }
        assertThat(gateway.lookup("a.b", "CASE/1", FIN).blocked()).isTrue();
        assertThat(gateway.lookup("c.d", "CASE/2", FIN).blocked()).isFalse();
    }

    /** The FIN of a number, counted in its alphabet. */
    private static String fin(long number) {
        String alphabet = "0123456789ABCDEFGHJKLMNPQRSTUVWXYZ";
        StringBuilder fin = new StringBuilder();
        for (long rest = number; fin.length() < 7; rest /= alphabet.length()) {
            fin.insert(0, alphabet.charAt((int) (rest % alphabet.length())));
        }
        return fin.toString();
    }

    @Test
    void many_fins_that_nobody_has_are_blocked() {
        for (int i = 0; i < 11; i++) {
            assertThat(gateway.pass(Duration.ofSeconds(30))
                            .lookup("a.b", "CASE/1", "9A" + (10_000 + i * 700))
                            .blocked())
                    .isFalse();
            gateway.unknown("a.b", "9A" + (10_000 + i * 700));
        }
        assertThat(gateway.lookup("a.b", "CASE/1", FIN).blocked()).isTrue();
        assertThat(gateway.pass(Duration.ofMinutes(31))
                        .lookup("a.b", "CASE/1", FIN)
                        .blocked())
                .isFalse();
        assertThat(broken()).containsExactly("unknown-fins");
    }

    @Test
    void the_own_record_a_colleagues_and_a_protected_persons_are_told() {
        gateway.misuse.judge(TestMisuse.OFFICE, "a.b", "ccu-car", "CASE/1", FIN, "a".repeat(64), false);
        assertThat(broken()).containsExactly("own-record");
        gateway.misuse.judge(TestMisuse.OFFICE, "a.b", "ccu-car", "CASE/1", FIN, "c".repeat(64), false);
        assertThat(broken()).containsExactly("colleague", "own-record");
        gateway.misuse.judge(TestMisuse.OFFICE, "a.b", "ccu-car", "CASE/1", FIN, "e".repeat(64), false);
        assertThat(broken()).as("of another office").containsExactly("colleague", "own-record");
        gateway.misuse.judge(TestMisuse.OFFICE, "a.b", "ccu-car", "CASE/1", FIN, "f".repeat(64), true);
        assertThat(broken()).containsExactly("colleague", "own-record", "protected-person");
    }

    @Test
    void a_lookup_at_night_is_told() {
        TestMisuse night = new TestMisuse(database, BOOK, Instant.parse("2026-01-05T20:00:00Z"));
        night.lookup("a.b", "CASE/1", FIN);
        night.hits.keep();
        assertThat(night.rows.list("OPEN", null, 10)).singleElement().satisfies(hit -> {
            assertThat(hit.rule()).isEqualTo("out-of-hours");
            assertThat(hit.official()).isEqualTo("a.b");
            assertThat(hit.toString()).doesNotContain(FIN);
        });
        TestMisuse day = new TestMisuse(database, BOOK, Instant.parse("2026-01-06T08:00:00Z"));
        day.lookup("c.d", "CASE/1", FIN);
        day.hits.keep();
        assertThat(day.rows.list("OPEN", null, 10)).hasSize(1);
    }

    @Test
    void hits_that_follow_each_other_are_one_row_until_it_is_closed() {
        for (int i = 0; i < 40; i++) {
            gateway.lookup("a.b", "CASE/1", FIN);
            gateway.keep();
        }
        List<Hit> open = gateway.rows.list("OPEN", null, 10).stream()
                .filter(hit -> hit.rule().equals("faster-than-a-person"))
                .toList();
        assertThat(open).singleElement().extracting(Hit::times).isEqualTo(20L);
        gateway.jdbc.execute((ConnectionCallback<Boolean>)
                connection -> HitRows.close(connection, open.get(0).id(), "JUSTIFIED", "A queue", "s.auditor"));
        gateway.lookup("a.b", "CASE/1", FIN);
        gateway.keep();
        assertThat(gateway.rows.list("OPEN", null, 10))
                .filteredOn(hit -> hit.rule().equals("faster-than-a-person"))
                .singleElement()
                .extracting(Hit::times)
                .isEqualTo(1L);
    }

    @Test
    void windows_hold_across_a_restart() {
        for (int i = 0; i < 20; i++) {
            gateway.lookup("a.b", "CASE/1", FIN);
        }
        gateway.journal.close();
        assertThat(new TestMisuse(database, BOOK, start)
                        .lookup("a.b", "CASE/1", FIN)
                        .delayMs())
                .isEqualTo(3000);
    }

    @Test
    void windows_hold_across_two_gateways() {
        TestMisuse other = new TestMisuse(database, BOOK, start);
        for (int i = 0; i < 10; i++) {
            gateway.lookup("a.b", "CASE/1", FIN);
            assertThat(other.lookup("a.b", "CASE/1", FIN).delayMs()).isZero();
        }
        gateway.keep();
        other.keep();
        gateway.keep();
        assertThat(gateway.lookup("a.b", "CASE/1", FIN).delayMs()).isEqualTo(3000);
        assertThat(other.lookup("a.b", "CASE/1", FIN).delayMs()).isEqualTo(3000);
        gateway.hits.keep();
        other.hits.keep();
        assertThat(gateway.rows.list("OPEN", null, 10))
                .filteredOn(hit -> hit.rule().equals("faster-than-a-person"))
                .as("one row of what two gateways see")
                .singleElement()
                .extracting(Hit::times)
                .isEqualTo(2L);
    }

    @Test
    void cases_opened_and_never_come_back_to_are_told() {
        TestMisuse past = new TestMisuse(database, BOOK, start.minus(Duration.ofDays(10)));
        for (int i = 0; i < 21; i++) {
            past.lookup("a.b", "ONCE/" + i, FIN);
            past.lookup("c.d", "TWICE/" + i, FIN);
            past.lookup("c.d", "TWICE/" + i, FIN);
            past.lookup("e.f", "SHARED/" + i, FIN);
        }
        past.keep();
        for (int i = 0; i < 21; i++) {
            gateway.lookup("c.d", "SHARED/" + i, FIN);
            gateway.lookup("e.f", "NEW/" + i, FIN);
        }
        gateway.keep();
        gateway.abandoned.find();
        gateway.hits.keep();
        assertThat(gateway.rows.list("OPEN", null, 50))
                .filteredOn(hit -> hit.rule().equals("abandoned-cases"))
                .singleElement()
                .extracting(Hit::official)
                .isEqualTo("a.b");
    }

    @Test
    void what_no_rule_counts_any_more_is_forgotten() {
        TestMisuse old = new TestMisuse(database, BOOK, start.minus(Duration.ofDays(31)));
        old.lookup("a.b", "OLD/1", FIN);
        old.keep();
        gateway.lookup("a.b", "NEW/1", FIN);
        gateway.keep();
        gateway.journal.forget();
        assertThat(gateway.jdbc.queryForList("select case_ref from misuse_seen", String.class))
                .containsExactly("NEW/1");
    }

    @Test
    void neither_table_has_a_fin() {
        gateway.lookup("a.b", "CASE/1", FIN);
        gateway.keep();
        assertThat(gateway.jdbc
                        .queryForList(
                                "select seen::text from misuse_seen seen union all select hit::text from misuse_hit hit",
                                String.class)
                        .toString()
                        .replace("person of " + FIN, ""))
                .doesNotContain(FIN);
    }
}
