package az.dost.vahid.journeys.reload;

import az.dost.vahid.check.CheckedFolder;
import az.dost.vahid.check.ConnectorCheck;
import az.dost.vahid.check.Remark;
import az.dost.vahid.check.Severity;
import az.dost.vahid.connector.Catalogue;
import az.dost.vahid.connector.ConnectorFolder;
import az.dost.vahid.connector.VersionArchive;
import az.dost.vahid.problem.StartException;
import az.dost.vahid.sources.agency.RunningAgencies;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.io.FileSystemResource;

/**
 * Takes connectors into the running gateway when their folder changes and passes its check; until it does, the version
 * that runs goes on.
 */
public final class ConnectorReload implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ConnectorReload.class);
    private final Path directory;
    private final ConnectorCheck check;
    private final Catalogue catalogue;
    private final RunningAgencies agencies;
    private final VersionArchive versions;
    /**
     * What was seen of each folder, so that one is looked at when it has changed and then stays the same for one round.
     */
    private final Map<Path, String> seen = new HashMap<>();

    private final Map<Path, String> settled = new HashMap<>();
    private final ScheduledExecutorService rounds = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "connector-reload");
        thread.setDaemon(true);
        return thread;
    });

    /** @param directory {@code vahid.connectors} */
    public ConnectorReload(
            Path directory,
            ConnectorCheck check,
            Catalogue catalogue,
            RunningAgencies agencies,
            VersionArchive versions) {
        this.directory = directory;
        this.check = check;
        this.catalogue = catalogue;
        this.agencies = agencies;
        this.versions = versions;
    }

    public void start(long everyMs) {
        rounds.scheduleWithFixedDelay(this::round, everyMs, everyMs, TimeUnit.MILLISECONDS);
    }

    private void round() {
        try {
            List<Path> folders = ConnectorCheck.folders(directory);
            for (Path folder : folders) {
                String state = state(folder);
                boolean still = state.equals(seen.put(folder, state));
                if (still && !state.equals(settled.put(folder, state))) {
                    look(folder, folders);
                }
            }
        } catch (IOException | RuntimeException e) {
            // The next round comes; one bad file must not end them.
            LOG.error("The connectors of {} cannot be looked at: {}", directory, e.toString());
        }
    }

    private void look(Path path, List<Path> folders) throws IOException {
        CheckedFolder folder = check.read(path);
        if (folder.reading().findings().isEmpty() && runs(folder)) {
            return;
        }
        List<Remark> errors = check.check(folders, List.of(path)).sorted().stream()
                .filter(remark -> remark.severity() == Severity.ERROR)
                .toList();
        if (!errors.isEmpty()) {
            errors.forEach(error -> LOG.error("{}", error));
            LOG.error("The connector in {} is not taken in; what ran before goes on", path);
            return;
        }
        ConnectorFolder next = running(folder);
        try {
            versions.keep(next);
            agencies.put(next);
            LOG.info("The connector {} runs in version {}", next.connector().id(), next.version());
        } catch (StartException | IllegalStateException | UncheckedIOException e) {
            LOG.error("The connector in {} is not taken in; what ran before goes on: {}", path, e.getMessage());
        }
    }

    private boolean runs(CheckedFolder folder) {
        String id = folder.connector().id();
        return catalogue.has(id)
                && catalogue.folder(id).version().equals(running(folder).version());
    }

    private static ConnectorFolder running(CheckedFolder folder) {
        return new ConnectorFolder(
                folder.connector(),
                folder.mapping(),
                new FileSystemResource(folder.path().resolve("connector.yaml")));
    }

    /** Names, lengths and times of all files: differs when any was written. */
    private static String state(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            StringBuilder state = new StringBuilder();
            files.filter(Files::isRegularFile)
                    .sorted()
                    .forEach(file -> state.append(file)
                            .append(' ')
                            .append(file.toFile().length())
                            .append(' ')
                            .append(file.toFile().lastModified())
                            .append('\n'));
            return state.toString();
        } catch (UncheckedIOException e) {
            // A file went away meanwhile.
            return "changing " + System.nanoTime();
        }
    }

    @Override
    public void close() {
        rounds.shutdownNow();
    }
}
