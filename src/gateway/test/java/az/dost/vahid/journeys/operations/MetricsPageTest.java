package az.dost.vahid.journeys.operations;

import static org.assertj.core.api.Assertions.assertThat;

import az.dost.vahid.project.Checkout;
import io.micrometer.core.instrument.Meter;
import io.micrometer.prometheusmetrics.PrometheusNamingConvention;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What the page of metrics tells is what the code makes. */
class MetricsPageTest {
    private static final Pattern MADE = Pattern.compile(
            "(?:\\.builder|\\.counter|\\.timer|\\.gauge|\\.summary|Figure\\.(?:count|counts|age|ages))\\(\\s*\"(vahid\\.[a-z.]+)\"");
    private final MetricsPage page = new MetricsPage();

    private static Set<String> made() throws IOException {
        Set<String> made = new TreeSet<>();
        for (Path file : Checkout.files("main/java", ".java")) {
            MADE.matcher(MetricsPage.text(file)).results().forEach(found -> made.add(found.group(1)));
        }
        return made;
    }

    @Test
    void the_page_has_every_metric_of_the_code_and_no_other() throws IOException {
        assertThat(page.ours.keySet()).hasSizeGreaterThan(30).containsExactlyElementsOf(made());
    }

    @Test
    void each_has_the_name_that_prometheus_is_told() {
        PrometheusNamingConvention convention = new PrometheusNamingConvention();
        assertThat(page.ours.values())
                .allSatisfy(metric -> assertThat(metric.prometheus())
                        .isEqualTo(
                                switch (metric.kind()) {
                                    case "counter" ->
                                        convention.name(metric.name(), Meter.Type.COUNTER, null) + "_total";
                                    case "histogram" -> convention.name(metric.name(), Meter.Type.TIMER, "seconds");
                                    default ->
                                        convention.name(
                                                metric.name(),
                                                Meter.Type.GAUGE,
                                                metric.prometheus().endsWith("_seconds") ? "seconds" : null);
                                }));
    }

    @Test
    void no_label_is_a_person_an_official_or_a_case() {
        assertThat(page.ours.values().stream().flatMap(metric -> metric.labels().stream()))
                .isSubsetOf(
                        "agency",
                        "code",
                        "completeness",
                        "for",
                        "outcome",
                        "owner",
                        "partner",
                        "queue",
                        "reason",
                        "state",
                        "subject",
                        "subscription",
                        "table",
                        "verdict",
                        "what");
    }
}
