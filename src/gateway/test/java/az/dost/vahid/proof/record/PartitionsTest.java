package az.dost.vahid.proof.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import az.dost.vahid.answer.SourceAnswer;
import az.dost.vahid.calendar.AwkwardDays;
import az.dost.vahid.proof.record.body.RecordId;
import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PartitionsTest {
    private static final Instant NOW = AwkwardDays.NEW_YEAR;
    private static final Clock CLOCK = AwkwardDays.at(NOW);
    private static final LocalDate TODAY = LocalDate.ofInstant(NOW, ZoneOffset.UTC);
    private final HikariDataSource database = RecordDatabase.create();
    private TestRecord test;

    @BeforeEach
    void open(@TempDir Path keys) {
        test = new TestRecord(database, keys);
    }

    @AfterEach
    void close() throws InterruptedException {
        test.close();
        database.close();
    }

    private static String of(String table, LocalDate day) {
        return table + "_" + DateTimeFormatter.BASIC_ISO_DATE.format(day);
    }

    private long attached(String table) {
        return test.jdbc.queryForObject(
                "select count(*) from pg_inherits where inhparent = ?::regclass", Long.class, table);
    }

    /** A transaction that has read all of the record, as a dump does, and is not over. */
    private Connection reader() throws SQLException {
        Connection reader = database.getConnection();
        reader.setAutoCommit(false);
        reader.createStatement()
                .execute(
                        "select (select count(*) from audit), (select count(*) from dossier), (select count(*) from evidence)");
        return reader;
    }

    private static UUID tomorrow() {
        return in(1);
    }

    private static UUID in(int days) {
        return RecordId.at(NOW.plus(Duration.ofDays(days)).toEpochMilli());
    }

    @Test
    void those_of_the_next_days_are_made_ahead() {
        new Partitions(database, CLOCK, 3).ahead();
        assertThat(attached("audit")).isEqualTo(4);
        assertThat(attached("dossier")).isEqualTo(4);
        assertThat(attached("evidence")).isEqualTo(4);
        test.keep(tomorrow());
        assertThat(test.jdbc.queryForObject("select count(*) from " + of("dossier", TODAY.plusDays(1)), Integer.class))
                .isOne();
    }

    @Test
    void a_day_of_theirs_begins_at_midnight_in_UTC() {
        assertThat(AwkwardDays.all()).allSatisfy(moment -> {
            new Partitions(database, AwkwardDays.at(moment), 1).ahead();
            for (int days : new int[] {0, 1}) {
                UUID id = RecordId.at(moment.plus(Duration.ofDays(days)).toEpochMilli());
                assertThat(test.jdbc.queryForObject(
                                "select to_regclass(?) is not null", Boolean.class, of("audit", RecordId.day(id))))
                        .isTrue();
            }
        });
    }

    @Test
    void what_is_there_counts_for_who_watches() {
        Partitions partitions = new Partitions(database, CLOCK, 3);
        assertThat(partitions.days()).isZero();
        partitions.ahead();
        assertThat(partitions.days()).isEqualTo(3);
    }

    @Test
    void two_gateways_make_them_at_the_same_time() {
        CompletableFuture.allOf(IntStream.range(0, 4)
                        .mapToObj(i -> CompletableFuture.runAsync(
                                new Partitions(database, CLOCK, 3)::ahead, task -> new Thread(task).start()))
                        .toArray(CompletableFuture[]::new))
                .join();
        assertThat(attached("audit")).isEqualTo(4);
    }

    @Test
    void one_that_a_gateway_of_the_version_before_has_made_is_taken() {
        test.jdbc.execute("create table " + of("audit", TODAY) + " partition of audit for values from ('"
                + RecordId.start(TODAY) + "') to ('" + RecordId.start(TODAY.plusDays(1)) + "')");
        test.keep(in(0));
        assertThat(attached("audit")).isOne();
        assertThat(attached("evidence")).isOne();
    }

    @Test
    void one_is_like_its_table() {
        test.keep(in(0));
        for (String table : new String[] {"audit", "dossier", "evidence"}) {
            String columns =
                    "select string_agg(concat_ws(' ', attname, atttypid, attnotnull, attstorage, attcompression), ',' order by attnum) from pg_attribute"
                            + " where attnum > 0 and attrelid = ?::regclass";
            assertThat(test.jdbc.queryForObject(columns, String.class, of(table, TODAY)))
                    .isEqualTo(test.jdbc.queryForObject(columns, String.class, table));
            String indexes = "select count(*) from pg_index where indrelid = ?::regclass";
            assertThat(test.jdbc.queryForObject(indexes, Integer.class, of(table, TODAY)))
                    .as("indexes, each once")
                    .isEqualTo(test.jdbc.queryForObject(indexes, Integer.class, table));
            assertThat(test.jdbc.queryForObject(
                            "select count(*) from pg_inherits join pg_index on indexrelid = inhrelid where indrelid = ?::regclass",
                            Integer.class,
                            of(table, TODAY)))
                    .as("indexes that belong to the table's")
                    .isEqualTo(test.jdbc.queryForObject(indexes, Integer.class, table));
        }
    }

    @Test
    void an_entry_of_twenty_agencies_is_compressed() {
        List<SourceAnswer> answers = IntStream.range(0, 20)
                .mapToObj(i -> TestRecord.answer("an-agency-of-twenty-" + i, "answer " + i))
                .toList();
        test.record.keep(test.dossier(in(0), answers), answers);
        Map<String, Object> kept = test.jdbc.queryForMap(
                "select octet_length(entry::text) as plain, pg_column_size(entry) as stored from audit");
        assertThat((Integer) kept.get("stored")).as("%s", kept).isLessThan((Integer) kept.get("plain") * 9 / 10);
    }

    @Test
    void a_reader_over_midnight_keeps_nobody_waiting() throws Exception {
        test.keep(in(0));
        try (Connection reader = reader()) {
            CompletableFuture.runAsync(() -> test.keep(tomorrow())).get(20, TimeUnit.SECONDS);
            CompletableFuture.runAsync(new Partitions(database, CLOCK, 2)::ahead)
                    .get(20, TimeUnit.SECONDS);
            reader.rollback();
        }
        assertThat(attached("audit")).isEqualTo(3);
    }

    @Test
    void one_that_is_dropped_waits_for_readers_and_nobody_for_it() throws Exception {
        LocalDate old = TODAY.minusDays(3);
        test.keep(in(-3));
        try (Connection reader = reader()) {
            CompletableFuture<Void> dropped = CompletableFuture.runAsync(() -> test.partitions.drop("evidence", old));
            await("it is taken out")
                    .atMost(Duration.ofSeconds(20))
                    .until(() -> test.jdbc.queryForObject(
                            "select exists (select 1 from pg_inherits where inhrelid = to_regclass(?) and inhdetachpending)",
                            Boolean.class,
                            of("evidence", old)));
            CompletableFuture.runAsync(() -> test.keep(in(0))).get(20, TimeUnit.SECONDS);
            assertThat(dropped).isNotDone();
            reader.rollback();
            dropped.get(20, TimeUnit.SECONDS);
        }
        assertThat(test.jdbc.queryForObject("select to_regclass(?) is null", Boolean.class, of("evidence", old)))
                .isTrue();
    }
}
