package az.dost.vahid.sources.agency.call;

import az.dost.vahid.answer.Reason;
import az.dost.vahid.answer.SourceAnswer;
import az.dost.vahid.answer.Verdict;
import az.dost.vahid.job.Cause;
import az.dost.vahid.normalise.CostlyMappingException;
import az.dost.vahid.normalise.MappingException;
import az.dost.vahid.signature.key.ProofException;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.vertx.core.VertxException;
import jakarta.jms.JMSException;
import jakarta.jms.JMSSecurityException;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.TimeoutException;
import org.apache.camel.ExchangeTimedOutException;
import org.postgresql.util.PSQLState;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;

/** A failed call's verdict and reason, from what was thrown. */
final class Verdicts {
    private static final String NO_PRIVILEGE = "42501";
    private static final Logger LOG = LoggerFactory.getLogger(Verdicts.class);

    static SourceAnswer failed(String agency, Conversation conversation, Throwable thrown) {
        Outcome outcome = outcome(thrown, conversation.database);
        if (outcome.reason == Reason.INTERNAL && thrown instanceof DataAccessException) {
            // One line: while the database is at fault each lookup has it.
            LOG.error("What is kept of agency {} cannot be read: {}", agency, Cause.told(thrown));
        } else if (outcome.reason == Reason.INTERNAL) {
            LOG.error("A call to agency {} failed inside Vahid", agency, thrown);
        } else {
            LOG.debug(
                    "Agency {}: {} {} {}",
                    agency,
                    outcome.verdict,
                    outcome.reason,
                    outcome.fault == null ? "" : outcome.fault);
        }
        return new SourceAnswer(
                agency,
                outcome.verdict,
                outcome.reason,
                null,
                conversation.elapsedMs(),
                JsonNodeFactory.instance.objectNode(),
                List.copyOf(conversation.evidence),
                List.of(),
                conversation.otherPerson,
                outcome.fault);
    }

    private record Outcome(Verdict verdict, Reason reason, String fault) {
        Outcome(Verdict verdict, Reason reason) {
            this(verdict, reason, null);
        }
    }

    /** @param database whether the agency is one; else a database's fault is Vahid's own */
    private static Outcome outcome(Throwable thrown, boolean database) {
        Throwable cause = thrown;
        Outcome network = null;
        for (int depth = 0; cause != null && depth < 10; cause = cause.getCause(), depth++) {
            if (cause instanceof ProofException proof) {
                return new Outcome(Verdict.REJECTED, proof.reason());
            } else if (cause instanceof AgencyException agency) {
                return new Outcome(agency.verdict(), agency.reason(), agency.fault());
            } else if (cause instanceof CostlyMappingException) {
                return new Outcome(Verdict.REJECTED, Reason.TOO_COSTLY);
            } else if (cause instanceof MappingException) {
                return new Outcome(Verdict.REJECTED, Reason.UNMAPPABLE);
            } else if (database && cause instanceof SQLException sql && refused(sql) != null) {
                return new Outcome(refused(sql).verdict(), refused(sql).reason());
            } else if (!database && (cause instanceof SQLException || cause instanceof DataAccessException)) {
                return new Outcome(Verdict.UNAVAILABLE, Reason.INTERNAL);
            } else if (cause instanceof JMSSecurityException) {
                return new Outcome(Verdict.NOT_AUTHORISED, Reason.CREDENTIALS_REFUSED);
            } else if (cause instanceof TimeoutException || cause instanceof ExchangeTimedOutException) {
                return new Outcome(Verdict.TIMED_OUT, Reason.NO_ANSWER_IN_TIME);
            } else if (cause instanceof IOException
                    || cause instanceof VertxException
                    || cause instanceof JMSException
                    || database && cause instanceof SQLException) {
                network = new Outcome(Verdict.UNAVAILABLE, Reason.CONNECTION_FAILED);
            }
        }
        return network == null ? new Outcome(Verdict.UNAVAILABLE, Reason.INTERNAL) : network;
    }

    private Verdicts() {}

    /** What a database's SQLSTATE means to a lookup (PostgreSQL, appendix A). Null where its cause knows better. */
    private static AgencyException refused(SQLException refusal) {
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
}
