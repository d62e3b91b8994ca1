package az.dost.vahid.embedded;

import az.dost.vahid.check.rehearse.FaultShares;
import az.dost.vahid.check.rehearse.PlayedFault;
import az.dost.vahid.check.rehearse.PlayedService;
import az.dost.vahid.connector.Connector;
import az.dost.vahid.signature.rehearsal.PlayedKey;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.springframework.util.FileSystemUtils;

/**
 * An agency's PostgreSQL on the loopback interface, with TLS: what its {@code contract.sql} says, but that the view
 * gives the samples' rows. A fault is one of the view or the server; where several have shares, one is drawn each
 * second.
 */
final class PlayedView implements PlayedService {
    private static final String OTHER = "played_other";
    /** In bytes, as the server sends it: a FIN and the lengths around it. */
    private static final int SHORTEST_ROW = 16;
    /** Connections that were cut are looked at again only after half a second (HikariCP). */
    private static final long SETTLE_MS = 700;

    private final Connector connector;
    private final PlayedKey key;
    private final PlayedKey stranger;
    private final Path desk = Files.createTempDirectory("vahid-view");
    private final EmbeddedPostgres server;
    private final ViewSql view;
    private final String answered;
    private final boolean badRows;
    private final ScheduledExecutorService drawing = Executors.newSingleThreadScheduledExecutor();
    private volatile FaultShares<PlayedFault> faults = new FaultShares<>(Map.of());
    private PlayedFault present;
    private long delayMs;

