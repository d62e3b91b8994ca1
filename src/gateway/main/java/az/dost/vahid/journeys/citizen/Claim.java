package az.dost.vahid.journeys.citizen;

import az.dost.vahid.edge.door.FreeText;
import az.dost.vahid.edge.door.StrictJson;
import az.dost.vahid.problem.ProblemCode;
import az.dost.vahid.problem.ProblemException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What a citizen says of a fact.
 *
 * @param source agency whose register is wrong, null when the citizen does not say
 * @param text what is right instead
 */
record Claim(String fact, String source, String text) {
    static final int LONGEST_TEXT = 2000;
    /** Bytes of a request's body. */
    static final int LONGEST_BODY = 16 * 1024;

    private static final Set<String> FIELDS = Set.of("fact", "source", "claim");
    private static final Pattern FACT = Pattern.compile("[a-z][A-Za-z]{1,40}");
    private static final Pattern SOURCE = Pattern.compile("[a-z][a-z0-9-]{1,40}");

    /** @throws ProblemException REQUEST_MALFORMED, FIELD_UNKNOWN, FIELD_MISSING or FIELD_INVALID */
    static Claim read(byte[] body) {
        JsonNode json = StrictJson.object(body, FIELDS);
        return new Claim(
                text(json, "fact", FACT, "It must be the name of a fact."),
                json.has("source") ? text(json, "source", SOURCE, "It must be the id of an agency.") : null,
                claim(json));
    }

    private static String text(JsonNode json, String name, Pattern form, String otherwise) {
        if (!json.hasNonNull(name)) {
            throw new ProblemException(ProblemCode.FIELD_MISSING, name, null);
        }
        String text = json.path(name).textValue();
        if (text == null || !form.matcher(text).matches()) {
            throw new ProblemException(ProblemCode.FIELD_INVALID, name, otherwise);
        }
        return text;
    }

    private static String claim(JsonNode json) {
        return FreeText.read(json, "claim", LONGEST_TEXT);
    }

    /** As it is kept, encrypted, and as the agency is told of it. */
    byte[] content(String fin) {
        ObjectNode content = JsonNodeFactory.instance.objectNode();
        content.putObject("subject").put("fin", fin);
        return content.put("fact", fact).put("claim", text).toString().getBytes(StandardCharsets.UTF_8);
    }
}
