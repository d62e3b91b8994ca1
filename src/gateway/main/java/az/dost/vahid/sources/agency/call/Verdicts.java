package az.dost.vahid.sources.agency.call;

import az.dost.vahid.answer.Reason;
import az.dost.vahid.answer.SourceAnswer;
import az.dost.vahid.answer.Verdict;
import az.dost.vahid.normalise.CostlyMappingException;
import az.dost.vahid.normalise.MappingException;
import az.dost.vahid.signature.key.ProofException;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.vertx.core.VertxException;
import jakarta.jms.JMSException;
import jakarta.jms.JMSSecurityException;
import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.TimeoutException;
import org.apache.camel.ExchangeTimedOutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A failed call's verdict and reason, from what was thrown. */
final class Verdicts {
    private static final Logger LOG = LoggerFactory.getLogger(Verdicts.class);

    static SourceAnswer failed(String agency, Conversation conversation, Throwable thrown) {
        Outcome outcome = outcome(thrown);
        if (outcome.reason == Reason.INTERNAL) {
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

    private static Outcome outcome(Throwable thrown) {
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
            } else if (cause instanceof SQLException sql && SqlRefusal.of(sql) != null) {
                return new Outcome(
                        SqlRefusal.of(sql).verdict(), SqlRefusal.of(sql).reason());
            } else if (cause instanceof JMSSecurityException) {
                return new Outcome(Verdict.NOT_AUTHORISED, Reason.CREDENTIALS_REFUSED);
            } else if (cause instanceof TimeoutException || cause instanceof ExchangeTimedOutException) {
                return new Outcome(Verdict.TIMED_OUT, Reason.NO_ANSWER_IN_TIME);
            } else if (cause instanceof IOException
                    || cause instanceof VertxException
                    || cause instanceof JMSException
                    || cause instanceof SQLException) {
                network = new Outcome(Verdict.UNAVAILABLE, Reason.CONNECTION_FAILED);
            }
        }
        return network == null ? new Outcome(Verdict.UNAVAILABLE, Reason.INTERNAL) : network;
    }

    private Verdicts() {}
}
