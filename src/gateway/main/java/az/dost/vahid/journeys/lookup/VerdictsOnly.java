package az.dost.vahid.journeys.lookup;

import az.dost.vahid.edge.access.View;
import az.dost.vahid.problem.ProblemCode;
import az.dost.vahid.problem.ProblemException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Set;

/**
 * What is given out of a dossier where only verdicts are granted: {@code contracts/verdicts.schema.json}. It is what
 * the record keeps, so that whoever reads it again is given no more.
 */
final class VerdictsOnly {
    private static final String MEMBER = "view";
    private static final Set<String> OF_DOSSIER = Set.of(
            "subject",
            "dossierId",
            "assembledAt",
            "service",
            "requester",
            "official",
            "caseRef",
            "completes",
            "completeness");

    /** @param dossier with everything; it stays as it is */
    static ObjectNode of(ObjectNode dossier) {
        ObjectNode verdicts = dossier.deepCopy().retain(OF_DOSSIER);
        verdicts.put(MEMBER, View.VERDICTS.name());
        ((ObjectNode) verdicts.get("subject")).retain("fin", "state");
        ArrayNode documents = verdicts.putArray("documents");
        dossier.path("documents").forEach(document -> documents.add(row((ObjectNode) document)));
        return verdicts;
    }

    /** Of the reason its code alone: day and field are what a register said. */
    private static ObjectNode row(ObjectNode document) {
        ObjectNode row = document.deepCopy().retain("id", "title", "concerns", "ground", "verdict");
        row.putObject("reason").put("code", document.path("reason").path("code").textValue());
        return row;
    }

    /** The view of what the record kept. */
    static View view(JsonNode content) {
        return content.has(MEMBER) ? View.valueOf(content.path(MEMBER).textValue()) : View.FULL;
    }

    /** @throws ProblemException NOT_ACCEPTABLE: there are no verdicts in XML, and a container has evidence */
    static void check(View view, Form form) {
        if (view == View.VERDICTS && form != Form.JSON && form != Form.JOSE) {
            throw new ProblemException(
                    ProblemCode.NOT_ACCEPTABLE,
                    MEMBER,
                    "Verdicts are given out as application/json or application/jose, over HTTP or by message.");
        }
    }

    private VerdictsOnly() {}
}
