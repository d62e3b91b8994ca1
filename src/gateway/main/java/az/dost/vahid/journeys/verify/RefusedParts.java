package az.dost.vahid.journeys.verify;

import az.dost.vahid.proof.record.RefusedAnswers;
import az.dost.vahid.proof.record.check.Report;
import az.dost.vahid.signature.CheckCode;
import az.dost.vahid.signature.key.ChangedException;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** What a container tells of answers that were refused: how many, why, and whether one is in it that should not be. */
final class RefusedParts {
    private final Map<String, byte[]> parts;
    private final List<String> refused = new ArrayList<>();
    private final List<String> present = new ArrayList<>();

    RefusedParts(Map<String, byte[]> parts) {
        this.parts = parts;
    }

    /** Whether a row of the dossier is that of a refused answer. */
    boolean take(JsonNode source) {
        if (!RefusedAnswers.refused(source)) {
            return false;
        }
        String agency = source.path("agency").asText();
        String why = agency + " ("
                + source.path("reason").asText(source.path("verdict").asText()) + ")";
        refused.add(why);
        for (JsonNode evidence : source.path("evidence")) {
            if (parts.keySet().stream()
                    .anyMatch(part -> part.startsWith(
                            "evidence/" + agency + "/" + evidence.path("id").asText() + "."))) {
                present.add(why);
            }
        }
        return true;
    }

    /** @throws ChangedException when the part that tells of them tells something else than the dossier */
    void say(JsonNode dossier, Report report) {
        if (!refused.isEmpty()) {
            report.noted(
                    CheckCode.ANSWERS_REFUSED,
                    (refused.size() == 1 ? "1 answer was refused" : refused.size() + " answers were refused")
                            + ", and nothing of the dossier is from there: " + String.join(", ", refused) + ".",
                    refused.toArray(String[]::new));
        }
        if (!present.isEmpty()) {
            report.noted(
                    CheckCode.REFUSED_ANSWERS_INSIDE,
                    "Refused answers are in the container, as older gateways made it: " + String.join(", ", present)
                            + ". They may be about somebody else; do not pass them on.",
                    present.toArray(String[]::new));
        }
        byte[] told = parts.get(RefusedAnswers.PART);
        if (told != null && !Arrays.equals(told, RefusedAnswers.of(dossier).json())) {
            throw new ChangedException("It tells of other refused answers than the dossier");
        }
    }
}
