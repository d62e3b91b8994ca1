package az.dost.vahid.embedded;

import az.dost.vahid.check.rehearse.ScratchDatabase;
import az.dost.vahid.command.RunningDatabase;
import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/**
 * A database with the gateway's tables, gone with its data when it is closed: for rehearsals. Its server ends with this
 * JVM.
 */
public final class ThrowawayDatabase implements ScratchDatabase {
    private static final int CONNECTIONS = 8;
    private static final String TEMPLATE = "migrated";
    private static final AtomicInteger COUNT = new AtomicInteger();
    private static EmbeddedPostgres server;
    private final EmbeddedPostgres running = server();
    private final String name = "rehearsal" + COUNT.incrementAndGet();
    private final HikariDataSource source;

    /** @throws IOException when the server cannot be started, or makes no database */
    public ThrowawayDatabase() throws IOException {
        execute(running, "create database " + name + " template " + TEMPLATE);
        source = open(running, name);
    }

    /** To make one takes seconds, so that all rehearsals of this JVM share it. */
    private static synchronized EmbeddedPostgres server() throws IOException {
        if (server == null) {
            // Nothing in it outlives a crash.
            EmbeddedPostgres made =
                    EmbeddedPostgres.builder().setServerConfig("fsync", "off").start();
            execute(made, "create database " + TEMPLATE);
            try (HikariDataSource template = open(made, TEMPLATE)) {
                Flyway.configure()
                        .dataSource(template)
                        .locations("classpath:db/migration")
                        .load()
                        .migrate();
            }
            server = made;
        }
        return server;
    }

    private static HikariDataSource open(EmbeddedPostgres server, String name) {
        HikariDataSource source = new HikariDataSource();
        source.setJdbcUrl(RunningDatabase.url(server.getPort(), name));
        source.setMaximumPoolSize(CONNECTIONS);
        source.setMinimumIdle(1);
        return source;
    }

    private static void execute(EmbeddedPostgres server, String statement) throws IOException {
        try (var connection = server.getPostgresDatabase().getConnection();
                var sql = connection.createStatement()) {
            sql.execute(statement);
        } catch (SQLException e) {
            throw new IOException("The server of rehearsals answers with state " + e.getSQLState(), e);
        }
    }

    @Override
    public DataSource source() {
        return source;
    }

    @Override
    public void close() throws IOException {
        source.close();
        execute(running, "drop database " + name + " with (force)");
    }
}
