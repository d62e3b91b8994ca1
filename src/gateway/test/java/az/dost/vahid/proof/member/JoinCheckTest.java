package az.dost.vahid.proof.member;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import az.dost.vahid.problem.StartException;
import az.dost.vahid.proof.record.RecordDatabase;
import com.zaxxer.hikari.HikariDataSource;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;

/** Who may not join the gateways of a database says why in one line, and changes nothing. */
class JoinCheckTest {
    private static final KeyPrints KEYS = new KeyPrints("person-1", List.of("record-1"), "kid-1");
    private final HikariDataSource source = RecordDatabase.create();
    private final JdbcTemplate jdbc = new JdbcTemplate(source);

    @AfterEach
    void close() {
        source.close();
    }

    private void start(KeyPrints keys, Clock clock) {
        new JoiningMigration(keys, clock)
                .migrate(Flyway.configure()
                        .dataSource(source)
                        .locations("classpath:db/migration")
                        .load());
    }

    private void start(KeyPrints keys) {
        start(keys, Clock.systemUTC());
    }

    /** A gateway that lives beside. */
    private void living(String... record) {
        new MemberRows(jdbc)
                .renew(
                        new Member(
                                UUID.randomUUID(),
                                "beside",
                                "1",
                                true,
                                null,
                                null,
                                new KeyPrints("person-1", List.of(record), "kid-1").row(),
                                Map.of(),
                                Map.of(),
                                GatewayStatus.NOTHING),
                        Duration.ofMinutes(1));
    }

    private static void refused(ThrowingCallable start, String why) {
        assertThatThrownBy(start)
                .isInstanceOf(StartException.class)
                .hasMessageContaining(why)
                .satisfies(thrown -> assertThat(thrown.getMessage()).doesNotContain("\n"));
    }

    @Test
    void a_gateway_with_the_same_keys_joins() {
        start(KEYS);
        living("record-1");
        assertThatCode(() -> start(KEYS)).doesNotThrowAnyException();
    }

    @Test
    void another_key_of_persons_is_refused() {
        start(KEYS);
        refused(() -> start(new KeyPrints("person-2", List.of("record-1"), "kid-1")), "vahid.person-key");
        assertThat(jdbc.queryForList("select fingerprint from member_key where kind = 'person'", String.class))
                .containsExactly("person-1");
    }

    @Test
    void a_master_key_that_nobody_knows_is_refused() {
        start(KEYS);
        refused(() -> start(new KeyPrints("person-1", List.of("record-2"), "kid-1")), "vahid.record.master-key");
    }

    @Test
    void a_key_that_signs_may_be_another_one() {
        start(KEYS);
        assertThatCode(() -> start(new KeyPrints("person-1", List.of("record-1"), "kid-2")))
                .doesNotThrowAnyException();
    }

    @Test
    void a_new_master_key_comes_to_all_gateways_first_and_encrypts_then() {
        start(KEYS);
        living("record-1");
        refused(
                () -> start(new KeyPrints("person-1", List.of("record-2", "record-1"), "kid-1")),
                "give it to all gateways first");
        jdbc.update("delete from member");
        living("record-1", "record-2");
        start(new KeyPrints("person-1", List.of("record-2", "record-1"), "kid-1"));
        jdbc.update("delete from member");
        living("record-2", "record-1");
        refused(() -> start(KEYS), "encrypts with a key that is not in this one's");
        assertThatCode(() -> start(new KeyPrints("person-1", List.of("record-2"), "kid-1")))
                .doesNotThrowAnyException();
    }

    @Test
    void a_gateway_whose_lease_is_over_keeps_nobody_out() {
        start(KEYS);
        living("record-9");
        jdbc.update("update member set lease_until = now() - interval '1 second'");
        assertThatCode(() -> start(KEYS)).doesNotThrowAnyException();
    }

    @Test
    void an_older_version_than_the_tables_allow_is_refused_and_migrates_nothing() {
        start(KEYS);
        jdbc.update("update member_rule set oldest_allowed = 99");
        refused(() -> start(KEYS), "start a newer version");
    }

    @Test
    void tables_of_another_version_are_refused_in_one_line() {
        jdbc.update("update flyway_schema_history set checksum = checksum + 1 where version = '1'");
        refused(() -> start(KEYS), "tables of another version");
    }

    @Test
    void a_version_that_is_one_behind_the_tables_joins() {
        start(KEYS);
        jdbc.update(
                "insert into flyway_schema_history (installed_rank, version, description, type, script, checksum, installed_by, execution_time, success)"
                        + " values (999, '999', 'later', 'SQL', 'V999__later.sql', 1, 'test', 1, true)");
        assertThatCode(() -> start(KEYS)).doesNotThrowAnyException();
    }

    @Test
    void a_clock_that_is_off_is_refused() {
        refused(() -> start(KEYS, Clock.offset(Clock.systemUTC(), Duration.ofSeconds(-3))), "seconds behind");
        refused(() -> start(KEYS, Clock.offset(Clock.systemUTC(), Duration.ofSeconds(3))), "seconds ahead of");
        assertThatCode(() -> start(KEYS, Clock.offset(Clock.systemUTC(), Duration.ofMillis(1000))))
                .doesNotThrowAnyException();
    }
}
