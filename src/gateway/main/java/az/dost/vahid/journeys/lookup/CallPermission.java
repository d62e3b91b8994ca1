package az.dost.vahid.journeys.lookup;

import az.dost.vahid.signature.key.PersonHash;
import java.util.UUID;

/** Whether a lookup is for a caller of the hot-line who passed the check questions. */
final class CallPermission {
    private final CallReferences calls;
    private final PersonHash persons;

    CallPermission(CallReferences calls, PersonHash persons) {
        this.calls = calls;
        this.persons = persons;
    }

    boolean permits(Lookup lookup) {
        try {
            return calls.stands(
                    UUID.fromString(lookup.request.caseRef()),
                    lookup.requester.id(),
                    lookup.request.official(),
                    persons.of(lookup.request.fin()));
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
