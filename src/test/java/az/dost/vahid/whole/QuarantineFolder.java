package az.dost.vahid.whole;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;

/** Waits for the reports on one agency's bad files that come after it was made. */
final class QuarantineFolder {
    /** A huge file takes its time, and so does a folder that hung a moment ago. */
    private static final Duration LONGEST = Duration.ofSeconds(90);
    private final Path folder;
    private final Set<Path> seen;

    QuarantineFolder(RunningVahid vahid, String agency) {
        folder = vahid.data().resolve("quarantine").resolve(agency);
        seen = reports();
    }

    /** The reason in the next report. */
    String nextReason() {
        return Awaitility.await("report on the bad file").atMost(LONGEST).pollInterval(Duration.ofMillis(50))
                .until(this::unseen, report -> report.hasNonNull("reason")).path("reason").asText();
    }

    private JsonNode unseen() {
        Set<Path> reports = new HashSet<>(reports());
        reports.removeAll(seen);
        try {
            return reports.isEmpty() ? new ObjectMapper().createObjectNode() : new ObjectMapper().readTree(reports.iterator().next().toFile());
        } catch (IOException e) {
            // It is being written.
            return new ObjectMapper().createObjectNode();
        }
    }

    private Set<Path> reports() {
        if (!Files.isDirectory(folder)) {
            return Set.of();
        }
        try (var files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".report.json")).collect(Collectors.toSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
