package az.dost.vahid.kit.accept;

import az.dost.vahid.check.Difference;
import az.dost.vahid.check.JsonPlaces;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What became of one sample's expected facts.
 *
 * @param before what the file held, empty for none
 */
public record AcceptedSample(String file, Outcome outcome, String before, List<Difference> differences) {
    public enum Outcome {
        /** There was none. */
        NEW,
        /** It is what the mapping gives. */
        SAME,
        /** It was what the mapping gave before, or replacing it was asked for. */
        CHANGED,
        /** A person has written it, and it is not what the mapping gives. */
        LEFT
    }

    /** For people: nothing of what stays the same; each difference with its line in the file as it was. */
    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        if (outcome == Outcome.NEW) {
            lines.add(file + ": written, to be reviewed");
        }
        JsonPlaces places = differences.isEmpty() ? null : new JsonPlaces(before);
        for (Difference difference : differences) {
            lines.add(file + ":" + places.of(difference.at()).line() + ": "
                    + (outcome == Outcome.LEFT ? "left as a person wrote it: " : "changed: ") + told(difference));
        }
        if (outcome == Outcome.LEFT) {
            lines.add(file + ": is not what --accept has written; --overwrite replaces it");
        }
        return lines;
    }

    private static String told(Difference difference) {
        return difference.at() + " "
                + (difference.expected().isMissingNode() ? "was not there" : "was " + difference.expected())
                + (difference.found().isMissingNode()
                        ? ", the mapping gives nothing"
                        : ", the mapping gives " + difference.found());
    }

    public ObjectNode json() {
        ObjectNode json = JsonNodeFactory.instance
                .objectNode()
                .put("file", file)
                .put("outcome", outcome.name().toLowerCase(Locale.ROOT));
        ArrayNode list = json.putArray("differences");
        differences.forEach(difference -> {
            ObjectNode one = list.addObject().put("at", difference.at().toString());
            if (!difference.expected().isMissingNode()) {
                one.set("was", difference.expected());
            }
            if (!difference.found().isMissingNode()) {
                one.set("is", difference.found());
            }
        });
        return json;
    }
}
