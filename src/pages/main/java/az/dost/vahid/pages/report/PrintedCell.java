package az.dost.vahid.pages.report;

import az.dost.vahid.pages.words.Wording;
import com.fasterxml.jackson.databind.JsonNode;

/**
 * A figure as people write it.
 *
 * @param name of the figure
 * @param text blank where it is hidden
 * @param hidden whether it is kept back, which a page says in words
 * @param value NaN where there is none to draw
 */
record PrintedCell(String name, String text, boolean hidden, double value) {
    /** @param json of the contract; a missing node where there is nothing to compute */
    static PrintedCell of(String figure, JsonNode json, Wording w) {
        String name = w.value("report.Figure", figure);
        if (json.isNumber()) {
            return new PrintedCell(name, written(figure, json, w), false, json.asDouble());
        }
        return new PrintedCell(
                name,
                json.path("hidden").asBoolean() ? "" : "–",
                json.path("hidden").asBoolean(),
                Double.NaN);
    }

    private static String written(String figure, JsonNode number, Wording w) {
        if (figure.endsWith("_SHARE")) {
            return w.percent(number.asDouble());
        }
        return number.isIntegralNumber() ? w.number(number.asLong()) : w.decimal(number.asDouble(), 1);
    }
}
