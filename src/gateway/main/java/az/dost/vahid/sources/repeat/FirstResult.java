package az.dost.vahid.sources.repeat;

import az.dost.vahid.problem.ProblemCode;
import az.dost.vahid.problem.ProblemException;
import java.util.UUID;

/**
 * What the first request under a key came to: a dossier or a refusal.
 *
 * @param dossier id of the dossier, null for a refusal
 * @param refusal id of the refusal's entry in the audit chain, null for a dossier; so are the others
 * @param field of the problem, may be null
 */
public record FirstResult(UUID dossier, UUID refusal, ProblemCode code, String field, String detail) {
    public static FirstResult dossier(UUID id) {
        return new FirstResult(id, null, null, null, null);
    }

    /** @param entry id of its entry in the audit chain */
    public static FirstResult refusal(UUID entry, ProblemException problem) {
        return new FirstResult(null, entry, problem.code(), problem.field(), problem.detail());
    }

    /** The same problem again; only of a refusal. */
    public ProblemException problem() {
        return new ProblemException(code, field, detail);
    }
}
