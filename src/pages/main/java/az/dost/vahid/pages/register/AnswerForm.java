package az.dost.vahid.pages.register;

import az.dost.vahid.json.Json;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * What a register says of a ticket, as it was typed.
 *
 * @param answer as {@code contracts/quality.openapi.yaml} names it
 * @param note why; may be blank where something was corrected
 */
record AnswerForm(String answer, String note) {
    private static final String CORRECTED = "CORRECTED";
    private static final Set<String> ANSWERS = Set.of(CORRECTED, "CORRECT_AS_IS", "CANNOT");
    private static final int LONGEST_NOTE = 2000;

    AnswerForm {
        answer = answer == null ? "" : answer.strip();
        note = note == null ? "" : note.strip();
    }

    static AnswerForm empty() {
        return new AnswerForm("", "");
    }

    Map<String, String> faults() {
        Map<String, String> faults = new LinkedHashMap<>();
        if (!ANSWERS.contains(answer)) {
            faults.put("answer", "register.answer.missing");
        }
        if (note.isEmpty() && !answer.equals(CORRECTED)) {
            faults.put("note", "register.note.missing");
        } else if (note.length() > LONGEST_NOTE || note.indexOf('\0') >= 0) {
            faults.put("note", "register.note.long");
        }
        return faults;
    }

    JsonNode body() {
        ObjectNode body = Json.strict().createObjectNode().put("answer", answer);
        return note.isEmpty() ? body : body.put("note", note);
    }
}
