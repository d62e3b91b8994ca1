package az.dost.vahid.proof.claim;

import az.dost.vahid.sources.ingest.TestDatabase;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.JdbcTemplate;

/** Gateways of one new database, as far as it sees them: each has connections of its own, and leases. */
public final class Cluster implements AutoCloseable {
    /** For what must not end by itself while a test goes on. */
    public static final Duration LONG = Duration.ofMinutes(5);

    public static final Duration SHORT = Duration.ofSeconds(2);
    private final String address = TestDatabase.create();
    private final List<Member> members = new ArrayList<>();
    private final Duration lease;

    public Cluster(Duration lease) {
        this.lease = lease;
    }

    /** One gateway. */
    public record Member(HikariDataSource source, JdbcTemplate jdbc, LeaseKeeper leases) {
        /** It stands still: its connections stay, and it renews nothing. */
        public void freeze() {
            leases.close();
        }

        /** As good as killed. */
        public void die() {
            leases.close();
            source.close();
        }
    }

    public Member join() {
        HikariDataSource source = new HikariDataSource();
        source.setJdbcUrl(address);
        source.setMaximumPoolSize(4);
        JdbcTemplate jdbc = new JdbcTemplate(source);
        Member member = new Member(source, jdbc, new LeaseKeeper(jdbc, lease, lease.dividedBy(8)));
        members.add(member);
        return member;
    }

    /** A connection that no pool looks after: it may be ended. */
    Connection connect() throws SQLException {
        return DriverManager.getConnection(address);
    }

    public List<Member> join(int gateways) {
        return IntStream.range(0, gateways).mapToObj(n -> join()).toList();
    }

    /** What each comes to; all begin at once. */
    public static <T> List<T> atOnce(List<Callable<T>> work) throws InterruptedException, ExecutionException {
        ExecutorService threads = Executors.newFixedThreadPool(work.size());
        try {
            List<T> results = new ArrayList<>();
            for (Future<T> each : threads.invokeAll(work)) {
                results.add(each.get());
            }
            return results;
        } finally {
            threads.shutdownNow();
        }
    }

    @Override
    public void close() {
        members.forEach(Member::die);
    }
}
