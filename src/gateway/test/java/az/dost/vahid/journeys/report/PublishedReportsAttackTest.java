package az.dost.vahid.journeys.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Three months are closed, then their quarter, then a month is corrected, and so is its quarter; somebody has all
 * reports and computes.
 */
@Tag("attack")
class PublishedReportsAttackTest {
    @TempDir
    private Path folder;

    @ParameterizedTest(name = "history {0}")
    @ValueSource(ints = {1, 2, 3})
    void nobody_learns_a_small_count_from_all_reports_of_all_versions(int seed) throws Exception {
        try (CorrectedQuarter history = new CorrectedQuarter(folder, seed)) {
            PublishedCells published = history.reader();
            List<String> small = new ArrayList<>();
            Map<String, Integer> least = new HashMap<>();
            history.each((period, version) -> {
                published.add(StoredJson.payload(version.report()));
                KeptCounts.of(StoredJson.json(version.counts())).counts().all().forEach((cell, n) -> {
                    String id = PublishedCells.id(
                            period.id(),
                            version.version(),
                            cell.table().name(),
                            cell.row(),
                            cell.figure().name());
                    least.put(id, history.reports.thresholds().of(cell));
                    if (n > 0) {
                        published.tellNotZero(id);
                    }
                    if (n > 0 && n < least.get(id)) {
                        small.add(id);
                    }
                });
            });
            assertThat(small).hasSizeGreaterThan(8).noneMatch(published::shows);
            assertThat(published.ranges(small))
                    .isNotEmpty()
                    .allSatisfy((id, range) -> assertThat(range[1] - range[0])
                            .as("%s is from %s to %s", id, range[0], range[1])
                            .isGreaterThanOrEqualTo(least.get(id)));
        }
    }
}
