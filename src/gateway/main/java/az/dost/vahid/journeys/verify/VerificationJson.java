package az.dost.vahid.journeys.verify;

import az.dost.vahid.proof.record.check.Report;
import az.dost.vahid.signature.CheckLine;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** What a check found, as {@code contracts/audit.openapi.yaml} has it. */
final class VerificationJson {
    /** More than anybody reads; what somebody changed everywhere is changed after some, too. */
    private static final int MOST = 200;

    private static final int MOST_NAMES = 50;
    private static final List<String> ABOUT =
            List.of("form", "signedAt", "signer", "dossierId", "entryId", "service", "assembledAt");

    static ObjectNode of(Report report) {
        ObjectNode json = JsonNodeFactory.instance
                .objectNode()
                .put("holds", report.wrong().isEmpty());
        if (report.kind() != null) {
            json.put("kind", report.kind());
        }
        ABOUT.stream()
                .filter(report.about()::containsKey)
                .forEach(name -> json.put(name, report.about().get(name)));
        ArrayNode checks = json.putArray("checks");
        List<CheckLine> lines = report.lines();
        lines.stream().limit(MOST).forEach(line -> {
            ObjectNode check = checks.addObject()
                    .put("outcome", line.outcome().name())
                    .put("code", line.code().name())
                    .put("detail", line.sentence());
            ArrayNode named = check.putArray("named");
            line.named().stream().limit(MOST_NAMES).forEach(named::add);
        });
        return json.put("more", Math.max(0, lines.size() - MOST));
    }

    private VerificationJson() {}
}
