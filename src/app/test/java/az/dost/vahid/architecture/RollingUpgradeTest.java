package az.dost.vahid.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Gateways of two versions run on one schema while they are upgraded one by one: see "Two versions on one schema" in
 * change.md.
 */
class RollingUpgradeTest {
    /** From here on gateways are upgraded one by one. */
    private static final int FIRST = 22;

    private static final Pattern NAME = Pattern.compile("V(\\d+)(?:[.]\\d+)?__[a-z_0-9]+[.]sql");

    static List<Path> migrations() {
        return Project.files("src/gateway/main/resources/db/migration", ".sql").stream()
                .filter(file -> number(file) >= FIRST)
                .toList();
    }

    private static int number(Path file) {
        Matcher name = NAME.matcher(file.getFileName().toString());
        assertThat(name.matches()).as("the name of %s", file).isTrue();
        return Integer.parseInt(name.group(1));
    }

    /** Flyway stops a gateway at a database that has another text of a migration, also where a comment differs. */
    @Test
    void no_migration_is_changed_once_it_is_there() throws IOException, NoSuchAlgorithmException {
        List<String> now = new ArrayList<>();
        for (Path file : Project.files("src/gateway/main/resources/db/migration", ".sql")) {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file));
            now.add(HexFormat.of().formatHex(digest) + "  " + file.getFileName());
        }
        assertThat(now)
                .as("migrations; a new one gets its line in migrations.sha256")
                .containsExactlyInAnyOrderElementsOf(
                        Files.readAllLines(Path.of("src/app/test/resources/migrations.sha256")));
    }

    private static List<String> breaks(String sql) {
        return new Migration(30, sql).breaks();
    }

    @ParameterizedTest
    @MethodSource("migrations")
    void a_migration_takes_nothing_from_gateways_of_the_version_before(Path file) {
        assertThat(new Migration(number(file), Project.text(file)).breaks()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "drop table audit_head;",
                "alter table audit drop column entry;",
                "alter table audit drop entry;",
                "alter table audit rename to chain;",
                "alter table audit rename column entry to body;",
                "alter index drop_file_seal rename to other;",
                "alter table audit alter entry type json;",
                "alter table audit alter column entry set data type json;",
                "alter table audit alter entry set not null;",
                "alter table audit add mac bytea not null;",
                "alter table audit add column mac bytea not null;",
                "ALTER TABLE audit\n  add a int,\n  add b int NOT NULL;",
                "alter table audit add constraint c check (sequence > 0);",
                "alter table audit add unique (id);",
                "create unique index i on audit (id);",
                "drop index bulk_job_key;",
                "truncate open_answers;",
                "delete from event;",
                "alter table bulk_job alter served_at drop default;",
                "create table t (a int); alter table audit drop entry;",
                "-- contract since V30: of the same version\nalter table audit drop entry;",
                "-- contract since V22:\nalter table audit drop entry;"
            })
    void what_an_older_gateway_would_miss_is_found(String sql) {
        assertThat(breaks(sql)).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "create table t (a int not null, b text);",
                "create table t (a int); alter table t add b int not null;",
                "create table t(a int); create unique index i on t (a);",
                "alter table audit add mac bytea;",
                "alter table audit add kind text not null default 'x';",
                "alter table audit add a numeric(10, 2), add b int not null default 0;",
                "alter table audit add n bigint not null generated always as identity;",
                "create index i on audit (id);",
                "alter table bulk_job drop constraint bulk_job_state_check;",
                "alter table bulk_job alter note drop not null;",
                "insert into audit_head values (1);",
                "-- drop table audit;\ncreate table t (a int);",
                "-- contract since V22: nobody reads it, V22 copied it to another table\nalter table audit drop entry;",
                "create function f() returns void language plpgsql as $$ begin delete from x; end $$;"
            })
    void what_costs_an_older_gateway_nothing_passes(String sql) {
        assertThat(breaks(sql)).isEmpty();
    }

    @Test
    void a_contract_holds_for_the_statement_below_it_alone() {
        assertThat(
                        breaks(
                                "-- contract since V22: nobody reads it\nalter table audit drop entry;\nalter table audit drop link;"))
                .containsExactly("audit: drop link");
    }

    @Test
    void there_are_migrations_that_are_looked_at() {
        assertThat(migrations()).isNotEmpty();
    }
}
