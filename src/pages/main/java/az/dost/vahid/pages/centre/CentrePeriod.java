package az.dost.vahid.pages.centre;

import az.dost.vahid.json.Json;
import az.dost.vahid.pages.picture.BarChart;
import az.dost.vahid.pages.picture.Picture;
import az.dost.vahid.pages.picture.Plot;
import az.dost.vahid.pages.picture.Series;
import az.dost.vahid.pages.words.Wording;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/** A centre's figures of one period in words; one that is hidden is told as such, and never as none. */
final class CentrePeriod {
    static final String TODAY = "TODAY";
    static final String MONTH = "MONTH";
    private static final double HUNDRED = 100;
    private final String id;
    private final JsonNode json;
    private final Wording w;

    /**
     * A row of papers or agencies.
     *
     * @param completed blank where it is not told
     */
    record Row(String name, int cases, String count, String completed) {}

    /**
     * An agency that held lookups up today.
     *
     * @param asked minutes in which it was asked at all
     */
    record Slow(String agency, String minutes, String asked) {}

    /** @param id as the contract names the period */
    CentrePeriod(String id, JsonNode json, Wording w) {
        this.id = id;
        this.json = json;
        this.w = w;
    }

    public String getId() {
        return id;
    }

    public String getName() {
        return w.value("statistics.period", id);
    }

    /** Whether it has a part of its own on the page, with its cases by result, paper and agency. */
    boolean isToldInFull() {
        return id.equals(TODAY) || id.equals(MONTH);
    }

    /** The key of the heading of its part. */
    public String getTitle() {
        return id.equals(TODAY) ? "centre.TODAY" : "centre.MONTH";
    }

    /** Of today: the agencies for which lookups waited, the longest first. */
    public List<Slow> getSlow() {
        return Json.list(
                json.path("slowAgencies"),
                slow -> new Slow(
                        w.agency(slow.path("agency").asText()),
                        w.number(slow.path("minutes").asLong()),
                        w.number(slow.path("askedMinutes").asLong())));
    }

    public String getCentre() {
        return json.path("centre").asText();
    }

    public String getFrom() {
        return w.day(json.path("from").asText());
    }

    public String getTo() {
        return w.day(json.path("to").asText());
    }

    public String getAt() {
        return w.moment(json.path("at").asText());
    }

    public boolean isWhole() {
        return json.path("whole").asBoolean();
    }

    /** Whether there was nothing at all to count. */
    public boolean isEmpty() {
        return json.has("cases") && json.path("cases").asInt() == 0;
    }

    public boolean hides(String figure) {
        for (JsonNode hidden : json.path("hidden")) {
            if (hidden.asText().equals(figure)) {
                return true;
            }
        }
        return false;
    }

    /** Null where it is hidden. */
    public Integer getCases() {
        return json.has("cases") ? json.path("cases").asInt() : null;
    }

    /** With its sign; blank where it is hidden. */
    public String getFree() {
        return json.has("documentFreeShare")
                ? w.decimal(HUNDRED * json.path("documentFreeShare").asDouble(), 1) + '\u00a0' + '%'
                : "";
    }

    /** All cases, each by what it came to; empty where that is hidden. */
    public List<Row> getOutcomes() {
        return Json.list(
                json.path("outcomes"),
                row -> row(w.value("statistics.Outcome", row.path("outcome").asText()), row));
    }

    public String getMedian() {
        return seconds("medianSeconds");
    }

    public String getP95() {
        return seconds("p95Seconds");
    }

    private String seconds(String figure) {
        return json.has(figure) ? w.decimal(json.path(figure).asDouble(), 2) : "";
    }

    public List<Row> getAsked() {
        return Json.list(
                json.path("stillAsked"), row -> row(w.paper(row.path("paper").asText()), row));
    }

    public List<Row> getAgencies() {
        return Json.list(
                json.path("notAskedAgencies"),
                row -> row(w.agency(row.path("agency").asText()), row));
    }

    private Row row(String name, JsonNode row) {
        return new Row(
                name,
                row.path("cases").asInt(),
                w.number(row.path("cases").asLong()),
                row.has("completedIn24h") ? w.number(row.path("completedIn24h").asLong()) : "");
    }

    /** Of what a table of this page says. @param title what it is, for whoever does not see it */
    public Picture chart(List<Row> rows, String title) {
        Series cases =
                new Series("", rows.stream().map(row -> (double) row.cases()).toList());
        return BarChart.of(new Plot(title, "", "", rows.stream().map(Row::name).toList(), List.of(cases), 0), w);
    }
}
