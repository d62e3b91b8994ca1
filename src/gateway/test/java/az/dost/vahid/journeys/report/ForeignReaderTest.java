package az.dost.vahid.journeys.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.datatype.guava.GuavaModule;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import no.ssb.jsonstat.JsonStatModule;
import no.ssb.jsonstat.v2.Dataset;
import no.ssb.jsonstat.v2.DatasetBuildable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Statistics Norway's reader of JSON-stat finds in every file what the report says, cell by cell, and nothing else. */
class ForeignReaderTest {
    private static final ObjectMapper NORWAY =
            new ObjectMapper().registerModule(new JsonStatModule()).registerModule(new GuavaModule());
    private static List<GivenOut> files;

    @BeforeAll
    static void close(@TempDir Path folder) throws Exception {
        files = GivenOut.all(folder);
    }

    static List<GivenOut> files() {
        return files;
    }

    private static Dataset read(JsonNode dataset) throws IOException {
        return NORWAY.readValue(dataset.toString(), DatasetBuildable.class).build();
    }

    /**
     * What the reader reads otherwise than the report says it; of what is hidden, and of what is not there, the reader
     * has nothing.
     */
    private static List<String> otherwise(JsonNode report, JsonNode table, Dataset read) {
        Map<List<String>, String> said = new LinkedHashMap<>();
        row(report, table, ReportTable.ALL, table.path("total"), said);
        table.path("rows").forEach(row -> row(report, table, row.path("key").asText(), row.path("cells"), said));
        Map<List<String>, String> found = new LinkedHashMap<>();
        read.asMap().forEach((cell, number) -> found.put(cell, number == null ? "nothing" : number.toString()));
        List<String> otherwise = new ArrayList<>();
        Stream.concat(said.keySet().stream(), found.keySet().stream())
                .distinct()
                .filter(cell -> !said.getOrDefault(cell, "none").equals(found.getOrDefault(cell, "none")))
                .forEach(cell -> otherwise.add(cell + ": " + said.get(cell) + ", read as " + found.get(cell)));
        return otherwise;
    }

    private static void row(
            JsonNode report, JsonNode table, String key, JsonNode cells, Map<List<String>, String> said) {
        table.path("figures").forEach(figure -> {
            JsonNode cell = cells.path(figure.asText());
            said.put(
                    List.of(report.path("period").asText(), key, figure.asText()),
                    cell.isNumber() ? cell.asText() : "nothing");
        });
    }

    @ParameterizedTest
    @MethodSource("files")
    void each_cell_is_read_as_the_report_says_it(GivenOut file) throws IOException {
        assertThat(file.jsonStat().at("/link/item")).hasSameSizeAs(file.report().path("tables"));
        int cells = 0;
        for (int i = 0; i < file.report().path("tables").size(); i++) {
            JsonNode table = file.report().path("tables").get(i);
            for (JsonNode dataset : List.of(
                    file.jsonStat().at("/link/item").get(i),
                    file.tables().get(table.path("table").asText()))) {
                Dataset read = read(dataset);
                assertThat(otherwise(file.report(), table, read)).isEmpty();
                assertThat(read.getLabel()).isPresent();
                assertThat(read.getUpdated())
                        .hasValue(Instant.parse(file.report().path("closedAt").asText()));
                cells += read.getValue().size();
            }
        }
        assertThat(cells).isGreaterThan(100);
    }

    @Test
    void a_file_of_which_one_thing_was_changed_is_read_otherwise() throws IOException {
        GivenOut file = files.get(0);
        JsonNode table = file.report().path("tables").get(1);
        ObjectNode given = (ObjectNode) file.jsonStat().at("/link/item").get(1);
        ArrayNode values = (ArrayNode) given.path("value");
        assertThat(values.get(0).isNumber()).isTrue();
        List<ObjectNode> changed = new ArrayList<>();
        changed.add(given.deepCopy()
                .set("value", values.deepCopy().set(0, values.get(0).asLong() + 1)));
        changed.add(given.deepCopy().set("value", values.deepCopy().insert(0, values.get(values.size() - 1))));
        ObjectNode order = given.deepCopy();
        ArrayNode rows = (ArrayNode) order.at("/dimension/row/category/index");
        rows.add(rows.remove(1));
        changed.add(order);
        for (ObjectNode one : changed) {
            assertThat(otherwise(file.report(), table, read(one))).isNotEmpty();
        }
    }
}
