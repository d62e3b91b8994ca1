package az.dost.vahid.proof.trust;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import az.dost.vahid.problem.StartException;
import az.dost.vahid.sources.ingest.TestDatabase;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * A database that promises less than the gateway stops a start, and a user who may more is told. The server of tests
 * has fsync off.
 */
class DatabaseCheckTest {
    private static <T> T with(String before, Function<JdbcTemplate, T> look) {
        SingleConnectionDataSource source = new SingleConnectionDataSource(TestDatabase.create(), true);
        try {
            JdbcTemplate jdbc = new JdbcTemplate(source);
            jdbc.execute(before);
            return look.apply(jdbc);
        } finally {
            source.destroy();
        }
    }

    private static List<String> findings(String before, boolean own) {
        return with(before, jdbc -> new DatabaseCheck(jdbc, own, new Durability(false, 0, 0)).findings());
    }

    private static Void demanded(String before, int standbys) {
        return with(before, jdbc -> {
            new Durability(true, standbys, 0).demand(jdbc);
            return null;
        });
    }

    @Test
    void commits_that_do_not_wait_for_the_disk_are_told() {
        assertThat(findings("set synchronous_commit = off", true))
                .anySatisfy(line -> assertThat(line).startsWith("synchronous_commit is off"));
        assertThat(findings("set synchronous_commit = on", true))
                .noneSatisfy(line -> assertThat(line).startsWith("synchronous_commit"));
    }

    @Test
    void a_gateway_joins_no_database_that_may_lose_what_was_answered() {
        assertThatThrownBy(() -> demanded("set synchronous_commit = off", 0))
                .isInstanceOf(StartException.class)
                .hasMessageContaining("fsync is off")
                .hasMessageContaining("synchronous_commit is off")
                .hasMessageContaining("vahid.database.durable")
                .hasMessageNotContaining("\n");
    }

    @Test
    void nor_does_it_make_a_table_in_it() {
        DriverManagerDataSource source = new DriverManagerDataSource(TestDatabase.create());
        JdbcTemplate jdbc = new JdbcTemplate(source);
        jdbc.execute("drop schema public cascade; create schema public");
        assertThatThrownBy(() -> Flyway.configure()
                        .dataSource(source)
                        .locations("classpath:db/migration")
                        .callbacks(new BeforeTables(new Durability(true, 0, 0)))
                        .load()
                        .migrate())
                .hasStackTraceContaining("fsync is off");
        assertThat(jdbc.queryForObject("select count(*) from pg_tables where schemaname = 'public'", Integer.class))
                .isZero();
    }

    @Test
    void nor_one_without_the_standbys_that_a_setting_asks_for() {
        assertThatThrownBy(() -> demanded("select 1", 1))
                .isInstanceOf(StartException.class)
                .hasMessageContaining("commits wait for 0 standbys and vahid.database.standbys asks for 1");
    }

    @Test
    void another_server_after_a_failover_is_told_by_a_gateway_that_serves() {
        assertThat(with("select 1", jdbc -> {
                            DatabaseCheck check = new DatabaseCheck(jdbc, true, new Durability(true, 0, 0));
                            jdbc.execute("set synchronous_commit = off");
                            check.look();
                            return check;
                        })
                        .findings())
                .anySatisfy(line -> assertThat(line).startsWith("synchronous_commit is off"));
    }

    @Test
    void one_that_cannot_be_asked_is_what_it_was() {
        SingleConnectionDataSource source = new SingleConnectionDataSource(TestDatabase.create(), true);
        DatabaseCheck check = new DatabaseCheck(new JdbcTemplate(source), true, new Durability(true, 0, 0));
        List<String> before = check.findings();
        source.destroy();
        source.setUrl("jdbc:postgresql://localhost:1/nowhere");
        check.look();
        assertThat(check.findings()).isEqualTo(before);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "on | '' | 0",
                "on | pg2 | 1",
                "on | '*' | 1",
                "on | '\"pg2\",\"pg3\"' | 1",
                "on | 2 (a, b, c) | 2",
                "remote_apply | ANY 1 (a, b) | 1",
                "on | FIRST 2 (a,b) | 2",
                "local | pg2 | 0",
                "remote_write | pg2 | 0",
                "off | pg2 | 0"
            })
    void standbys_are_those_that_a_commit_waits_for(String commit, String names, int awaited) {
        assertThat(Durability.Standbys.awaited(commit, names)).isEqualTo(awaited);
    }

    @Test
    void a_superuser_is_told_and_one_with_few_rights_is_not() {
        assertThat(findings("select 1", false))
                .anySatisfy(line -> assertThat(line).contains("superuser"));
        assertThat(findings("create role few_" + System.nanoTime(), true))
                .noneSatisfy(line -> assertThat(line).contains("superuser"));
        String few = "few_" + System.nanoTime();
        assertThat(findings("create role " + few + "; set role " + few, false))
                .noneSatisfy(line -> assertThat(line).contains("the gateway's user"));
    }

    @Test
    void what_an_administrator_is_given_makes_no_superuser() throws Exception {
        String script = Files.readString(Path.of("src/docs/database.sql"));
        assertThat(script.lines().filter(line -> line.startsWith("create role")))
                .isNotEmpty()
                .allSatisfy(line ->
                        assertThat(line).contains("nosuperuser nocreatedb nocreaterole noreplication nobypassrls"));
    }
}
