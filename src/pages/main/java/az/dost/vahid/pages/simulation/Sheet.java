package az.dost.vahid.pages.simulation;

import az.dost.vahid.json.Json;
import az.dost.vahid.pages.words.Wording;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.springframework.context.MessageSource;

/**
 * A sheet of a result for one right: a row for each group of people.
 *
 * @param notice that people are computed; blank for others
 */
record Sheet(String right, String title, String notice, List<Row> rows) {
    /** In the order of the columns, as {@code contracts/simulation.schema.json} has them. */
    static final List<String> CHANGES =
            List.of("GAINED", "LOST", "PAID_MORE", "PAID_LESS", "STILL_ENTITLED", "UNDECIDED", "NOT_ENTITLED");

    private static final Map<String, String> NAMED = Map.of(
            "ALL", "simulation.group.ALL",
            "NONE", "simulation.group.NONE",
            "UNKNOWN", "simulation.group.UNKNOWN",
            "OTHER", "simulation.group.OTHER",
            "FEMALE", "simulation.group.FEMALE",
            "MALE", "simulation.group.MALE");

    /** @param cells in words, one for each change */
    record Row(String group, String people, List<Cell> cells) {}

    /** @param money a month, with what it is; blank where none is paid or it is hidden */
    record Cell(String people, String money) {}

    /** A table of each sheet for each of the rights. @param rights codes */
    static List<Sheet> all(JsonNode result, List<String> rights, MessageSource messages, Wording w) {
        List<Sheet> sheets = new ArrayList<>();
        for (String right : rights) {
            for (JsonNode sheet : result.path("sheets")) {
                boolean percent = sheet.path("by").asText().equals("DISABILITY");
                sheets.add(new Sheet(
                        w.right(right),
                        sheet.path("title").path(w.tag()).asText(),
                        sheet.path("notice").path(w.tag()).asText(),
                        Json.list(sheet.path("groups"), group -> row(group, right, percent, messages, w))));
            }
        }
        return sheets;
    }

    private static Row row(JsonNode group, String right, boolean percent, MessageSource messages, Wording w) {
        JsonNode counts = StreamSupport.stream(group.path("rights").spliterator(), false)
                .filter(one -> one.path("right").asText().equals(right))
                .findFirst()
                .orElseThrow();
        String name = group.path("group").asText();
        return new Row(
                NAMED.containsKey(name)
                        ? messages.getMessage(NAMED.get(name), null, w.locale())
                        : percent ? name + " %" : name,
                w.number(group.path("people").asLong()),
                CHANGES.stream()
                        .map(change -> cell(counts.path(change), messages, w))
                        .toList());
    }

    private static Cell cell(JsonNode count, MessageSource messages, Wording w) {
        if (count.path("hidden").asBoolean()) {
            return new Cell(messages.getMessage("simulation.hidden", null, w.locale()), "");
        }
        return new Cell(
                w.number(count.path("people").asLong()),
                count.has("aznAMonth") && count.path("people").asLong() > 0
                        ? messages.getMessage(
                                "simulation.money",
                                new Object[] {w.money(count.path("aznAMonth").asText())},
                                w.locale())
                        : "");
    }
}
