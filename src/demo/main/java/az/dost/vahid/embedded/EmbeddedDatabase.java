package az.dost.vahid.embedded;

import az.dost.vahid.command.RunningDatabase;
import az.dost.vahid.problem.StartException;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;

/**
 * The PostgreSQL of the default run, its data in a folder. A server that outlived a killed gateway is taken over: its
 * data folder has one server at most.
 */
public final class EmbeddedDatabase implements AutoCloseable {
    private static final Duration START_TIMEOUT = Duration.ofSeconds(60);
    private static final String MISSING = "Missing embedded postgres binaries";
    private final EmbeddedPostgres started;
    private final int port;

    public EmbeddedDatabase(Path folder) {
        Integer running = RunningDatabase.port(folder).orElse(null);
        try {
            started = running != null
                    ? null
                    : EmbeddedPostgres.builder()
                            .setDataDirectory(folder.toAbsolutePath().toFile())
                            .setCleanDataDirectory(false)
                            // It outlives the beans that use it: the context stops it, last.
                            .setRegisterShutdownHook(false)
                            .setPGStartupWait(START_TIMEOUT)
                            // The library is made for tests and turns both off; a record must be durable (decision 5).
                            .setServerConfig("fsync", "on")
                            .setServerConfig("synchronous_commit", "on")
                            .setServerConfig("max_connections", "100")
                            .setServerConfig("shared_buffers", "128MB")
                            .start();
        } catch (IOException e) {
            throw new StartException(
                    "The embedded database cannot start in " + folder
                            + ": give another folder by vahid.data, or a database by spring.datasource.url",
                    e);
        } catch (IllegalStateException e) {
            // The library says it so, in a log line that names a repository.
            if (!MISSING.equals(e.getMessage())) {
                throw e;
            }
            throw new StartException(
                    "The demonstration has no database for " + System.getProperty("os.name") + ", "
                            + System.getProperty("os.arch")
                            + ": build it on such a machine, or elsewhere by mvn package -Pmac (mac-intel, windows),"
                            + " or name a database by spring.datasource.url",
                    e);
        }
        port = started == null ? running : started.getPort();
    }

    public String url() {
        return RunningDatabase.url(port);
    }

    @Override
    public void close() throws IOException {
        if (started != null) {
            started.close();
        }
    }
}
