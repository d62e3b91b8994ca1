package az.dost.vahid.journeys.desk;

import az.dost.vahid.proof.record.body.RecordId;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * One lookup of an official who has roles.
 *
 * @param dossier its id
 * @param matter stands for requester, case, service and person: lookups of one are one case
 * @param tookMs milliseconds from the question to the dossier
 * @param told what {@link DeskRows} wrote of the dossier
 * @param followed state of its follow-up, null for none
 * @param latest the dossier that completes it best until now, null where it is not followed
 */
record DeskRow(UUID dossier, String matter, int tookMs, JsonNode told, String followed, UUID latest) {
    Instant at() {
        return RecordId.time(dossier);
    }

    /** Which case it is of, and how whole it is. */
    ObjectNode heading() {
        return JsonNodeFactory.instance
                .objectNode()
                .put("caseRef", told.path("caseRef").textValue())
                .put("service", told.path("service").textValue())
                .put("dossierId", dossier.toString())
                .put("at", at().toString())
                .put("completeness", told.path("completeness").textValue());
    }

    /** Writes why that no paper is needed may be no good news: rows of a version before lack some of it. */
    void writeOpen(ObjectNode json) {
        for (String member : List.of("state", DeskRows.OPEN, DeskRows.DOUBTED)) {
            if (told.has(member)) {
                json.set(member, told.get(member));
            }
        }
    }

    boolean empty() {
        return told.path("completeness").asText().equals("EMPTY");
    }
}
