package az.dost.vahid.journeys.desk;

import az.dost.vahid.answer.Fin;
import az.dost.vahid.edge.door.StrictJson;
import az.dost.vahid.problem.ProblemCode;
import az.dost.vahid.problem.ProblemException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * What a caller reads from his slip.
 *
 * @param fin of the caller; personal data
 * @param code the last part of a dossier's id, in small letters
 */
record SlipQuestion(UUID call, String fin, String code) {
    private static final Pattern CALL = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    private static final Pattern CODE = Pattern.compile("[0-9A-F]{4}-[0-9A-F]{4}-[0-9A-F]{4}");

    /** @throws ProblemException naming the first field at fault, and no value */
    static SlipQuestion read(byte[] body) {
        ObjectNode object = StrictJson.object(body, Set.of("call", "fin", "code"));
        String call = text(object, "call", CALL, "It must be the reference of a call.");
        String fin = text(object, "fin", Fin.FORM, "It must be 7 characters of 0-9 and A-Z without I and O.");
        String code = text(object, "code", CODE, "It must be a check code, such as 88FD-6DAC-9199.");
        return new SlipQuestion(
                UUID.fromString(call), fin, code.replace("-", "").toLowerCase(Locale.ROOT));
    }

    private static String text(ObjectNode object, String field, Pattern form, String detail) {
        JsonNode value = object.path(field);
        if (value.isMissingNode()) {
            throw new ProblemException(ProblemCode.FIELD_MISSING, field, null);
        }
        if (!value.isTextual() || !form.matcher(value.textValue()).matches()) {
            throw new ProblemException(ProblemCode.FIELD_INVALID, field, detail);
        }
        return value.textValue();
    }

    @Override
    public String toString() {
        return "SlipQuestion";
    }
}