    /**
     * Starts it.
     *
     * @param contract SQL that makes the view, and perhaps the role
     * @param rows of the view, by citizen
     * @param bad rows of a citizen that the mapping must refuse; perhaps none
     * @throws IllegalStateException when the view cannot be played from them
     */
    PlayedView(
            Connector connector,
            PlayedKey key,
            String contract,
            String query,
            Map<String, List<JsonNode>> rows,
            Map<String, List<JsonNode>> bad,
            int port)
            throws IOException {
        this.connector = connector;
        this.key = key;
        this.stranger = PlayedKey.of(connector.id(), "RSA");
        key.write(desk.resolve("server.key"), desk.resolve("server.pem"));
        EmbeddedPostgres.Builder builder = EmbeddedPostgres.builder()
                .setDataDirectory(desk.resolve("data").toFile())
                .setServerConfig("fsync", "off")
                .setServerConfig("ssl", "on")
                .setServerConfig("ssl_key_file", desk.resolve("server.key").toString())
                .setServerConfig("ssl_cert_file", desk.resolve("server.pem").toString());
        server = (port == 0 ? builder : builder.setPort(port)).start();
        Files.writeString(
                desk.resolve("data/pg_hba.conf"),
                "host all postgres 127.0.0.1/32 trust\nhostssl all all 127.0.0.1/32 scram-sha-256\n");
        try {
            run("select pg_reload_conf()", contract);
            view = ViewSql.of(query, columns(ViewSql.view(query)));
            answered = rows.values().stream()
                    .flatMap(List::stream)
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException("The folder has no sample with a row"))
                    .fieldNames()
                    .next();
            view.refuseOthers(rows.values().stream().flatMap(List::stream).toList());
            badRows = bad.values().stream().anyMatch(list -> !list.isEmpty());
            tables(rows, bad);
            role();
            behave(null);
        } catch (SQLException | RuntimeException e) {
            close();
            throw new IllegalStateException("The view cannot be played: " + e.getMessage(), e);
        }
    }

    private void role() throws SQLException {
        String role = connector.auth().username();
        run(
                "do $$ begin if not exists (select 1 from pg_roles where rolname = '" + role + "') then create role \""
                        + role + "\" login; end if; end $$",
                "alter role \"" + role + "\" password '" + SECRET + "'");
    }

    private void tables(Map<String, List<JsonNode>> rows, Map<String, List<JsonNode>> bad) throws SQLException {
        run(
                "drop view " + view.view() + " cascade",
                view.table(ViewSql.ROWS),
                view.table(ViewSql.BAD),
                view.table(OTHER));
        fill(ViewSql.ROWS, rows, false);
        fill(ViewSql.BAD, bad, false);
        fill(OTHER, rows, true);
    }

    private List<ViewSql.Column> columns(String name) throws SQLException {
        List<ViewSql.Column> columns = new ArrayList<>();
        try (Connection connection = server.getPostgresDatabase().getConnection();
                PreparedStatement query = connection.prepareStatement(
                        "select attname, format_type(atttypid, atttypmod) from pg_attribute where attrelid = to_regclass(?) and attnum > 0 order by attnum")) {
            query.setString(1, name);
            try (ResultSet found = query.executeQuery()) {
                while (found.next()) {
                    columns.add(new ViewSql.Column(found.getString(1), found.getString(2)));
                }
            }
        }
        if (columns.isEmpty()) {
            throw new IllegalStateException("contract.sql makes no view " + name + ", which the query reads");
        }
        return columns;
    }

    /** @param other whether the rows are those of somebody else where the answer says whose they are */
    private void fill(String table, Map<String, List<JsonNode>> rows, boolean other) throws SQLException {
        try (Connection connection = server.getPostgresDatabase().getConnection();
                PreparedStatement insert = connection.prepareStatement("insert into " + table
                        + " select * from jsonb_populate_record(null::" + table + ", ?::jsonb)")) {
            for (Map.Entry<String, List<JsonNode>> citizen : rows.entrySet()) {
                for (JsonNode row : citizen.getValue()) {
                    ObjectNode filled = row.deepCopy();
                    view.asked()
                            .forEach(column ->
                                    filled.put(column, other && row.has(column) ? "9ZZ9ZZ9" : citizen.getKey()));
                    insert.setString(1, filled.toString());
                    insert.executeUpdate();
                }
            }
        }
    }

    /** Rows of another citizen come only from a query that asks by more than the column that it answers with. */
    @Override
    public boolean plays(PlayedFault fault) {
        return fault == PlayedFault.OTHER_CITIZEN ? view.asked().size() > 1 : fault != PlayedFault.GARBAGE || badRows;
    }

    private synchronized void behave(PlayedFault fault) {
        try {
            String made = view.behaving(
                    fault,
                    delayMs,
                    connector.timeoutMs() + 500L,
                    connector.maxReplyBytes() / SHORTEST_ROW + 1,
                    answered,
                    OTHER);
            run("drop view if exists " + view.view() + "; " + made
                    + (made.isEmpty() || fault == PlayedFault.REFUSE
                            ? ""
                            : "; grant select on " + view.view() + " to \""
                                    + connector.auth().username() + '"'));
            if ((fault == PlayedFault.WRONG_SIGNER) != (present == PlayedFault.WRONG_SIGNER)) {
                certify(fault == PlayedFault.WRONG_SIGNER ? stranger : key);
            } else if (present == PlayedFault.TRUNCATE) {
                Thread.sleep(SETTLE_MS);
            }
            present = fault;
        } catch (SQLException | IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void certify(PlayedKey other) throws IOException, SQLException, InterruptedException {
        other.write(desk.resolve("server.key"), desk.resolve("server.pem"));
        run("select pg_reload_conf()");
        Thread.sleep(SETTLE_MS);
        run("select pg_terminate_backend(pid) from pg_stat_activity where usename = '"
                + connector.auth().username() + "'");
        Thread.sleep(SETTLE_MS);
    }

    private void run(String... statements) throws SQLException {
        try (Connection connection = server.getPostgresDatabase().getConnection();
                Statement sql = connection.createStatement()) {
            for (String statement : statements) {
                sql.execute(statement);
            }
        }
    }

    @Override
    public String endpoint() {
        return "jdbc:postgresql://localhost:" + server.getPort() + "/postgres";
    }

    @Override
    public void faults(Map<PlayedFault, Double> next) {
        boolean drawn = next.values().stream().anyMatch(share -> share < 1);
        if (drawn && faults.shares().isEmpty()) {
            drawing.scheduleWithFixedDelay(() -> behave(faults.drawn()), 1, 1, TimeUnit.SECONDS);
        }
        faults = new FaultShares<>(next);
        behave(faults.drawn());
    }

    @Override
    public synchronized void delay(long ms) {
        delayMs = ms;
        behave(present);
    }

    @Override
    public void close() {
        drawing.shutdownNow();
        try {
            server.close();
            FileSystemUtils.deleteRecursively(desk);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
