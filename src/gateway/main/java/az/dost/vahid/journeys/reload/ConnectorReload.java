package az.dost.vahid.journeys.reload;

import az.dost.vahid.check.CheckedFolder;
import az.dost.vahid.check.ConnectorCheck;
import az.dost.vahid.check.Remark;
import az.dost.vahid.check.Severity;
import az.dost.vahid.connector.Catalogue;
import az.dost.vahid.connector.ConnectorFolder;
import az.dost.vahid.connector.EndpointFile;
import az.dost.vahid.connector.VersionArchive;
import az.dost.vahid.folder.OthersFiles;
import az.dost.vahid.job.Jobs;
import az.dost.vahid.job.Rounds;
import az.dost.vahid.problem.StartException;
import az.dost.vahid.sources.agency.RunningAgencies;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes connectors into the running gateway when their folder changes and passes its check, or their address comes;
 * until then the version that runs goes on.
 */
public final class ConnectorReload implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ConnectorReload.class);
    private static final Duration AGAIN = Duration.ofSeconds(5);
    private static final int DEEPEST = 10;
    private static final int MOST = 10_000;
    private final Path directory;
    private final ConnectorCheck check;
    private final Catalogue catalogue;
    private final RunningAgencies agencies;
    private final VersionArchive versions;
    private final EndpointFile endpoints;
    /**
     * What was seen of each folder, so that one is looked at when it has changed and then stays the same for one round.
     */
    private final Map<Path, String> seen = new HashMap<>();

    private final Map<Path, String> settled = new HashMap<>();
    /** Of those that wait for something outside their folder, such as a certificate: when each is looked at again. */
    private final Map<Path, Long> waiting = new HashMap<>();

    private final Map<Path, String> told = new HashMap<>();
    /** Null before the first round was ordered. */
    private Rounds rounds;

    /**
     * @param directory {@code vahid.connectors}
     * @param endpoints addresses of agencies that join
     */
    public ConnectorReload(
            Path directory,
            ConnectorCheck check,
            Catalogue catalogue,
            RunningAgencies agencies,
            VersionArchive versions,
            EndpointFile endpoints) {
        this.directory = directory;
        this.check = check;
        this.catalogue = catalogue;
        this.agencies = agencies;
        this.versions = versions;
        this.endpoints = endpoints;
    }

    public void start(Duration every, Jobs jobs) {
        rounds = Rounds.start(jobs.of("connector-reload", every), every, this::round);
    }

    private void round() throws IOException {
        List<OthersFiles> folders = folders();
        // One that lacked its address may join when that is there.
        String addresses = endpoints.state();
        for (OthersFiles folder : folders) {
            String state = state(folder) + addresses;
            boolean still = state.equals(seen.put(folder.root(), state));
            boolean other = still && !state.equals(settled.put(folder.root(), state));
            Long again = waiting.get(folder.root());
            if (other || again != null && again <= System.nanoTime()) {
                waiting.remove(folder.root());
                look(folder, folders);
            }
        }
    }

    /** Those that are links are among them, and each is told of when it is looked at. */
    private List<OthersFiles> folders() {
        return new OthersFiles(directory)
                .folders(directory).stream()
                        .map(folder -> OthersFiles.within(
                                directory, folder.getFileName().toString()))
                        .filter(folder -> folder.has(folder.root().resolve("connector.yaml")))
                        .toList();
    }

    private void look(OthersFiles files, List<OthersFiles> folders) throws IOException {
        Path path = files.root();
        CheckedFolder folder = check.read(files);
        if (folder.reading().findings().isEmpty() && runs(folder)) {
            return;
        }
        List<Remark> errors = check
                .check(folder, folders.stream().map(check::read).toList())
                .sorted()
                .stream()
                .filter(remark -> remark.severity() == Severity.ERROR)
                .toList();
        if (!errors.isEmpty()) {
            errors.forEach(error -> LOG.error("{}", error));
            LOG.error("The connector in {} is not taken in; what ran before goes on", path);
            return;
        }
        ConnectorFolder next = folder.running();
        try {
            versions.keep(next);
            agencies.put(next);
            told.remove(path);
            LOG.info("The connector {} runs in version {}", next.connector().id(), next.version());
        } catch (StartException | IllegalStateException | UncheckedIOException e) {
            waiting.put(path, System.nanoTime() + AGAIN.toNanos());
            if (!String.valueOf(e.getMessage()).equals(told.put(path, String.valueOf(e.getMessage())))) {
                LOG.error("The connector in {} is not taken in; what ran before goes on: {}", path, e.getMessage());
            }
        }
    }

    private boolean runs(CheckedFolder folder) {
        String id = folder.connector().id();
        return catalogue.has(id)
                && catalogue.folder(id).version().equals(folder.running().version());
    }

    /** Names, lengths and times of all files: differs when any was written. */
    private static String state(OthersFiles files) throws IOException {
        StringBuilder state = new StringBuilder();
        try {
            for (Path file : files.below(DEEPEST, MOST)) {
                BasicFileAttributes now = Files.readAttributes(
                        files.root().resolve(file), BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
                state.append(file)
                        .append(' ')
                        .append(now.size())
                        .append(' ')
                        .append(now.lastModifiedTime())
                        .append('\n');
            }
            return state.toString();
        } catch (NoSuchFileException e) {
            // A file went away meanwhile.
            return "changing " + System.nanoTime();
        }
    }

    @Override
    public void close() {
        if (rounds != null) {
            rounds.close();
        }
    }
}
