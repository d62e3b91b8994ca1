package az.dost.vahid.pages.auditor;

import az.dost.vahid.pages.words.Wording;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/**
 * Thirty days of an official beside the office, as a picture and as a table.
 *
 * @param median  of the office; blank for too few colleagues
 * @param counted whether lookups of this official leave anything to count
 * @param most    the highest number in the picture
 */
record OfficialDays(String from, String to, String office, boolean counted, boolean whole, long lookups, long colleagues, String median, String most, List<Day> days) {
    static final int WIDTH = 720;
    static final int HEIGHT = 200;
    private static final int GAP = 4;

    /**
     * One day; the rest is where it stands in the picture.
     *
     * @param median blank where too few colleagues worked
     * @param line   from the top to the median, -1 for none
     */
    record Day(String day, long lookups, String median, int left, int width, int top, int height, int line) { }

    static OfficialDays of(JsonNode json, Wording w) {
        double most = 1;
        for (JsonNode day : json.path("days")) {
            most = Math.max(most, Math.max(day.path("lookups").asDouble(), day.path("median").asDouble()));
        }
        List<Day> days = new ArrayList<>();
        int width = WIDTH / Math.max(1, json.path("days").size());
        for (JsonNode day : json.path("days")) {
            int height = (int) Math.round(day.path("lookups").asDouble() / most * HEIGHT);
            days.add(new Day(w.day(day.path("day").asText()), day.path("lookups").asLong(), number(day, w), days.size() * width, width - GAP, HEIGHT - height, height,
                    day.has("median") ? HEIGHT - (int) Math.round(day.path("median").asDouble() / most * HEIGHT) : -1));
        }
        return new OfficialDays(w.day(json.path("from").asText()), w.day(json.path("to").asText()), json.path("office").asText(), json.path("counted").asBoolean(),
                json.path("whole").asBoolean(), json.path("lookups").asLong(), json.path("colleagues").asLong(), number(json, w), w.number((long) most), days);
    }

    /** A median of an even number of people may have a half. */
    private static String number(JsonNode json, Wording w) {
        return json.has("median") ? w.decimal(json.path("median").asDouble(), 1) : "";
    }

    /** Whether the office can be shown beside the official. */
    public boolean isCompared() {
        return !median.isEmpty();
    }
}
