package az.dost.vahid.pages.desk;

import com.fasterxml.jackson.databind.JsonNode;

/** What a list says of a case in which no paper is known to be needed: that is not always good news. */
final class PapersLeft {
    /** Key of the words; they take the number of open papers. */
    static String of(JsonNode json) {
        if (json.path("state").asText().equals("UNKNOWN")) {
            return "desk.left.unknown";
        }
        return open(json) > 0
                ? "desk.left.open"
                : json.path("rightDoubted").asBoolean() ? "desk.left.right-doubted" : "desk.left.nothing";
    }

    static int open(JsonNode json) {
        return json.path("open").asInt();
    }

    private PapersLeft() {}
}
