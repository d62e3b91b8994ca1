package az.dost.vahid.problem;

import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLTimeoutException;
import java.sql.SQLTransientConnectionException;
import java.util.List;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.transaction.CannotCreateTransactionException;

/**
 * Whether something failed for the database alone, which is away, fails over, or has no room: neither the request nor
 * Vahid is at fault.
 */
public final class AwayDatabase {
    /**
     * SQL states, and classes of them: no connection; a server that only reads, as a standby does and a primary that is
     * one no more; a transaction that stood still too long; rolled back for others' sake; no room; a row that others
     * have; a server that starts or stops, or ended the statement.
     */
    private static final List<String> STATES = List.of("08", "25006", "25P03", "40", "53", "55P03", "57");

    /** The first fault in SQL decides; where there is none, Spring's kinds of what passes do. */
    public static boolean in(Throwable thrown) {
        boolean passes = false;
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql) {
                return away(sql);
            }
            passes = passes
                    || cause instanceof TransientDataAccessException
                    || cause instanceof RecoverableDataAccessException
                    || cause instanceof CannotCreateTransactionException;
        }
        return passes;
    }

    private static boolean away(SQLException fault) {
        String state = fault.getSQLState();
        // The pool has no state of its own: for the time in which it had no connection, for one that broke and is used
        // to roll back.
        return state == null
                || fault instanceof SQLTransientConnectionException
                || fault instanceof SQLNonTransientConnectionException
                || fault instanceof SQLTimeoutException
                || STATES.stream().anyMatch(state::startsWith);
    }

    /** The fault in a word for the log, without anything that a statement said. */
    static String word(Throwable thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql && sql.getSQLState() != null) {
                return "SQL state " + sql.getSQLState();
            }
        }
        return thrown.getClass().getSimpleName();
    }

    private AwayDatabase() {}
}
