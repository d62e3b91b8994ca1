package az.dost.vahid.journeys.lookup;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.UUID;

/**
 * A lookup of an official who has roles, as his own desk and his office's day are told of it.
 *
 * @param id of the dossier
 * @param office code of the official's office, null where his requester's file names none
 * @param person keyed hash of the citizen's FIN
 * @param tookMs milliseconds from the question to the dossier
 * @param dossier whole, also where only verdicts are given out; personal data
 */
public record DeskLookup(
        UUID id, String requester, String office, LookupRequest request, String person, long tookMs, JsonNode dossier) {
    @Override
    public String toString() {
        return "Lookup " + id;
    }
}
