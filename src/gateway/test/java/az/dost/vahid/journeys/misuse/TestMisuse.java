package az.dost.vahid.journeys.misuse;

import az.dost.vahid.edge.access.Official;
import az.dost.vahid.edge.access.Requester;
import az.dost.vahid.edge.access.TestRequester;
import az.dost.vahid.signature.key.PersonHash;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** One gateway's rules over a database, with a clock of its own. */
final class TestMisuse {
    static final Requester OFFICE = TestRequester.of(
            "office",
            "Office",
            "",
            Set.of("*"),
            null,
            Map.of(
                    "a.b",
                    new Official(null, "a".repeat(64), "north"),
                    "c.d",
                    new Official(null, "c".repeat(64), "north"),
                    "e.f",
                    new Official(null, "e".repeat(64), "south")),
            null,
            false,
            null);
    private static final PersonHash PERSONS = new PersonHash(new byte[32]);
    final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    final JdbcTemplate jdbc;
    final HitRows rows;
    final Hits hits;
    final Journal journal;
    final Misuse misuse;
    final AbandonedCases abandoned;
    private Instant now;

    TestMisuse(DataSource database, RuleBook book, Instant start) {
        now = start;
        jdbc = new JdbcTemplate(database);
        TransactionTemplate transaction = new TransactionTemplate(new DataSourceTransactionManager(database));
        rows = new HitRows(jdbc, transaction);
        hits = new Hits(rows, meters);
        journal = new Journal(jdbc, transaction, book, meters.counter("lost"));
        Clock clock = new Clock() {
            @Override
            public ZoneId getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(ZoneId zone) {
                return this;
            }

            @Override
            public Instant instant() {
                return now;
            }
        };
        misuse = new Misuse(book, journal, hits, PERSONS, clock);
        abandoned = new AbandonedCases(jdbc, book, hits, clock);
    }

    TestMisuse pass(Duration time) {
        now = now.plus(time);
        return this;
    }

    Instant now() {
        return now;
    }

    /** A lookup; the person is a stand-in, not a hash. */
    Ruling lookup(String official, String caseRef, String fin) {
        return misuse.judge(OFFICE, official, "ccu-car", caseRef, fin, "person of " + fin, false);
    }

    void unknown(String official, String fin) {
        misuse.unknown(OFFICE, official, "ccu-car", "CASE/1", "person of " + fin);
    }

    void keep() {
        journal.keep();
        hits.keep();
    }
}
