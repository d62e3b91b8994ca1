package az.dost.vahid.journeys.operations;

import static org.assertj.core.api.Assertions.assertThat;

import az.dost.vahid.faces.OutsideTool;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Dashboard, alerts, the page of metrics and the runbook are about the same things. */
class ObservabilityTest {
    private static final Path RUNBOOK = Path.of("src/docs/operations/runbook");
    private static final MetricsPage PAGE = new MetricsPage();

    static List<JsonNode> alerts() {
        return Observability.alerts();
    }

    static List<JsonNode> panels() {
        return Observability.panels();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("alerts")
    void an_alert_looks_at_metrics_that_there_are_and_says_what_to_do(JsonNode alert) {
        assertThat(Observability.metrics(alert.path("expr").asText()))
                .isNotEmpty()
                .allSatisfy(metric -> assertThat(PAGE.tells(metric)).as(metric).isTrue());
        assertThat(alert.at("/labels/severity").asText()).isIn("warning", "critical");
        Path page = Path.of(alert.at("/annotations/runbook").asText());
        assertThat(page).hasParent(RUNBOOK).exists();
        assertThat(MetricsPage.text(page))
                .startsWith("# " + alert.path("alert").asText() + "\n")
                .contains("\n" + alert.path("expr").asText() + "\n")
                .containsSubsequence("\n## What it means\n", "\n## Look at\n", "\n## Do\n");
        assertThat(MetricsPage.text(RUNBOOK.resolve("README.md")))
                .contains("| [" + alert.path("alert").asText() + "](" + page.getFileName() + ") | "
                        + alert.at("/labels/severity").asText());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("panels")
    void a_panel_shows_metrics_that_there_are(JsonNode panel) {
        assertThat(panel.path("targets"))
                .isNotEmpty()
                .allSatisfy(target -> assertThat(
                                Observability.metrics(target.path("expr").asText()))
                        .isNotEmpty()
                        .allSatisfy(metric ->
                                assertThat(PAGE.tells(metric)).as(metric).isTrue()));
        assertThat(panel.at("/fieldConfig/defaults/unit").asText()).isNotEmpty();
    }

    @Test
    void labels_that_expressions_name_are_those_of_their_metrics() {
        // An equal sign within braces names a label of the metric before them.
        java.util.regex.Pattern.compile("(vahid_[a-z_]+)\\{([^}]*)}")
                .matcher(MetricsPage.text(Observability.FOLDER.resolve("alerts.yaml"))
                        + MetricsPage.text(Observability.FOLDER.resolve("dashboard.json"))
                                .replace("\\\"", "\""))
                .results()
                .forEach(found -> Stream.of(found.group(2).split(","))
                        .map(label -> label.replaceFirst("(!=|=~|=).*", ""))
                        .filter(label -> !Set.of("job", "instance").contains(label))
                        .forEach(label -> assertThat(PAGE.of(found.group(1)).labels())
                                .as(found.group())
                                .contains(label)));
    }

    @Test
    void every_metric_of_ours_is_on_the_dashboard() {
        Set<String> shown = Observability.panels().stream()
                .flatMap(panel -> panel.path("targets").findValuesAsText("expr").stream())
                .flatMap(Observability::metrics)
                .filter(name -> PAGE.of(name) != null)
                .map(name -> PAGE.of(name).name())
                .collect(Collectors.toSet());
        assertThat(PAGE.ours.keySet()).filteredOn(name -> !shown.contains(name)).containsExactly("vahid.drop.rows");
    }

    @Test
    void no_page_of_the_runbook_is_without_its_alert_and_no_alert_stands_twice() throws IOException {
        List<String> pages = Observability.alerts().stream()
                .map(alert -> Path.of(alert.at("/annotations/runbook").asText())
                        .getFileName()
                        .toString())
                .toList();
        assertThat(pages).doesNotHaveDuplicates();
        try (Stream<Path> files = Files.list(RUNBOOK)) {
            assertThat(files.map(file -> file.getFileName().toString()).filter(name -> !name.equals("README.md")))
                    .containsExactlyInAnyOrderElementsOf(pages);
        }
    }

    @Test
    void every_panel_has_a_number_and_a_place_of_its_own() {
        List<JsonNode> panels = Observability.panels();
        assertThat(panels.stream().map(panel -> panel.path("id").asInt())).doesNotHaveDuplicates();
        assertThat(panels.stream()
                        .map(panel -> panel.path("gridPos").path("x").asInt() + " "
                                + panel.path("gridPos").path("y").asInt()))
                .doesNotHaveDuplicates();
    }

    @Test
    void each_alert_has_a_case_in_which_it_fires() {
        List<String> fired = new ArrayList<>();
        Observability.read("alerts.test.yaml")
                .path("tests")
                .forEach(one -> one.path("alert_rule_test").forEach(moment -> {
                    if (!moment.path("exp_alerts").isEmpty()) {
                        fired.add(moment.path("alertname").asText());
                    }
                }));
        assertThat(fired)
                .containsAll(Observability.alerts().stream()
                        .map(alert -> alert.path("alert").asText())
                        .toList());
    }

    /** With promtool of Debian's package prometheus. */
    @ParameterizedTest
    @CsvSource({"check rules alerts.yaml", "test rules alerts.test.yaml", "check config --syntax-only prometheus.yaml"})
    void prometheus_reads_them_and_alerts_fire_when_they_must(String command) throws IOException, InterruptedException {
        OutsideTool.needed(
                Stream.of(System.getenv("PATH").split(":"))
                        .anyMatch(folder -> Files.isExecutable(Path.of(folder, "promtool"))),
                "promtool is not installed (apt-get install prometheus)");
        Process promtool = new ProcessBuilder(Stream.concat(Stream.of("promtool"), Stream.of(command.split(" ")))
                        .toList())
                .directory(Observability.FOLDER.toFile())
                .redirectErrorStream(true)
                .start();
        String said = new String(promtool.getInputStream().readAllBytes());
        assertThat(promtool.waitFor()).as(said).isZero();
    }
}
