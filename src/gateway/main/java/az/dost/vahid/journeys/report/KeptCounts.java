package az.dost.vahid.journeys.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Set;
import java.util.TreeSet;

/**
 * What later versions and quarters must know of a version and nobody is given: its true counts, and which of them are
 * hidden.
 *
 * @param hidden ids of cells that the report hides
 * @param openHidden ids of those that open data hide
 * @param merged centres without a row of their own
 */
record KeptCounts(Counts counts, Set<String> hidden, Set<String> openHidden, Set<String> merged) {
    private static final String CELLS = "cells";

    ObjectNode json() {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        ObjectNode cells = json.putObject(CELLS);
        counts.all().forEach((cell, n) -> cells.put(cell.id(), n));
        hidden.stream().sorted().forEach(json.putArray("hidden")::add);
        openHidden.stream().sorted().forEach(json.putArray("openHidden")::add);
        merged.stream().sorted().forEach(json.putArray("merged")::add);
        return json;
    }

    static KeptCounts of(JsonNode json) {
        Counts counts = new Counts();
        json.path(CELLS).properties().forEach(each -> {
            CellName cell = CellName.of(each.getKey());
            counts.add(cell.table(), cell.row(), cell.figure(), each.getValue().longValue());
        });
        return new KeptCounts(
                counts, texts(json.path("hidden")), texts(json.path("openHidden")), texts(json.path("merged")));
    }

    private static Set<String> texts(JsonNode list) {
        Set<String> texts = new TreeSet<>();
        list.forEach(text -> texts.add(text.asText()));
        return texts;
    }
}
