package az.dost.vahid.journeys.desk;

import az.dost.vahid.answer.Fin;
import az.dost.vahid.edge.door.StrictJson;
import az.dost.vahid.problem.ProblemCode;
import az.dost.vahid.problem.ProblemException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What a caller answered to the check questions.
 *
 * @param fin of whom the caller says he is; personal data
 * @param answers by question; personal data
 */
record CheckAnswers(String fin, Map<String, String> answers) {
    /** By question, where the registers' answer stands among the facts. */
    private static final Map<String, String> FACTS = Map.of(
            "birthDate",
            "/identity/value/birthDate",
            "documentNumber",
            "/identity/value/documentNumber",
            "registeredSince",
            "/address/value/registeredSince");

    private static final Pattern DAY = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");
    private static final Pattern NUMBER = Pattern.compile("[\\p{L}0-9 №-]{1,20}");
    private static final int LEAST = 2;

    /**
     * What came of comparing the answers.
     *
     * @param wrong whether one is not as the registers have it
     * @param open whether one cannot be compared, as a register of its fact did not speak
     * @param some whether any could be compared
     */
    record Compared(boolean wrong, boolean open, boolean some) {
        boolean right() {
            return !wrong && !open;
        }
    }

    CheckAnswers {
        answers = Map.copyOf(answers);
    }

    /** @throws ProblemException naming the first field at fault, and no value */
    static CheckAnswers read(byte[] body) {
        ObjectNode object = StrictJson.object(body, Set.of("fin", "answers"));
        String fin = object.path("fin").textValue();
        if (fin == null) {
            throw new ProblemException(
                    object.has("fin") ? ProblemCode.FIELD_INVALID : ProblemCode.FIELD_MISSING, "fin", null);
        }
        if (!Fin.FORM.matcher(fin).matches()) {
            throw new ProblemException(
                    ProblemCode.FIELD_INVALID, "fin", "It must be 7 characters of 0-9 and A-Z without I and O.");
        }
        JsonNode given = object.path("answers");
        if (given.isMissingNode()) {
            throw new ProblemException(ProblemCode.FIELD_MISSING, "answers", null);
        }
        if (!given.isObject() || given.size() < LEAST) {
            throw new ProblemException(
                    ProblemCode.FIELD_INVALID, "answers", "It must be an object with at least two answers.");
        }
        StrictJson.onlyKnown(given, FACTS.keySet(), "answers.");
        Map<String, String> answers = new HashMap<>();
        given.properties().forEach(answer -> {
            Pattern form = answer.getKey().equals("documentNumber") ? NUMBER : DAY;
            if (!answer.getValue().isTextual()
                    || !form.matcher(answer.getValue().textValue()).matches()) {
                throw new ProblemException(
                        ProblemCode.FIELD_INVALID,
                        "answers." + answer.getKey(),
                        form == DAY
                                ? "It must be a day, such as 1980-02-29."
                                : "It must be 1 to 20 letters and digits.");
            }
            answers.put(answer.getKey(), answer.getValue().textValue());
        });
        return new CheckAnswers(fin, answers);
    }

    /**
     * Compares each in the same way, whatever came of those before.
     *
     * @param silent facts of which a register did not speak
     */
    @SuppressWarnings("ShortCircuitBoolean") // Both sides, so that the time tells nothing.
    Compared with(JsonNode facts, Set<String> silent) {
        boolean wrong = false;
        boolean open = false;
        boolean some = false;
        for (Map.Entry<String, String> question : FACTS.entrySet()) {
            String answer = answers.get(question.getKey());
            String expected = facts.at(question.getValue()).asText("");
            boolean same = MessageDigest.isEqual(plain(answer == null ? "" : answer), plain(expected));
            boolean untold =
                    expected.isEmpty() & silent.contains(question.getValue().split("/")[1]);
            boolean asked = answer != null;
            wrong |= asked & !untold & (!same | expected.isEmpty());
            open |= asked & untold;
            some |= asked & !untold;
        }
        return new Compared(wrong, open, some);
    }

    /** As people say a number: in any case, with or without spaces and signs. */
    private static byte[] plain(String text) {
        return text.toUpperCase(Locale.ROOT).replaceAll("[^\\p{L}0-9]", "").getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
        return "CheckAnswers";
    }
}
