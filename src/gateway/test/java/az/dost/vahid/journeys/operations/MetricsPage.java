package az.dost.vahid.journeys.operations;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The page of metrics, as operators read it. */
public final class MetricsPage {
    static final Path FILE = Path.of("src/docs/operations/metrics.md");
    private static final Pattern OURS = Pattern.compile(
            "(?m)^\\| `(vahid[a-z.]+)` \\| `(vahid[a-z_]+)` \\| (gauge|counter|histogram) \\|(.*?)\\| .+ \\|$");
    private static final Pattern OTHERS = Pattern.compile("(?m)^\\| (`[a-z_]+`(?:, `[a-z_]+`)*) \\| .+ \\|$");
    private static final Pattern CODE = Pattern.compile("`([^`]+)`");
    private static final List<String> PARTS = List.of("_bucket", "_count", "_sum", "_max");
    /** By name of ours. */
    final Map<String, Metric> ours;

    private final Set<String> others = new TreeSet<>();

    public record Metric(String name, String prometheus, String kind, Set<String> labels) {}

    public MetricsPage() {
        String text = text(FILE);
        ours = OURS.matcher(text)
                .results()
                .map(row -> new Metric(row.group(1), row.group(2), row.group(3), codes(row.group(4))))
                .collect(Collectors.toMap(
                        Metric::name,
                        metric -> metric,
                        (one, two) -> {
                            throw new AssertionError(one.name() + " stands twice");
                        },
                        TreeMap::new));
        OTHERS.matcher(text).results().forEach(row -> others.addAll(codes(row.group(1))));
    }

    static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Set<String> codes(String text) {
        return CODE.matcher(text)
                .results()
                .map((MatchResult code) -> code.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The metric of a series that Prometheus has, null where the page does not tell of it. */
    public Metric of(String series) {
        return ours.values().stream()
                .filter(metric -> series.equals(metric.prometheus())
                        || metric.kind().equals("histogram")
                                && PARTS.stream().anyMatch(part -> series.equals(metric.prometheus() + part)))
                .findFirst()
                .orElse(null);
    }

    boolean tells(String series) {
        return of(series) != null || others.contains(series);
    }
}
