package az.dost.vahid.simulation;

import az.dost.vahid.edge.door.StrictJson;
import az.dost.vahid.json.Json;
import az.dost.vahid.problem.ProblemCode;
import az.dost.vahid.problem.ProblemException;
import az.dost.vahid.rights.LawSimulator;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * What an analyst wants to know, and why.
 *
 * @param reason in a person's words
 */
record LawQuestion(String reason, LawSimulator.Question asked) {
    private static final String REASON = "reason";
    private static final String DAY = "day";
    private static final String SEED = "seed";
    private static final String COUNT = "count";
    private static final String RIGHTS = "rights";
    private static final String RIGHT = "right";
    private static final String TEXT = "text";
    private static final Set<String> FIELDS = Set.of(REASON, DAY, SEED, COUNT, RIGHTS);
    private static final Set<String> OF_A_RIGHT = Set.of(RIGHT, TEXT);
    /** As {@code contracts/right.schema.json} has codes. */
    private static final Pattern CODE = Pattern.compile("[a-z][a-z0-9-]{1,59}");

    private static final int LONGEST_REASON = 1000;
    private static final int MOST_RIGHTS = 20;

    /**
     * @param most people
     * @throws ProblemException REQUEST_MALFORMED, FIELD_UNKNOWN, FIELD_MISSING, FIELD_INVALID
     */
    static LawQuestion read(byte[] body, int most) {
        ObjectNode question = StrictJson.object(body, FIELDS);
        int fewest = LawSimulator.Question.FEWEST;
        long count = number(question, COUNT);
        if (count < fewest || count > most) {
            throw invalid(COUNT, "It must be from " + fewest + " to " + most + ".");
        }
        return new LawQuestion(
                said(question, REASON),
                new LawSimulator.Question(rights(question), day(question), number(question, SEED), (int) count));
    }

    /** One that was kept, as {@link #json} has it. */
    static LawQuestion kept(String json) {
        try {
            JsonNode question = Json.exact().readTree(json);
            return new LawQuestion(
                    question.path(REASON).textValue(),
                    new LawSimulator.Question(
                            rights(question),
                            LocalDate.parse(question.path(DAY).textValue()),
                            question.path(SEED).longValue(),
                            question.path(COUNT).intValue()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @throws ProblemException FIELD_MISSING, FIELD_INVALID for what is no text that says something */
    static String said(ObjectNode body, String field) {
        String text = text(body.path(field), field);
        if (text.isBlank() || text.length() > LONGEST_REASON || text.indexOf('\0') >= 0) {
            throw invalid(field, "It must say why in 1 to " + LONGEST_REASON + " characters.");
        }
        return text;
    }

    private static LocalDate day(ObjectNode question) {
        try {
            return LocalDate.parse(text(question.path(DAY), DAY));
        } catch (DateTimeParseException e) {
            throw invalid(DAY, "It must be a day, such as 2027-01-01.");
        }
    }

    private static long number(ObjectNode question, String field) {
        JsonNode value = present(question.path(field), field);
        if (!value.isIntegralNumber() || !value.canConvertToLong()) {
            throw invalid(field, "It must be a whole number.");
        }
        return value.longValue();
    }

    private static Map<String, String> rights(JsonNode question) {
        JsonNode list = present(question.path(RIGHTS), RIGHTS);
        if (!list.isArray() || list.isEmpty() || list.size() > MOST_RIGHTS) {
            throw invalid(RIGHTS, "It must be a list of 1 to " + MOST_RIGHTS + " rights.");
        }
        Map<String, String> rights = new TreeMap<>();
        for (int i = 0; i < list.size(); i++) {
            String place = RIGHTS + "[" + i + "]";
            if (!(list.get(i) instanceof ObjectNode one)) {
                throw invalid(place, "It must be a right and its text.");
            }
            StrictJson.onlyKnown(one, OF_A_RIGHT, place + ".");
            String code = text(one.path(RIGHT), place + "." + RIGHT);
            if (!CODE.matcher(code).matches()) {
                throw invalid(place + "." + RIGHT, "It must be the code of a right, such as old-age-pension.");
            }
            String text = text(one.path(TEXT), place + "." + TEXT);
            if (text.indexOf('\0') >= 0) {
                throw invalid(place + "." + TEXT, null);
            }
            if (rights.put(code, text) != null) {
                throw invalid(place + "." + RIGHT, "Another text of this right stands before it.");
            }
        }
        return rights;
    }

    private static String text(JsonNode value, String place) {
        if (!present(value, place).isTextual()) {
            throw invalid(place, null);
        }
        return value.textValue();
    }

    private static JsonNode present(JsonNode value, String place) {
        if (value.isMissingNode() || value.isNull()) {
            throw new ProblemException(ProblemCode.FIELD_MISSING, place, null);
        }
        return value;
    }

    private static ProblemException invalid(String place, String why) {
        return new ProblemException(ProblemCode.FIELD_INVALID, place, why);
    }

    /** As it is kept; the same for the same question. */
    String json() {
        ObjectNode json = summary();
        json.remove("changes");
        json.set(RIGHTS, texts());
        return json.toString();
    }

    /** The texts of the changed rules, for whoever decides. */
    ArrayNode texts() {
        ArrayNode rights = JsonNodeFactory.instance.arrayNode();
        asked.changed()
                .forEach((code, text) -> rights.addObject().put(RIGHT, code).put(TEXT, text));
        return rights;
    }

    /** Without the texts. */
    ObjectNode summary() {
        ObjectNode json = JsonNodeFactory.instance
                .objectNode()
                .put(REASON, reason)
                .put(DAY, asked.day().toString())
                .put(SEED, asked.seed())
                .put(COUNT, asked.count());
        ArrayNode changes = json.putArray("changes");
        asked.changed().keySet().forEach(changes::add);
        return json;
    }

    @Override
    public String toString() {
        return "LawQuestion of " + asked.day();
    }
}
