package az.dost.vahid.offers;

import az.dost.vahid.proof.claim.Lease;
import java.util.UUID;

/**
 * An intent in the hands of this gateway.
 *
 * @param intent null when its row was changed, or its time is over
 * @param dossier that was made for it and not looked at yet; null for none
 * @param asked how often something was not known
 * @param over whether it is not looked at again
 */
record TakenIntent(Lease lease, UUID id, Intent intent, UUID dossier, int asked, boolean over) {}
