package az.dost.vahid.pages.lookup;

import com.fasterxml.jackson.databind.JsonNode;

/** What a list says of a case in which no paper is known to be needed: that is not always good news. */
public final class PapersLeft {
    /** Key of the words; they take the number of open papers. */
    public static String of(JsonNode json) {
        if (json.path("state").asText().equals("UNKNOWN")) {
            return "desk.left.unknown";
        }
        if (!json.has("open") && !json.path("completeness").asText("COMPLETE").equals("COMPLETE")) {
            // A gateway of a version before did not count them.
            return "desk.left.unclear";
        }
        return open(json) > 0
                ? "desk.left.open"
                : json.path("rightDoubted").asBoolean() ? "desk.left.right-doubted" : "desk.left.nothing";
    }

    /** Papers of which nobody knows whether they are needed; 0 in answers of a version before, too. */
    public static int open(JsonNode json) {
        return json.path("open").asInt();
    }

    private PapersLeft() {}
}
