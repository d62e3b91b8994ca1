package az.dost.vahid.proof.claim;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowCallbackHandler;

/**
 * A lock that gateways wait for, each for one short transaction. The database ends a transaction that stands still with
 * it, so nobody waits for a frozen gateway.
 */
public final class TransactionLock {
    private static final String LONGEST_STANDSTILL = "10s";

    /** Waits for it; it ends with the transaction in which this is called. */
    public static void take(JdbcTemplate jdbc, long lock) {
        jdbc.query(
                "select set_config('idle_in_transaction_session_timeout', ?, true), pg_advisory_xact_lock(?)",
                (RowCallbackHandler) row -> {},
                LONGEST_STANDSTILL,
                lock);
    }

    private TransactionLock() {}
}
