package az.dost.vahid.journeys.misuse;

import static org.assertj.core.api.Assertions.assertThat;

import az.dost.vahid.proof.record.RecordDatabase;
import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Misuse that is spread over gateways, and over officials, is found as if there were one gateway; half a second later
 * at the most.
 */
@Tag("attack")
class SpreadMisuseTest {
    private static final RuleBook BOOK = RuleReaderTest.read("src/gateway/main/resources/misuse-rules.yaml");
    private static final String ALPHABET = "0123456789ABCDEFGHJKLMNPQRSTUVWXYZ";

    @TempDir
    Path folder;

    private final HikariDataSource database = RecordDatabase.create();
    private final Instant start = Instant.now().truncatedTo(ChronoUnit.MILLIS);
    private final List<TestMisuse> gateways = gateways(BOOK);

    @AfterEach
    void close() {
        database.close();
    }

    private List<TestMisuse> gateways(RuleBook book) {
        return Stream.generate(() -> new TestMisuse(database, book, start))
                .limit(3)
                .toList();
    }

    /** The FIN of a number, counted in its alphabet. */
    private static String fin(long number) {
        StringBuilder fin = new StringBuilder();
        for (long rest = number; fin.length() < 7; rest /= ALPHABET.length()) {
            fin.insert(0, ALPHABET.charAt((int) (rest % ALPHABET.length())));
        }
        return fin.toString();
    }

    /** A lookup at the gateway whose turn it is; then half a second passes for all. */
    private Ruling lookup(int turn, String official, String caseRef, String fin) {
        Ruling ruling = gateways.get(turn % gateways.size()).lookup(official, caseRef, fin);
        gateways.forEach(gateway -> gateway.pass(Duration.ofMillis(500)));
        turn();
        return ruling;
    }

    /** All write, then all read. */
    private void turn() {
        gateways.forEach(TestMisuse::keep);
        gateways.forEach(TestMisuse::keep);
    }

    private List<String> broken() {
        turn();
        return gateways.get(0)
                .jdbc
                .queryForList(
                        "select distinct rule from misuse_hit where rule <> 'out-of-hours' order by rule",
                        String.class);
    }

    @Test
    void fins_in_a_row_are_blocked_though_no_gateway_sees_two_of_them_that_are_close() {
        // Steps of 7: each gateway sees every third FIN, 21 apart.
        List<Ruling> rulings = IntStream.range(0, 9)
                .mapToObj(i -> lookup(i, "a.b", "CASE/1", fin(1000 + 7L * i)))
                .toList();
        assertThat(rulings.get(8).blocked()).isTrue();
        assertThat(IntStream.range(0, 3)
                        .mapToObj(i -> gateways.get(i)
                                .lookup("a.b", "CASE/1", "Z9KKKKK")
                                .blocked()))
                .as("at each gateway")
                .containsOnly(true);
        assertThat(broken()).containsExactly("fins-in-a-row");
    }

    @Test
    void fins_in_a_row_by_ever_new_officials_at_ever_other_gateways_are_blocked() {
        for (int i = 0; i < 21; i++) {
            assertThat(lookup(i, "made.up." + i, "CASE/" + i, fin(5000 + i)).blocked())
                    .isFalse();
        }
        assertThat(lookup(21, "made.up.21", "CASE/21", fin(5021)).blocked()).isTrue();
        assertThat(broken()).contains("fins-in-a-row-of-an-office");
    }

    @Test
    void fins_in_a_row_are_still_known_after_a_restart() {
        for (int i = 0; i < 6; i++) {
            lookup(0, "a.b", "CASE/1", fin(1000 + i));
        }
        TestMisuse again = new TestMisuse(database, BOOK, gateways.get(0).now());
        assertThat(again.lookup("a.b", "CASE/1", fin(1006)).blocked()).isTrue();
    }

    @Test
    void lookups_of_one_system_are_counted_over_all_gateways() {
        for (int i = 0; i < 1203; i++) {
            gateways.get(i % 3).lookup("official." + i % 400, "CASE/" + i, fin(i * 700_001L));
        }
        assertThat(broken()).doesNotContain("faster-than-an-office");
        gateways.get(0).lookup("official.1", "CASE/1", fin(3));
        assertThat(broken()).contains("faster-than-an-office");
    }

    @Test
    void officials_of_one_citizen_are_counted_over_all_gateways() {
        for (int i = 0; i < 5; i++) {
            lookup(i, "official." + i, "CASE/" + i, fin(1));
        }
        assertThat(broken()).isEmpty();
        lookup(5, "official.5", "CASE/5", fin(1));
        assertThat(broken()).containsExactly("one-citizen-many-officials");
    }

