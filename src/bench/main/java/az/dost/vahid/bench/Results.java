package az.dost.vahid.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The run's results as files: every round as CSV, targets and machine as JSON, a picture as SVG. */
final class Results {
    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);
    private final Path folder;
    private final String name;

    /** @param name of the files, without extension */
    Results(Path folder, String name) {
        this.folder = folder;
        this.name = name;
    }

    void write(List<Sample> samples, List<Target> targets) throws IOException {
        Files.createDirectories(folder);
        Files.writeString(folder.resolve(name + ".csv"), csv(samples));
        Files.writeString(folder.resolve(name + ".json"), JSON.writeValueAsString(json(samples, targets)) + "\n");
        Files.writeString(folder.resolve(name + ".md"), table(targets));
        Optional<String> picture =
                new Picture(new Figures(samples), List.of(Lookups.PEAK, Lookups.MANY, SlowAgencies.SLOW)).svg();
        if (picture.isPresent()) {
            Files.writeString(folder.resolve(name + ".svg"), picture.get());
        }
    }

    private static String csv(List<Sample> samples) {
        StringBuilder csv = new StringBuilder(
                "peer,load,round,per_second,p50_ms,p99_ms,p99_9_ms,cpu_ms,allocated_kib,resident_mib,refused,refused_p99_ms,failed,threads\n");
        for (Sample sample : samples) {
            csv.append(String.format(
                    Locale.ROOT,
                    "%s,\"%s\",%d,%.1f,%.2f,%.2f,%.2f,%.3f,%.0f,%d,%d,%.1f,%d,%d%n",
                    sample.peer(),
                    sample.load(),
                    sample.round(),
                    sample.perSecond(),
                    sample.p50(),
                    sample.p99(),
                    sample.p999(),
                    sample.cpuMs(),
                    sample.allocatedKb(),
                    sample.residentMb(),
                    sample.refused(),
                    sample.refusedP99(),
                    sample.failed(),
                    sample.threads()));
        }
        return csv.toString();
    }

    private static ObjectNode json(List<Sample> samples, List<Target> targets) throws IOException {
        ObjectNode result = JSON.createObjectNode().put("at", Instant.now().toString());
        result.putObject("machine")
                .put("processor", processor())
                .put("cores", Runtime.getRuntime().availableProcessors())
                .put("java", System.getProperty("java.vm.version"))
                .put("system", System.getProperty("os.name") + " " + System.getProperty("os.version"));
        var rows = result.putArray("targets");
        for (Target target : targets) {
            ObjectNode row = rows.addObject().put("target", target.name());
            number(row, "figure", target.figure());
            number(row, "noise", target.noise());
            if (target.promised()) {
                row.put(target.most() ? "atMost" : "atLeast", target.limit()).put("missed", target.missed());
            }
        }
        result.set("rounds", JSON.valueToTree(samples));
        return result;
    }

    /** For people: each promise beside its figure, in Markdown. */
    String table(List<Target> targets) throws IOException {
        StringBuilder table =
                new StringBuilder("| measured | figure | noise | promised | |\n| --- | ---: | ---: | --- | --- |\n");
        for (Target target : targets) {
            table.append(String.format(
                    Locale.ROOT,
                    "| %s | %.2f | ±%.2f | %s | %s |%n",
                    target.name(),
                    target.figure(),
                    target.noise(),
                    target.promised()
                            ? String.format(
                                    Locale.ROOT, "%s %.2f", target.most() ? "at most" : "at least", target.limit())
                            : "",
                    target.missed() ? "**missed**" : target.verdict()));
        }
        return table.append("\n")
                .append(processor())
                .append(", ")
                .append(Runtime.getRuntime().availableProcessors())
                .append(" cores, Java ")
                .append(System.getProperty("java.version"))
                .append(", ")
                .append(LocalDate.now(ZoneOffset.UTC))
                .append("\n")
                .toString();
    }

    private static void number(ObjectNode row, String name, double value) {
        if (Double.isNaN(value)) {
            row.putNull(name);
        } else {
            row.put(name, Math.round(value * 1000) / 1000.0);
        }
    }

    private static String processor() throws IOException {
        Path info = Path.of("/proc/cpuinfo");
        return !Files.exists(info)
                ? ""
                : Files.readAllLines(info).stream()
                        .filter(line -> line.startsWith("model name"))
                        .map(line -> line.substring(line.indexOf(':') + 2))
                        .findFirst()
                        .orElse("");
    }
}
