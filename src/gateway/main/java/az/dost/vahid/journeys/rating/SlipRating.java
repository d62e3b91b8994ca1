package az.dost.vahid.journeys.rating;

import az.dost.vahid.edge.door.FreeText;
import az.dost.vahid.edge.door.StrictJson;
import az.dost.vahid.problem.ProblemCode;
import az.dost.vahid.problem.ProblemException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Set;

/**
 * What somebody says of how he was served.
 *
 * @param code as it stands on the slip
 * @param stars 1 to 5
 * @param complaint in his own words; null for none
 */
record SlipRating(String code, int stars, String complaint) {
    private static final int MOST = 5;
    private static final int LONGEST = 500;
    private static final Set<String> FIELDS = Set.of("code", "stars", "complaint");

    /**
     * @throws ProblemException REQUEST_MALFORMED, FIELD_UNKNOWN; FIELD_MISSING or FIELD_INVALID, naming the first field
     *     at fault and no value
     */
    static SlipRating read(byte[] body) {
        ObjectNode json = StrictJson.object(body, FIELDS);
        String code = code(json);
        JsonNode stars = given(json, "stars");
        if (!stars.isIntegralNumber() || !stars.canConvertToInt() || stars.intValue() < 1 || stars.intValue() > MOST) {
            throw new ProblemException(
                    ProblemCode.FIELD_INVALID, "stars", "It must be a whole number from 1 to " + MOST + ".");
        }
        String complaint = json.has("complaint") ? FreeText.read(json, "complaint", LONGEST) : null;
        return new SlipRating(code, stars.intValue(), complaint);
    }

    /**
     * The code of a slip that is to be checked, and nothing else.
     *
     * @throws ProblemException as {@link #read} does
     */
    static String code(byte[] body) {
        return code(StrictJson.object(body, Set.of("code")));
    }

    private static String code(ObjectNode json) {
        JsonNode code = given(json, "code");
        if (!code.isTextual() || !RatingCode.formed(code.textValue())) {
            throw new ProblemException(
                    ProblemCode.FIELD_INVALID, "code", "It must be the rating code of a slip, such as 7QK2-M0XD-93VT.");
        }
        return code.textValue();
    }

    private static JsonNode given(ObjectNode json, String field) {
        if (!json.hasNonNull(field)) {
            throw new ProblemException(ProblemCode.FIELD_MISSING, field, null);
        }
        return json.path(field);
    }

    @Override
    public String toString() {
        return "SlipRating";
    }
}
