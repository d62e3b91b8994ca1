package az.dost.vahid.check;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** What the gateway does not believe of a sample, beside what the sample says that it does not. */
final class UnexpectedLoss {
    private static final JsonPointer FACTS = JsonPointer.valueOf("/facts");
    private final List<JsonNode> unexpected = new ArrayList<>();
    private final List<JsonNode> missing = new ArrayList<>();

    UnexpectedLoss(JsonNode expected, JsonNode found) {
        found.path(BelievedFacts.UNMAPPABLE).forEach(unexpected::add);
        for (JsonNode one : expected.path(BelievedFacts.UNMAPPABLE)) {
            if (!unexpected.remove(one)) {
                missing.add(one);
            }
        }
    }

    /** Whether it is all that the sample expects. */
    boolean expected() {
        return unexpected.isEmpty() && missing.isEmpty();
    }

    /** Whether a difference only follows from what is told here. */
    boolean explains(Difference difference) {
        String at = difference.at().toString();
        return at.startsWith("/" + BelievedFacts.UNMAPPABLE)
                || unexpected.stream().map(UnexpectedLoss::place).anyMatch(place -> (at + "/").startsWith(place + "/"));
    }

    /** @param lost by pointer, what the mapping could not convert */
    void report(String file, String mapping, JsonNode lost, JsonPlaces places, Remarks remarks) {
        for (JsonNode one : unexpected) {
            TextPlace place = places.of(JsonPointer.compile(place(one)));
            String why = lost.path(place(one)).asText();
            remarks.error(
                    file,
                    place.line(),
                    place.column(),
                    place(one) + ": the gateway does not believe it: "
                            + one.path("rule").asText() + (why.isEmpty() ? "" : " (" + mapping + ", " + why + ")"));
        }
        for (JsonNode one : missing) {
            TextPlace place = places.of(JsonPointer.valueOf("/" + BelievedFacts.UNMAPPABLE));
            remarks.error(
                    file,
                    place.line(),
                    place.column(),
                    one.path("path").asText() + " " + one.path("rule").asText()
                            + ": the gateway believes all that is there");
        }
    }

    private static String place(JsonNode one) {
        return FACTS + one.path("path").asText();
    }
}
