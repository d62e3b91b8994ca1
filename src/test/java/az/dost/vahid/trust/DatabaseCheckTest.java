package az.dost.vahid.trust;

import static org.assertj.core.api.Assertions.assertThat;

import az.dost.vahid.ingest.TestDatabase;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** A database that promises less than the gateway, and a user who may more, are told at the start. */
class DatabaseCheckTest {
    private static List<String> findings(String before, boolean own) {
        SingleConnectionDataSource source = new SingleConnectionDataSource(TestDatabase.create(), true);
        try {
            JdbcTemplate jdbc = new JdbcTemplate(source);
            jdbc.execute(before);
            return DatabaseCheck.of(jdbc, own).findings();
        } finally {
            source.destroy();
        }
    }

    @Test
    void commits_that_do_not_wait_for_the_disk_are_told() {
        assertThat(findings("set synchronous_commit = off", true)).anySatisfy(line -> assertThat(line).startsWith("synchronous_commit is off"));
        assertThat(findings("set synchronous_commit = on", true)).noneSatisfy(line -> assertThat(line).startsWith("synchronous_commit"));
    }

    @Test
    void a_superuser_is_told_and_one_with_few_rights_is_not() {
        assertThat(findings("select 1", false)).anySatisfy(line -> assertThat(line).contains("superuser"));
        assertThat(findings("create role few_" + System.nanoTime(), true)).noneSatisfy(line -> assertThat(line).contains("superuser"));
        String few = "few_" + System.nanoTime();
        assertThat(findings("create role " + few + "; set role " + few, false)).noneSatisfy(line -> assertThat(line).contains("the gateway's user"));
    }

    @Test
    void what_an_administrator_is_given_makes_no_superuser() throws Exception {
        String script = Files.readString(Path.of("src/docs/database.sql"));
        assertThat(script.lines().filter(line -> line.startsWith("create role"))).isNotEmpty()
                .allSatisfy(line -> assertThat(line).contains("nosuperuser nocreatedb nocreaterole noreplication nobypassrls"));
    }
}
