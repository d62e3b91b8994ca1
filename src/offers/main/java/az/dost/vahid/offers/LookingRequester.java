package az.dost.vahid.offers;

import az.dost.vahid.edge.access.AccessPolicy;
import az.dost.vahid.edge.access.Requester;
import az.dost.vahid.problem.ProblemCode;
import az.dost.vahid.problem.ProblemException;

/** The requester in whose name the bus looks for rights, and whose the dossiers are. */
final class LookingRequester {
    private final AccessPolicy access;
    private final OfferSettings settings;

    LookingRequester(AccessPolicy access, OfferSettings settings) {
        this.access = access;
        this.settings = settings;
    }

    /** As its file is now. @throws ProblemException NOT_GRANTED when there is none any more */
    Requester now() {
        return access.named(settings.requester())
                .orElseThrow(() -> new ProblemException(ProblemCode.NOT_GRANTED, null, "The requester is no more."));
    }
}
