package az.dost.vahid.proof.record.check;

import az.dost.vahid.proof.record.AuditRow;
import az.dost.vahid.proof.record.body.RecordId;
import az.dost.vahid.signature.key.ChangedException;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Compares what entries speak of with what is kept, many at a time. */
final class EntryCheck {
    private final BodyCheck bodies;
    private final CorrectionCheck corrections;
    private final RootStamps stamps;
    private final RestoreCheck restores;
    private final Report report;

    EntryCheck(BodyCheck bodies, CorrectionCheck corrections, RootStamps stamps, RestoreCheck restores, Report report) {
        this.bodies = bodies;
        this.corrections = corrections;
        this.stamps = stamps;
        this.restores = restores;
        this.report = report;
    }

    /**
     * Checks what they speak of, and says how many are dossiers'.
     *
     * @param rows entries that are what was written
     */
    int check(List<AuditRow> rows) {
        Map<UUID, JsonNode> dossiers = new LinkedHashMap<>();
        List<BodyCheck.Form> forms = new ArrayList<>();
        for (AuditRow row : rows) {
            try {
                JsonNode entry = row.read();
                if (entry.path("id").asText().equals(row.id().toString())) {
                    switch (entry.path("kind").asText()) {
                        case "DOSSIER" -> dossiers.put(dated(row.id()), entry);
                        case "FORM" -> forms.add(BodyCheck.Form.of(entry));
                        default -> other(row, entry);
                    }
                } else {
                    report.wrong(row.name() + " is filed under another id than its own.");
                }
            } catch (ChangedException | IllegalArgumentException e) {
                report.wrong(row.name() + " cannot be read.");
            }
        }
        bodies.check(dossiers);
        bodies.forms(forms);
        return dossiers.size();
    }

    /** @throws IllegalArgumentException when the id has no day */
    private static UUID dated(UUID id) {
        RecordId.day(id);
        return id;
    }

    private void other(AuditRow row, JsonNode entry) {
        switch (entry.path("kind").asText()) {
            case "CORRECTION" -> corrections.request(row.id(), entry);
            case "STEP" -> corrections.step(entry);
            case "STAMP" -> stamps.told(entry);
            case "RENEWED" -> stamps.renewed(entry);
            case "RESTORED" -> restores.entry(row, entry);
            default -> {}
        }
    }

    /** What entries outside of those that were asked for say of rows that belong to these. */
    void outside(AuditRow row) {
        try {
            JsonNode entry = row.read();
            if (entry.path("kind").asText().equals("FORM")) {
                bodies.forms(List.of(BodyCheck.Form.of(entry)));
            } else {
                stamps.told(entry);
            }
        } catch (ChangedException | IllegalArgumentException e) {
            report.wrong(row.name() + " cannot be read.");
        }
    }
}
