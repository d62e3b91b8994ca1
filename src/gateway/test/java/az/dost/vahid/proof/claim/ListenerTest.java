package az.dost.vahid.proof.claim;

import static org.assertj.core.api.Assertions.assertThat;

import az.dost.vahid.definition.Troubles;
import az.dost.vahid.job.Bells;
import az.dost.vahid.job.Jobs;
import az.dost.vahid.sources.ingest.TestDatabase;
import com.zaxxer.hikari.HikariDataSource;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.health.contributor.Status;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.transaction.support.TransactionTemplate;

/** The database tells a gateway of work; where it does not, somebody is told, and work is found all the same. */
class ListenerTest {
    private static final Duration OFTEN = Duration.ofMillis(100);
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final Jobs jobs = new Jobs(meters);
    private final Bells bells = new Bells();
    private final HikariDataSource pool = new HikariDataSource();
    private final JdbcTemplate database = new JdbcTemplate(pool);
    private final LeaseKeeper leases;
    private final Set<String> rung = ConcurrentHashMap.newKeySet();
    private Listener listener;

    ListenerTest() {
        pool.setJdbcUrl(TestDatabase.create());
        pool.setMaximumPoolSize(3);
        leases = new LeaseKeeper(database, Duration.ofSeconds(4), Duration.ofSeconds(1));
    }

    @AfterEach
    void end() {
        listener.close();
        leases.close();
        pool.close();
    }

    private void listen() {
        listen(pool);
    }

    private void listen(HikariDataSource trials) {
        listener = new Listener(bells, leases, pool, trials, new ClaimSettings(4000, 1000, 500, ""), jobs);
    }

    private void heard() {
        Awaitility.await("the database's word").until(listener::hears);
        rung.clear();
    }

    private void wait(String bell) {
        bells.wake(bell, () -> rung.add(bell));
    }

    private double failing() {
        return meters.get("vahid.job.failing")
                .tag("what", "database-listener")
                .gauge()
                .value();
    }

    @Test
    void what_each_trigger_tells_of_rings_a_bell() {
        List<String> bellsOfTriggers = database.queryForList(
                "select distinct convert_from(decode(replace(encode(tgargs, 'hex'), '00', ''), 'hex'), 'UTF8') from pg_trigger where tgfoid = 'tell_of_work'::regproc",
                String.class);
        assertThat(bellsOfTriggers).hasSizeGreaterThan(4);
        bellsOfTriggers.forEach(this::wait);
        listen();
        heard();
        database.update("insert into misuse_seen (gateway, at, kind, requester, official, case_ref, person)"
                + " values (gen_random_uuid(), now(), 'LOOKUP', 'r', 'o', 'c', 'p')");
        Awaitility.await().until(() -> rung.equals(Set.of("misuse-seen")));
        bellsOfTriggers.forEach(bell -> Listener.tell(database, bell));
        Awaitility.await().until(() -> rung.equals(Set.copyOf(bellsOfTriggers)));
    }

    @Test
    void what_is_told_in_a_transaction_that_fails_rings_none() {
        wait("bulk");
        listen();
        heard();
        new TransactionTemplate(new DataSourceTransactionManager(pool)).executeWithoutResult(status -> {
            Listener.tell(database, "bulk");
            status.setRollbackOnly();
        });
        wait("last");
        Listener.tell(database, "last");
        Awaitility.await().until(() -> rung.equals(Set.of("last")));
    }

    @Test
    void work_that_nobody_told_of_is_found() {
        wait("jobs");
        database.update("insert into periodic_job (name) values ('left')");
        leases.of("periodic_job", "name").ring("jobs", "r.name = 'left'");
        listen();
        heard();
        Awaitility.await().until(() -> rung.contains("jobs"));
        database.update("update periodic_job set leased_until = now() + interval '1 hour'");
        Awaitility.await("a look that finds nothing").until(() -> {
            rung.clear();
            Thread.sleep(700);
            return rung.isEmpty();
        });
    }

    @Test
    void who_waits_looks_seldom_while_it_hears_and_often_while_it_does_not() {
        wait("bulk");
        listen();
        heard();
        assertThat(listener.pause(OFTEN)).isGreaterThan(Duration.ofSeconds(5));
        assertThat(listener.worthALook("bulk", System.nanoTime())).isFalse();
        listener.hurry();
        assertThat(rung).contains("bulk");
        assertThat(listener.pause(OFTEN)).isEqualTo(OFTEN);
        assertThat(listener.worthALook("bulk", System.nanoTime())).isTrue();
    }

    @Test
    void a_connection_that_is_lost_is_told_and_made_anew_and_what_was_told_meanwhile_is_not_missed() {
        wait("bulk");
        listen();
        heard();
        JdbcTemplate beside = new JdbcTemplate(new DriverManagerDataSource(TestDatabase.create()));
        String name = database.queryForObject("select current_database()", String.class);
        beside.execute("alter database " + name + " with allow_connections false");
        try {
            database.queryForList("select pg_terminate_backend(pid) from pg_stat_activity"
                    + " where datname = current_database() and query ilike 'listen%'");
            // Whoever looked by the bells alone would wait for ever.
            Awaitility.await("the loss").until(() -> !listener.hears());
            assertThat(listener.pause(OFTEN)).isEqualTo(OFTEN);
            Awaitility.await("the metric").until(() -> failing() >= 1);
            assertThat(jobs.health().getStatus()).isEqualTo(Troubles.WARNING);
            assertThat(jobs.health().getDetails()).containsKey("database-listener");
            rung.clear();
            Listener.tell(database, "bulk");
        } finally {
            beside.execute("alter database " + name + " with allow_connections true");
        }
        Awaitility.await("its return").atMost(Duration.ofSeconds(20)).until(listener::hears);
        Awaitility.await().until(() -> rung.contains("bulk"));
        Awaitility.await().until(() -> failing() == 0);
        assertThat(jobs.health().getStatus()).isEqualTo(Status.UP);
    }

    @Test
    void a_host_past_a_pooler_takes_the_place_of_the_poolers_alone() {
        listen();
        assertThat(Listener.at("db:5432", "jdbc:postgresql://pool:6432/vahid?sslmode=verify-full&a=//b/"))
                .isEqualTo("jdbc:postgresql://db:5432/vahid?sslmode=verify-full&a=//b/");
        assertThat(Listener.at("", "jdbc:postgresql://pool:6432/vahid")).isEqualTo("jdbc:postgresql://pool:6432/vahid");
    }

    @Test
    void a_connection_at_which_nothing_arrives_is_told() {
        // As behind a pooler that gives sessions to others in between: LISTEN is answered, and nothing comes.
        HikariDataSource elsewhere = new HikariDataSource();
        elsewhere.setJdbcUrl(TestDatabase.create());
        listen(elsewhere);
        Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> failing() >= 1);
        assertThat(listener.hears()).isFalse();
        assertThat(listener.pause(OFTEN)).isEqualTo(OFTEN);
        assertThat(jobs.health().getDetails().toString()).contains("vahid.claims.listen-at");
    }
}
