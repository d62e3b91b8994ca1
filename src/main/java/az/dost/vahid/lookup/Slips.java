package az.dost.vahid.lookup;

import az.dost.vahid.access.Requester;
import az.dost.vahid.problem.ProblemCode;
import az.dost.vahid.problem.ProblemException;
import az.dost.vahid.record.RecordedDossier;
import az.dost.vahid.record.Trail;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.UUID;

/**
 * Finds the dossier of a citizen's slip: its check code is the last part of the dossier's id, and only dossiers of that citizen are looked at, so
 * nobody's else is found by a code.
 */
public final class Slips {
    /** So long a slip is of use: what is needed has changed then. */
    private static final int DAYS = 92;
    private final Trail trail;
    private final Dossiers dossiers;
    private final Planner planner;

    Slips(Trail trail, Dossiers dossiers, Planner planner) {
        this.trail = trail;
        this.dossiers = dossiers;
        this.planner = planner;
    }

    /**
     * Whether papers are needed, as a citizen's dossier said it to whichever requester had it made; see {@code contracts/verdicts.schema.json}.
     *
     * @param to     who is told
     * @param person keyed hash of the citizen's FIN
     * @param code   12 hexadecimal digits
     * @throws ProblemException NOT_FOUND, also for one that is not kept any more; NOT_GRANTED where who is told could not ask for it himself
     */
    public ObjectNode verdicts(Requester to, String person, String code) {
        JsonNode entry = trail.dossier(person, code, DAYS).orElseThrow(Slips::nothing);
        RecordedDossier kept = dossiers.kept(UUID.fromString(entry.path("id").textValue()), entry.path("requester").textValue()).orElseThrow(Slips::nothing);
        planner.confirm(to, kept.service(), kept.about().facts());
        return VerdictsOnly.of((ObjectNode) Dossiers.read(kept.content()));
    }

    private static ProblemException nothing() {
        return new ProblemException(ProblemCode.NOT_FOUND, null, "The caller has no slip of this code that is still kept.");
    }
}
