package az.dost.vahid.journeys.lookup;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.UUID;

/**
 * A dossier that was given to a requester, as it stands in the record.
 *
 * @param request that it answered
 * @param person keyed hash of the citizen's FIN
 * @param agencies of it that may well answer another time; empty when there is none
 */
public record OpenDossier(UUID id, LookupRequest request, String person, ObjectNode content, List<String> agencies) {
    @Override
    public String toString() {
        return "Dossier " + id;
    }
}
