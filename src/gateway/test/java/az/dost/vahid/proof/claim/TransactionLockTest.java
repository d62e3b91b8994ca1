package az.dost.vahid.proof.claim;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.transaction.support.TransactionTemplate;

/** A gateway that stands still with a lock for which others wait. */
class TransactionLockTest {
    private static final long LOCK = 42;
    private final Cluster cluster = new Cluster(Cluster.LONG);

    @AfterEach
    void close() {
        cluster.close();
    }

    @Test
    void holds_the_others_up_for_a_bounded_time_and_has_changed_nothing() throws Exception {
        try (Connection frozen = cluster.connect()) {
            frozen.setAutoCommit(false);
            JdbcTemplate its = new JdbcTemplate(new SingleConnectionDataSource(frozen, true));
            TransactionLock.take(its, LOCK);
            its.update("update event_lane set lease = gen_random_uuid()");
            Cluster.Member other = cluster.join();
            long waited = System.nanoTime();
            new TransactionTemplate(new DataSourceTransactionManager(other.source()))
                    .executeWithoutResult(status -> TransactionLock.take(other.jdbc(), LOCK));
            assertThat(System.nanoTime() - waited)
                    .as("ten seconds, and what a busy machine adds")
                    .isLessThan(60_000_000_000L);
            assertThat(other.jdbc().queryForObject("select count(lease) from event_lane", Integer.class))
                    .isZero();
            assertThat(frozen.isValid(1)).isFalse();
        }
    }
}
