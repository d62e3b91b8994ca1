package az.dost.vahid.journeys.lookup;

import az.dost.vahid.edge.access.AccessPolicy;
import az.dost.vahid.edge.access.Auditor;
import az.dost.vahid.edge.door.HttpAnswer;
import az.dost.vahid.problem.ProblemCode;
import az.dost.vahid.problem.ProblemException;
import az.dost.vahid.proof.record.RefusedEvidence;
import java.util.UUID;
import org.apache.camel.Exchange;
import org.apache.camel.Message;

/**
 * Where auditors get the answers that were refused, {@code contracts/audit.openapi.yaml}: whoever has to show an agency
 * what it sent. It takes a grant of its own, as nothing proves whom these answers are about.
 */
public final class RefusedEvidenceHandler {
    private static final String GRANT = "refused-evidence";
    private final AccessPolicy access;
    private final RefusedEvidence evidence;

    RefusedEvidenceHandler(AccessPolicy access, RefusedEvidence evidence) {
        this.access = access;
        this.evidence = evidence;
    }

    /** Who asks stands in the property {@link az.dost.vahid.edge.access.Requester#PROPERTY}. */
    public void handOut(Exchange exchange) {
        Auditor auditor = Auditor.of(exchange);
        access.authoriseAct(auditor.requester(), GRANT, null);
        Message message = exchange.getMessage();
        HttpAnswer.json(
                message,
                evidence.handOut(
                                id(message.getHeader("id", String.class)),
                                auditor.requester().id(),
                                auditor.official())
                        .orElseThrow(RefusedEvidenceHandler::nothing));
    }

    private static UUID id(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw nothing();
        }
    }

    private static ProblemException nothing() {
        return new ProblemException(
                ProblemCode.NOT_FOUND,
                null,
                "There is no dossier of this id with refused answers that are still kept.");
    }
}
