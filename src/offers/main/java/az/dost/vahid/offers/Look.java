package az.dost.vahid.offers;

import az.dost.vahid.rights.Basis;
import java.util.UUID;

/**
 * A look at whether somebody has a right.
 *
 * @param dossier id of the lookup that was made for it
 * @param basis what that and the event say
 */
record Look(UUID dossier, Basis basis) {}
