package az.dost.vahid.proof.member;

import az.dost.vahid.job.Heart;
import az.dost.vahid.job.Jobs;
import az.dost.vahid.sources.ingest.TestDatabase;
import com.zaxxer.hikari.HikariDataSource;
import java.time.Duration;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.springframework.jdbc.core.JdbcTemplate;

/** The part of a gateway that knows of the others: joins, leaves and is killed. */
final class TestMember implements AutoCloseable {
    /** Newest migration that it knows. */
    static final int KNOWN_TABLES = 1000;

    static final Duration EVERY = Duration.ofMillis(100);
    static final Duration LEASE = Duration.ofSeconds(1);
    final Map<String, String> versions =
            new ConcurrentHashMap<>(Map.of("requesters", "aaaaaaaaaaaa", "connectors", "bbbbbbbbbbbb"));
    /** What it says of itself. */
    volatile GatewayStatus told = GatewayStatus.NOTHING;

    final Share share = new Share();
    final UrgentCalls calls = new UrgentCalls(share);
    final Members members;
    /** What has stopped that nothing goes on without. */
    final Queue<String> stopped = new ConcurrentLinkedQueue<>();

    private final HikariDataSource database = new HikariDataSource();

    TestMember(String url, String name) {
        this(url, name, "kid-1");
    }

    TestMember(String url, String name, String kid) {
        this(url, name, kid, "1.0+a2995805d1");
    }

    TestMember(String url, String name, String kid, String build) {
        database.setJdbcUrl(url);
        database.setMaximumPoolSize(1);
        database.setConnectionTimeout(5000);
        members = new Members(
                new MemberRows(new JdbcTemplate(database)),
                new Members.Self(
                        name,
                        build,
                        KNOWN_TABLES,
                        Map.of(KeyPrints.SIGNING, kid),
                        () -> Map.copyOf(versions),
                        () -> told,
                        EVERY,
                        LEASE),
                share,
                calls,
                Jobs.logged(),
                new Heart(stopped::add));
    }

    static String database() {
        return TestDatabase.create();
    }

    TestMember started() {
        members.start();
        return this;
    }

    /** As by kill -9, or by a cable: nothing of it reaches the database any more. */
    void kill() {
        database.close();
    }

    /** Orderly. */
    @Override
    public void close() {
        members.stop();
        database.close();
    }
}
