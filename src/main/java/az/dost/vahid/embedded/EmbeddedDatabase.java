package az.dost.vahid.embedded;

import az.dost.vahid.problem.StartException;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * The PostgreSQL of the default run, its data in a folder. A server that outlived a killed gateway is taken over: its
 * data folder has one server at most.
 */
final class EmbeddedDatabase implements AutoCloseable {
    private static final Duration START_TIMEOUT = Duration.ofSeconds(60);
    private static final int PORT_LINE = 3;
    private final EmbeddedPostgres started;
    private final int port;

    EmbeddedDatabase(Path folder) {
        Integer running = running(folder);
        try {
            started = running != null ? null : EmbeddedPostgres.builder().setDataDirectory(folder.toAbsolutePath().toFile())
                    .setCleanDataDirectory(false)
                    // It outlives the beans that use it: the context stops it, last.
                    .setRegisterShutdownHook(false).setPGStartupWait(START_TIMEOUT)
                    .setServerConfig("max_connections", "100").setServerConfig("shared_buffers", "128MB").start();
        } catch (IOException e) {
            throw new StartException("The embedded database cannot start in " + folder
                    + ": give another folder by vahid.data, or a database by spring.datasource.url", e);
        }
        port = started == null ? running : started.getPort();
    }

    String url() {
        return "jdbc:postgresql://localhost:" + port + "/postgres?user=postgres";
    }

    /** The port of a server that runs on the folder; null when none does. */
    private static Integer running(Path folder) {
        try {
            List<String> pid = Files.readAllLines(folder.resolve("postmaster.pid"));
            boolean alive = ProcessHandle.of(Long.parseLong(pid.get(0).strip())).map(ProcessHandle::isAlive).orElse(false);
            return alive ? Integer.valueOf(pid.get(PORT_LINE).strip()) : null;
        } catch (IOException | NumberFormatException | IndexOutOfBoundsException e) {
            return null;
        }
    }

    @Override
    public void close() throws IOException {
        if (started != null) {
            started.close();
        }
    }
}
