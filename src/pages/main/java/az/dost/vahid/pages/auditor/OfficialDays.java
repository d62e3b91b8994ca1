package az.dost.vahid.pages.auditor;

import az.dost.vahid.pages.picture.ColumnChart;
import az.dost.vahid.pages.picture.Picture;
import az.dost.vahid.pages.picture.Plot;
import az.dost.vahid.pages.picture.Series;
import az.dost.vahid.pages.words.Wording;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/**
 * Thirty days of an official beside the office.
 *
 * @param counted whether lookups of this official leave anything to count
 * @param median of the office; blank for too few colleagues
 */
record OfficialDays(
        String from,
        String to,
        boolean counted,
        boolean whole,
        long lookups,
        long colleagues,
        String median,
        Picture picture) {
    /** What the picture's parts are called. */
    record Names(String title, String day, String lookups, String median) {}

    static OfficialDays of(JsonNode json, Names names, Wording w) {
        // A median of an even number of people may have a half.
        String median = json.has("median") ? w.decimal(json.path("median").asDouble(), 1) : "";
        return new OfficialDays(
                w.day(json.path("from").asText()),
                w.day(json.path("to").asText()),
                json.path("counted").asBoolean(),
                json.path("whole").asBoolean(),
                json.path("lookups").asLong(),
                json.path("colleagues").asLong(),
                median,
                picture(json.path("days"), names, !median.isEmpty(), w));
    }

    private static Picture picture(JsonNode days, Names names, boolean compared, Wording w) {
        List<String> labels = new ArrayList<>();
        List<Double> lookups = new ArrayList<>();
        List<Double> medians = new ArrayList<>();
        days.forEach(day -> {
            labels.add(w.day(day.path("day").asText()));
            lookups.add(day.path("lookups").asDouble());
            medians.add(day.path("median").asDouble(Double.NaN));
        });
        Series own = new Series(names.lookups(), lookups);
        return compared
                ? ColumnChart.withLevel(
                        new Plot(
                                names.title(),
                                "",
                                names.day(),
                                labels,
                                List.of(own, new Series(names.median(), medians)),
                                1),
                        w)
                : ColumnChart.of(new Plot(names.title(), "", names.day(), labels, List.of(own), 0), w);
    }

    /** Whether the office can be shown beside the official. */
    public boolean isCompared() {
        return !median.isEmpty();
    }
}
