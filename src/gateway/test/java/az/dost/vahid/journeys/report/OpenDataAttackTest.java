package az.dost.vahid.journeys.report;

import static org.assertj.core.api.Assertions.assertThat;

import az.dost.vahid.disclosure.OpenFigure;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Somebody has the open data of all periods and versions, and computes; somebody else has the reports beside them. */
@Tag("attack")
class OpenDataAttackTest {
    @TempDir
    private Path folder;

    /**
     * He is told the exact count wherever a rounded one stands: so he knows more than whoever has the open data, who
     * knows of it an interval only.
     */
    @ParameterizedTest(name = "history {0}")
    @ValueSource(ints = {1, 2, 3})
    void nobody_learns_a_count_below_ten_from_all_open_data_not_even_unrounded(int seed) throws Exception {
        try (CorrectedQuarter history = new CorrectedQuarter(folder, seed)) {
            PublishedCells published = history.reader();
            List<String> small = new ArrayList<>();
            Map<String, Integer> least = new HashMap<>();
            history.each((period, version) -> {
                Counts counts = KeptCounts.of(StoredJson.json(version.counts())).counts();
                ObjectNode open = unrounded(StoredJson.payload(version.openData()), counts);
                // Which versions of months a quarter is the sum of, he sees by when they were closed.
                Optional.ofNullable(StoredJson.payload(version.report()).get("months"))
                        .ifPresent(months -> open.set("months", months));
                published.add(open);
                counts.all().forEach((cell, n) -> {
                    String id = PublishedCells.id(
                            period.id(),
                            version.version(),
                            cell.table().name(),
                            cell.row(),
                            cell.figure().name());
                    least.put(id, history.reports.thresholds().open(cell));
                    if (n > 0) {
                        published.tellNotZero(id);
                    }
                    if (n > 0 && n < least.get(id)) {
                        small.add(id);
                    }
                });
            });
            assertThat(small).hasSizeGreaterThan(20).noneMatch(published::shows);
            assertThat(published.ranges(small))
                    .hasSizeGreaterThan(20)
                    .allSatisfy((id, range) -> assertThat(range[1] - range[0])
                            .as("%s is from %s to %s", id, range[0], range[1])
                            .isGreaterThanOrEqualTo(least.get(id)));
        }
    }

    /**
     * So whoever has both knows by the open data nothing that the report does not tell: what it hides is hidden there,
     * and what is rounded there it shows.
     */
    @ParameterizedTest(name = "history {0}")
    @ValueSource(ints = {1, 2, 3})
    void what_stands_in_open_data_is_a_count_of_the_report_rounded(int seed) throws Exception {
        try (CorrectedQuarter history = new CorrectedQuarter(folder, seed)) {
            List<Long> numbers = new ArrayList<>();
            history.each((period, version) -> {
                JsonNode report = StoredJson.payload(version.report());
                StoredJson.payload(version.openData()).path("tables").forEach(table -> {
                    String name = table.path("table").asText();
                    beside(table.path("total"), report, name, ReportTable.ALL, numbers);
                    table.path("rows")
                            .forEach(row -> beside(
                                    row.path("cells"),
                                    report,
                                    name,
                                    row.path("key").asText(),
                                    numbers));
                });
            });
            assertThat(numbers)
                    .hasSizeGreaterThan(100)
                    .allMatch(n -> n % OpenFigure.STEP == 0 && (n == 0 || n >= OpenFigure.LEAST))
                    .contains(0L)
                    .anyMatch(n -> n > 0);
        }
    }

    private static void beside(JsonNode row, JsonNode report, String table, String key, List<Long> numbers) {
        row.properties().forEach(open -> {
            JsonNode cell = TestReports.cell(report, table, key, open.getKey());
            if (open.getValue().isNumber()) {
                assertThat(cell.isNumber())
                        .as("%s %s %s is shown by the report", table, key, open.getKey())
                        .isTrue();
                assertThat(OpenFigure.of(cell.asLong(), false))
                        .hasValue(open.getValue().asLong());
                numbers.add(open.getValue().asLong());
            } else {
                assertThat(open.getValue().toString()).isEqualTo("{\"hidden\":true}");
            }
        });
    }

    private static ObjectNode unrounded(JsonNode open, Counts counts) {
        open.path("tables").forEach(table -> {
            ReportTable of = ReportTable.valueOf(table.path("table").asText());
            unrounded(table.path("total"), of, ReportTable.ALL, counts);
            table.path("rows")
                    .forEach(row ->
                            unrounded(row.path("cells"), of, row.path("key").asText(), counts));
        });
        return (ObjectNode) open;
    }

    private static void unrounded(JsonNode row, ReportTable table, String key, Counts counts) {
        row.properties().stream()
                .filter(cell -> cell.getValue().isNumber())
                .forEach(cell ->
                        cell.setValue(LongNode.valueOf(counts.of(table, key, ReportFigure.valueOf(cell.getKey())))));
    }
}
