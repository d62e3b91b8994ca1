package az.dost.vahid.journeys.lookup;

import java.util.UUID;

/** The calls of the hot-line whose callers passed the check questions. */
public interface CallReferences {
    /**
     * Whether this is a call of this official that is not over, and the caller this person.
     *
     * @param call case reference of a lookup
     * @param person keyed hash of the FIN
     */
    boolean stands(UUID call, String requester, String official, String person);
}
