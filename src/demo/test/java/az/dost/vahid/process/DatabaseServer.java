package az.dost.vahid.process;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.awaitility.Awaitility;

/** A PostgreSQL server of one test, to be stopped and started again at the same address. */
public final class DatabaseServer implements AutoCloseable {
    private final Path folder;
    private final int port;
    private EmbeddedPostgres running;

    /** Started. @param folder for its data */
    public DatabaseServer(Path folder) throws IOException {
        this.folder = folder;
        port = FreePort.next();
        start();
    }

    public void start() throws IOException {
        if (running == null) {
            running = EmbeddedPostgres.builder()
                    .setDataDirectory(folder.toFile())
                    .setCleanDataDirectory(false)
                    .setRegisterShutdownHook(false)
                    .setPort(port)
                    // The library turns both off, and a gateway does not join such a database.
                    .setServerConfig("fsync", "on")
                    .setServerConfig("synchronous_commit", "on")
                    .start();
        }
    }

    /** Whoever is connected is cut off. */
    public void stop() throws IOException {
        if (running != null) {
            running.close();
            running = null;
        }
    }

    public String url() {
        return "jdbc:postgresql://localhost:" + port + "/postgres?user=postgres";
    }

    /** As at a primary that is one no more: of each new session, and a moment later of those that are open. */
    public void readOnly(boolean only) throws SQLException {
        String wanted = only ? "on" : "off";
        execute("alter system set default_transaction_read_only = " + wanted);
        execute("select pg_reload_conf()");
        Awaitility.await("new sessions")
                .until(() -> said("show default_transaction_read_only").equals(wanted));
    }

    private String said(String query) throws SQLException {
        try (Connection connection = running.getPostgresDatabase().getConnection();
                Statement sql = connection.createStatement();
                ResultSet row = sql.executeQuery(query)) {
            row.next();
            return row.getString(1);
        }
    }

    /** As an administrator. */
    public void execute(String statement) throws SQLException {
        try (Connection connection = running.getPostgresDatabase().getConnection();
                Statement sql = connection.createStatement()) {
            sql.execute(statement);
        }
    }

    @Override
    public void close() throws IOException {
        stop();
    }
}
