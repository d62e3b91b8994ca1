package az.dost.vahid.spdci;

import az.dost.vahid.problem.ProblemCode;
import az.dost.vahid.problem.ProblemException;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;

/** Fields of a message, each of its form; a refusal names the field and never its value. */
final class Fields {
    /** Characters of an id of the standard. */
    static final int LONGEST_ID = 99;

    private static final String DOT = ".";

    /** @param path of the parent, blank for the message itself */
    static String path(String path, String name) {
        return path.isEmpty() ? name : path + DOT + name;
    }

    static JsonNode object(JsonNode parent, String path, String name) {
        return of(parent, path, name, JsonNode::isObject, "It must be an object.");
    }

    /** @param most that the list may have */
    static JsonNode list(JsonNode parent, String path, String name, int most) {
        return of(
                parent,
                path,
                name,
                one -> one.isArray() && !one.isEmpty() && one.size() <= most,
                "It must be a list of 1 to " + most + ".");
    }

    /** A text of 1 to 99 characters. */
    static String id(JsonNode parent, String path, String name) {
        return of(
                        parent,
                        path,
                        name,
                        one -> one.isTextual()
                                && !one.textValue().isBlank()
                                && one.textValue().length() <= LONGEST_ID,
                        "It must be a text of 1 to " + LONGEST_ID + " characters.")
                .textValue();
    }

    /** A whole number from 1 on. */
    static int count(JsonNode parent, String path, String name) {
        return of(
                        parent,
                        path,
                        name,
                        one -> one.isIntegralNumber() && one.canConvertToInt() && one.intValue() > 0,
                        "It must be a whole number from 1 on.")
                .intValue();
    }

    /** A time with its zone. */
    static Instant instant(JsonNode parent, String path, String name) {
        return time(of(
                parent,
                path,
                name,
                one -> one.isTextual() && time(one) != null,
                "It must be a time with its zone, as 2026-12-02T10:00:00Z."));
    }

    private static Instant time(JsonNode text) {
        try {
            return OffsetDateTime.parse(text.textValue()).toInstant();
        } catch (DateTimeException e) {
            return null;
        }
    }

    private interface Form {
        boolean holds(JsonNode value);
    }

    private static JsonNode of(JsonNode parent, String path, String name, Form form, String detail) {
        JsonNode value = parent.path(name);
        if (value.isMissingNode() || value.isNull()) {
            throw new ProblemException(ProblemCode.FIELD_MISSING, path(path, name), null);
        }
        if (!form.holds(value)) {
            throw invalid(path(path, name), detail);
        }
        return value;
    }

    static ProblemException invalid(String field, String detail) {
        return new ProblemException(ProblemCode.FIELD_INVALID, field, detail);
    }

    private Fields() {}
}
