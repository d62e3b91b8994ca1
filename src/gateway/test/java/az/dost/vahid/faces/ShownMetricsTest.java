package az.dost.vahid.faces;

import static org.assertj.core.api.Assertions.assertThat;

import az.dost.vahid.connector.Connector;
import az.dost.vahid.figures.Figures;
import az.dost.vahid.journeys.operations.MetricsPage;
import az.dost.vahid.whole.RunningVahid;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** What Prometheus is told by the running gateway, beside the page of metrics. */
class ShownMetricsTest {
    private static final String PROTECTED = "H1DDEN1";
    private static final Pattern SERIES = Pattern.compile("([a-zA-Z_:][a-zA-Z0-9_:]*)(?:\\{(.*)})? (\\S+)");
    private static final Pattern LABEL = Pattern.compile("([a-z_]+)=\"((?:[^\"\\\\]|\\\\.)*)\"");
    private final RunningVahid gateway = RunningVahid.get();

    private record Series(String name, Map<String, String> labels, double value) {}

    private List<Series> scrape() {
        List<Series> all = new ArrayList<>();
        gateway.bean(PrometheusMeterRegistry.class)
                .scrape()
                .lines()
                .filter(line -> !line.startsWith("#"))
                .forEach(line -> {
                    Matcher series = SERIES.matcher(line);
                    assertThat(series.matches()).as(line).isTrue();
                    Map<String, String> labels = new TreeMap<>();
                    if (series.group(2) != null) {
                        LABEL.matcher(series.group(2))
                                .results()
                                .forEach(label -> labels.put(label.group(1), label.group(2)));
                    }
                    all.add(new Series(
                            series.group(1),
                            labels,
                            Double.parseDouble(series.group(3).replace("+Inf", "Infinity"))));
                });
        return all;
    }

    private double sum(String name, String label, String value) {
        return scrape().stream()
                .filter(series -> series.name().equals(name)
                        && (label == null || value.equals(series.labels().get(label))))
                .mapToDouble(Series::value)
                .sum();
    }

    private static HttpResponse<byte[]> ask(String fin, String service) {
        ObjectNode request = Gateway.request()
                .put("official", "seen.one")
                .put("caseRef", "SEEN/1")
                .put("service", service);
        request.putObject("subject").put("fin", fin);
        return Gateway.post(
                request.toString(), Map.of("Authorization", Gateway.BEARER, "Content-Type", "application/json"));
    }

    @Test
    void the_page_tells_of_every_metric_of_ours_with_its_labels() {
        assertThat(ask(gateway.population().fin(11), "ccu-intake").statusCode()).isEqualTo(200);
        gateway.bean(Figures.class).measure();
        MetricsPage page = new MetricsPage();
        Set<String> seen = new TreeSet<>();
        for (Series series : scrape()) {
            if (series.name().startsWith("vahid_")) {
                MetricsPage.Metric metric = page.of(series.name());
                assertThat(metric).as(series.name()).isNotNull();
                Set<String> labels = new TreeSet<>(series.labels().keySet());
                labels.remove("le");
                assertThat(labels).as(series.name()).isEqualTo(metric.labels());
                seen.add(metric.name());
            }
        }
        assertThat(seen)
                .contains(
                        "vahid.lookup",
                        "vahid.source",
                        "vahid.refusals",
                        "vahid.agency.breaker",
                        "vahid.drop.age",
                        "vahid.drop.fresh",
                        "vahid.record.head.wait",
                        "vahid.event.waiting.age",
                        "vahid.bulk.waiting",
                        "vahid.certificate.days.left",
                        "vahid.requests",
                        "vahid.figures.age");
    }

    @Test
    void every_agency_has_a_breaker_in_one_state_and_every_snapshot_an_age() {
        gateway.bean(Figures.class).measure();
        List<Series> all = scrape();
        Map<String, Double> breakers = all.stream()
                .filter(series -> series.name().equals("vahid_agency_breaker"))
                .collect(Collectors.groupingBy(
                        series -> series.labels().get("agency"), Collectors.summingDouble(Series::value)));
        assertThat(breakers.keySet())
                .containsExactlyInAnyOrderElementsOf(
                        gateway.connectors().stream().map(Connector::id).toList());
        assertThat(breakers.values()).containsOnly(1.0);
        assertThat(all.stream()
                        .filter(series -> series.name().equals("vahid_drop_age_seconds"))
                        .map(series -> series.labels().get("agency")))
                .containsExactlyInAnyOrderElementsOf(gateway.connectors().stream()
                        .filter(connector -> connector.protocol() == Connector.Protocol.FILE)
                        .map(Connector::id)
                        .toList());
    }

    @Test
    void the_chain_is_seen_to_be_signed() {
        Awaitility.await()
                .atMost(Duration.ofMinutes(3))
                .pollInterval(Duration.ofSeconds(2))
                .until(() -> {
                    gateway.bean(Figures.class).measure();
                    return sum("vahid_record_root_age_seconds", null, null) < 300;
                });
    }

    @Test
    void a_refusal_is_counted_by_its_code() {
        double before = sum("vahid_refusals_total", "code", "SERVICE_UNKNOWN");
        assertThat(ask(gateway.population().fin(12), "no-service").statusCode()).isBetween(400, 499);
        assertThat(sum("vahid_refusals_total", "code", "SERVICE_UNKNOWN")).isEqualTo(before + 1);
    }

    @Test
    void no_metric_tells_that_somebody_asked_for_a_protected_person() throws IOException {
        double lookups = sum("vahid_lookup_seconds_count", "for", "now");
        double refusals = sum("vahid_refusals_total", null, null);
        HttpResponse<byte[]> answer = ask(PROTECTED, "ccu-car");
        assertThat(Gateway.JSON.readTree(answer.body()).path("code").asText()).isEqualTo("APPROVAL_NEEDED");
        assertThat(sum("vahid_lookup_seconds_count", "for", "now")).isEqualTo(lookups);
        assertThat(sum("vahid_refusals_total", null, null)).isEqualTo(refusals);
        assertThat(scrape())
                .noneMatch(series -> series.name().startsWith("http_server_requests")
                        || series.labels().containsValue("APPROVAL_NEEDED"));
    }
}
