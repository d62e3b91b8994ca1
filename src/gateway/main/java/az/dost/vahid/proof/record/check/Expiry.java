package az.dost.vahid.proof.record.check;

import az.dost.vahid.proof.record.AuditRow;
import az.dost.vahid.proof.record.body.DataClass;
import az.dost.vahid.proof.record.body.RecordId;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;

/** The days and classes whose bodies may be gone, as the chain says. */
final class Expiry {
    private final Set<String> over = new HashSet<>();

    /** @param row of the kind RETENTION */
    void add(AuditRow row) {
        JsonNode entry = row.read();
        over.add(entry.path("day").asText() + " " + entry.path("dataClass").asText());
    }

    boolean of(UUID dossier, DataClass dataClass) {
        return over.contains(RecordId.day(dossier) + " " + dataClass.code());
    }
}