    /** Its memory begins anew, and is not filled with a day of lookups. */
    @Test
    void what_differs_is_counted_over_a_day_whatever_memory_holds() {
        TestMisuse morning = new TestMisuse(database, BOOK, start.minus(Duration.ofHours(5)));
        for (int i = 0; i < 5; i++) {
            morning.lookup("official." + i, "CASE/" + i, fin(1));
        }
        morning.journal.keep();
        TestMisuse again = new TestMisuse(database, BOOK, start);
        again.lookup("official.5", "CASE/5", fin(1));
        again.keep();
        assertThat(broken()).containsExactly("one-citizen-many-officials");
        assertThat(again.rows.list("OPEN", null, 10))
                .filteredOn(hit -> !hit.rule().equals("out-of-hours"))
                .singleElement()
                .extracting(Hit::times)
                .isEqualTo(1L);
        again.lookup("official.6", "CASE/6", fin(1));
        again.keep();
        assertThat(again.rows.list("OPEN", null, 10))
                .filteredOn(hit -> !hit.rule().equals("out-of-hours"))
                .singleElement()
                .extracting(Hit::times)
                .isEqualTo(2L);
    }

    @Test
    void a_rule_that_blocks_what_differs_blocks_a_moment_later_and_until_its_window_is_over() throws Exception {
        RuleBook strict =
                rules("{id: few-citizens, watch: CITIZENS_OF_OFFICIAL, window: P1D, moreThan: 3, action: BLOCK}");
        TestMisuse before = new TestMisuse(database, strict, start.minus(Duration.ofHours(2)));
        for (int i = 0; i < 4; i++) {
            before.lookup("a.b", "CASE/1", fin(i * 700_001L));
        }
        before.journal.keep();
        TestMisuse after = new TestMisuse(database, strict, start);
        after.lookup("a.b", "CASE/1", fin(0));
        after.journal.keep();
        assertThat(after.lookup("a.b", "CASE/1", fin(0)).blocked()).isTrue();
        assertThat(after.lookup("c.d", "CASE/1", fin(0)).blocked()).isFalse();
        assertThat(after.pass(Duration.ofHours(23))
                        .lookup("a.b", "CASE/1", fin(0))
                        .blocked())
                .isFalse();
    }

    @Test
    void an_official_who_is_blocked_cannot_have_the_office_blocked() throws Exception {
        RuleBook strict = rules(
                "{id: few-citizens, watch: CITIZENS_OF_OFFICIAL, window: P1D, moreThan: 3, action: BLOCK}",
                "{id: citizens-of-all, watch: CITIZENS_OF_REQUESTER, window: P1D, moreThan: 8, action: BLOCK}");
        TestMisuse gateway = new TestMisuse(database, strict, start);
        for (int i = 0; i < 30; i++) {
            gateway.lookup("a.b", "CASE/1", fin(i * 700_001L));
            gateway.journal.keep();
        }
        assertThat(gateway.lookup("a.b", "CASE/1", fin(7)).blocked()).isTrue();
        assertThat(gateway.lookup("c.d", "CASE/2", fin(7)).blocked()).isFalse();
        gateway.journal.keep();
        assertThat(gateway.lookup("c.d", "CASE/2", fin(7)).blocked()).isFalse();
    }

    @Test
    void what_gateways_of_the_version_before_saw_is_counted() {
        gateways.get(0)
                .jdbc
                .update(
                        "insert into misuse_seen (gateway, at, kind, requester, official, case_ref, person)"
                                + " select gen_random_uuid(), ?, 'NEIGHBOUR', 'office', 'a.b', 'CASE/1', 'person ' || number from generate_series(1, 6) number",
                        java.sql.Timestamp.from(start));
        turn();
        assertThat(gateways.get(1).lookup("a.b", "CASE/1", fin(0)).blocked()).isTrue();
    }

    @Test
    void nothing_that_is_kept_tells_a_fin_or_its_number() {
        lookup(0, "a.b", "CASE/1", fin(123_456));
        String kept = gateways.get(0)
                .jdbc
                .queryForList(
                        "select seen::text from misuse_seen seen union all select counted::text from misuse_different counted",
                        String.class)
                .toString()
                .replace("person of " + fin(123_456), "");
        assertThat(kept).doesNotContain(fin(123_456), "123456");
    }

    private RuleBook rules(String... rules) throws Exception {
        Path file = folder.resolve("rules.yaml");
        Files.writeString(
                file,
                "zone: Asia/Baku\nworkingHours: {from: \"00:00\", to: \"23:59\", days: [MONDAY, TUESDAY, WEDNESDAY, THURSDAY, FRIDAY, SATURDAY, SUNDAY]}\n"
                        + "holidays: []\nrules:\n"
                        + Stream.of(rules).map(rule -> "  - " + rule + "\n").reduce("", String::concat));
        return RuleReaderTest.read(file.toString());
    }
}
