package az.dost.vahid.bench;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.jdbc.UncategorizedSQLException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** The run's PostgreSQL, with durable commits as in production. */
final class Database implements AutoCloseable {
    private static final int MOST_TRIES = 200;
    /** SQLSTATE lock_not_available. */
    private static final String LOCKED = "55P03";

    private final Path folder;
    private final EmbeddedPostgres server;
    private final JdbcTemplate jdbc;

    Database(Path folder) {
        this.folder = folder;
        try {
            server = EmbeddedPostgres.builder()
                    .setDataDirectory(folder.toFile())
                    .setCleanDataDirectory(true)
                    .setServerConfig("max_connections", "300")
                    .setServerConfig("shared_buffers", "256MB")
                    .setServerConfig("fsync", "on")
                    .setServerConfig("synchronous_commit", "on")
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        jdbc = new JdbcTemplate(new DriverManagerDataSource(url()));
    }

    String url() {
        return url("postgres");
    }

    private String url(String name) {
        return "jdbc:postgresql://localhost:" + server.getPort() + "/" + name + "?user=postgres";
    }

    JdbcTemplate jdbc() {
        return jdbc;
    }

    /** The server's first process, whose children serve the connections. */
    ProcessHandle process() {
        try {
            return ProcessHandle.of(Long.parseLong(Files.readAllLines(folder.resolve("postmaster.pid"))
                            .get(0)
                            .trim()))
                    .orElseThrow();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The address of a new database in the same server. */
    String another(String name) {
        jdbc.execute("create database " + name);
        return url(name);
    }

    JdbcTemplate jdbc(String name) {
        return new JdbcTemplate(new DriverManagerDataSource(url(name)));
    }

    /** Tables of the application that is written the usual way; Flyway owns the others. */
    void prepare() {
        jdbc.execute(
                "create table usual_dossier (id uuid primary key, assembled_at timestamptz, requester text, official text,"
                        + " case_ref text, service text, content bytea, jws text)");
        jdbc.execute(
                "create table usual_evidence (id uuid primary key, dossier_id uuid references usual_dossier, agency text,"
                        + " media_type text, body bytea, detached text, digest text, signer text)");
    }

    /** Lets a gateway in that does not know the newest tables: one that is measured, not one that serves. */
    void admitEarlier() {
        jdbc.execute("update member_rule set oldest_allowed = 0");
    }

    /** So that no peer pays for what another has kept. */
    void forget() {
        truncate(MOST_TRIES);
        jdbc.execute("checkpoint");
    }

    private void truncate(int tries) {
        try {
            jdbc.execute("set lock_timeout = '300ms'; "
                    + "truncate dossier, evidence, audit, exchange, exchange_message, usual_dossier, usual_evidence");
        } catch (UncategorizedSQLException e) {
            // A peer reads two of these tables meanwhile, in another order: this one gives way before the server
            // finds a deadlock (after one second), or it would be this one that is ended each time.
            if (tries == 1 || !LOCKED.equals(e.getSQLException().getSQLState())) {
                throw e;
            }
            truncate(tries - 1);
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
