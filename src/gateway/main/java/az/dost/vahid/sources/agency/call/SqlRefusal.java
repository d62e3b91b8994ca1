package az.dost.vahid.sources.agency.call;

import az.dost.vahid.answer.Reason;
import az.dost.vahid.answer.Verdict;
import java.net.SocketTimeoutException;
import java.sql.SQLException;
import org.postgresql.util.PSQLState;

/** What a database's SQLSTATE means to a lookup (PostgreSQL, appendix A). */
final class SqlRefusal {
    private static final String NO_PRIVILEGE = "42501";

    /** Null where its cause knows better. */
    static AgencyException of(SQLException refusal) {
        String state = refusal.getSQLState() == null ? "" : refusal.getSQLState();
        if (state.equals(PSQLState.QUERY_CANCELED.getState()) || refusal.getCause() instanceof SocketTimeoutException) {
            return new AgencyException(Verdict.TIMED_OUT, Reason.NO_ANSWER_IN_TIME);
        } else if (state.startsWith("28") || state.equals(NO_PRIVILEGE)) {
            return new AgencyException(Verdict.NOT_AUTHORISED, Reason.CREDENTIALS_REFUSED);
        } else if (state.equals(PSQLState.COMMUNICATION_ERROR.getState()) && refusal.getCause() == null) {
            // How the driver tells of more than its maxResultBuffer.
            return new AgencyException(Verdict.REJECTED, Reason.TOO_LONG);
        }
        return refusal.getCause() != null
                ? null
                : new AgencyException(
                        Verdict.UNAVAILABLE, state.startsWith("08") ? Reason.CONNECTION_FAILED : Reason.AGENCY_ERROR);
    }

    private SqlRefusal() {}
}
