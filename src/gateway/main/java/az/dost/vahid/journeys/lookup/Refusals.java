package az.dost.vahid.journeys.lookup;

import az.dost.vahid.edge.access.LastRefusals;
import az.dost.vahid.edge.access.Requester;
import az.dost.vahid.edge.door.FrontDoor;
import az.dost.vahid.edge.door.HttpAnswer;
import az.dost.vahid.problem.ProblemCode;
import az.dost.vahid.problem.ProblemException;
import az.dost.vahid.problem.Problems;
import az.dost.vahid.proof.record.DossierRecord;
import az.dost.vahid.proof.record.body.RecordId;
import az.dost.vahid.signature.DossierSigner;
import az.dost.vahid.signature.key.PersonHash;
import az.dost.vahid.sources.repeat.FirstResult;
import az.dost.vahid.sources.repeat.KeyTaken;
import java.util.UUID;
import org.apache.camel.Exchange;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;

/**
 * Keeps every refusal, by whichever face the request came: the code, and as much of who asked for what as was known.
 */
public final class Refusals {
    private static final Logger LOG = LoggerFactory.getLogger(Refusals.class);
    private static final String TYPE = "vahid-problem+json";
    private final DossierRecord record;
    private final DossierSigner signer;
    private final PersonHash persons;
    private final Repeats repeats;
    private final LastRefusals last;

    Refusals(DossierRecord record, DossierSigner signer, PersonHash persons, Repeats repeats, LastRefusals last) {
        this.repeats = repeats;
        this.last = last;
        this.record = record;
        this.signer = signer;
        this.persons = persons;
    }

    /** Signs the problem in the body, see {@link #signature}. */
    public void sign(Exchange exchange) {
        exchange.getMessage()
                .setHeader(
                        HttpAnswer.SIGNATURE,
                        signature(exchange, exchange.getMessage().getBody(byte[].class)));
    }

    /**
     * Detached JWS over a problem, null for a requester that is not known: nobody else is owed proof, and each
     * signature costs.
     */
    String signature(Exchange exchange, byte[] problem) {
        return FrontDoor.requester(exchange) == null
                ? null
                : signer.sign(problem, TYPE).detached();
    }

    /** Keeps the refusal of the exception that Camel caught; the problem that is told then names its entry. */
    public void keep(Exchange exchange) {
        ProblemException problem = Problems.of(exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Throwable.class));
        ProblemException told = note(exchange, problem);
        if (told != problem) {
            exchange.setProperty(Exchange.EXCEPTION_CAUGHT, told);
        }
    }

    /**
     * Keeps a refusal.
     *
     * @param exchange null when the request was refused before its journey began
     * @return what is told: another problem, where another request under the same idempotency key was refused first
     */
    public ProblemException note(Exchange exchange, ProblemException problem) {
        if (exchange != null && Repeats.told(exchange)) {
            return problem;
        }
        Requester requester = exchange == null ? null : FrontDoor.requester(exchange);
        Lookup lookup = exchange == null ? null : exchange.getProperty(Lookup.PROPERTY, Lookup.class);
        LookupRequest request = lookup == null ? null : lookup.request;
        if (lookup instanceof Lookup.Planned planned) {
            LookupSight.refused(planned, problem.code());
        }
        if (problem.code() == ProblemCode.RECORD_UNAVAILABLE) {
            // Whoever is told to come again need not wait for the database once more before.
            return problem;
        }
        UUID id = RecordId.next();
        try {
            boolean alone = record.keepRefusal(
                    id,
                    requester == null ? null : requester.id(),
                    request == null ? null : request.official(),
                    request == null ? null : request.caseRef(),
                    request == null ? null : request.service(),
                    problem.code().name(),
                    request == null ? null : persons.of(request.fin()),
                    request != null && requester.withholds(request.service()),
                    repeats.keep(exchange, lookup, id, problem));
            if (exchange != null && alone) {
                exchange.setProperty(Problems.INSTANCE, id);
            }
        } catch (DataAccessException e) {
            if (KeyTaken.in(e)) {
                return first(exchange, lookup, e);
            }
            // Without the database nothing is given out either; the caller is still told why.
            LOG.error(
                    "A refusal with {} was not recorded: {}",
                    problem.code(),
                    e.getClass().getSimpleName());
        }
        if (exchange != null) {
            last.note(exchange, problem);
        }
        return problem;
    }

    /** One that came to a dossier meanwhile gives it to whoever repeats the request. */
    private ProblemException first(Exchange exchange, Lookup lookup, DataAccessException fault) {
        try {
            FirstResult other = repeats.other(exchange, lookup, fault);
            return other.refusal() == null
                    ? new ProblemException(ProblemCode.OVERLOADED)
                    : Repeats.again(exchange, other);
        } catch (ProblemException e) {
            return e;
        }
    }
}
