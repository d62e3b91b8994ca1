package az.dost.vahid.pages.session;

import az.dost.vahid.pages.setting.PagesSettings;
import com.zaxxer.hikari.HikariDataSource;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.flywaydb.core.Flyway;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Sessions of several nodes. The database knows no id that a browser has, but its digest, and nothing of what is in a
 * session; it says when one is over. A row that was changed by anybody else, or put in another one's place, is no
 * session.
 */
final class DatabaseRows implements SessionRows, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(DatabaseRows.class);
    private static final String ENDS = "now() + ? * interval '1 millisecond'";
    private static final String SCHEMA = "vahid_pages";
    /** Fewer than the threads of the server: a session is read in a millisecond. */
    private static final int CONNECTIONS = 8;

    private static final int PATIENCE_S = 3;
    private final HikariDataSource connections = new HikariDataSource();
    private final JdbcTemplate database;
    private final SessionSeal seal;
    private final int most;

    /** Makes its tables, in a schema and with a history of their own. @throws RuntimeException when it cannot */
    DatabaseRows(PagesSettings.SharedSessions shared, int most) {
        this.most = most;
        seal = new SessionSeal(shared.secret());
        connections.setJdbcUrl(shared.url());
        connections.setUsername(shared.username());
        connections.setPassword(shared.password());
        connections.setPoolName("pages");
        connections.setMaximumPoolSize(CONNECTIONS);
        connections.setMinimumIdle(1);
        connections.setConnectionTimeout(TimeUnit.SECONDS.toMillis(PATIENCE_S));
        database = new JdbcTemplate(connections);
        database.setQueryTimeout(PATIENCE_S);
        try {
            Flyway.configure()
                    .dataSource(connections)
                    .locations("classpath:db/pages")
                    .schemas(SCHEMA)
                    .load()
                    .migrate();
        } catch (RuntimeException e) {
            connections.close();
            throw e;
        }
    }

    @Override
    public void add(String id, Written written) {
        byte[] digest = digest(id);
        String row = "insert into vahid_pages.session (id, sealed, version, person, ends) select ?, ?, 1, true, " + ENDS
                + " where (select count(*) from vahid_pages.session) < ?";
        Object[] values = {
            digest, seal.seal(digest, written.text()), written.lives().toMillis(), most
        };
        if (database.update(row, values) == 0) {
            sweep();
            if (database.update(row, values) == 0) {
                throw new TooManySessions();
            }
        }
    }

    @Override
    public Row find(String id) {
        byte[] digest = digest(id);
        List<Row> found = database.query(
                "select sealed, version from vahid_pages.session where id = ? and ends > now()",
                (row, number) -> new Row(row.getBytes(1), row.getLong(2)),
                digest);
        if (found.isEmpty()) {
            return null;
        }
        byte[] text = seal.open(digest, found.get(0).text());
        if (text == null) {
            LOG.warn(
                    "A row of a session was changed, or is of another secret than vahid.pages.shared-sessions.secret: it is no session");
            return null;
        }
        return new Row(text, found.get(0).version());
    }

    @Override
    public boolean replace(String id, long version, String next, Written written) {
        byte[] digest = digest(next);
        return database.update(
                        "update vahid_pages.session set id = ?, sealed = ?, version = version + 1, ends = " + ENDS
                                + " where id = ? and version = ? and ends > now()",
                        digest,
                        seal.seal(digest, written.text()),
                        written.lives().toMillis(),
                        digest(id),
                        version)
                == 1;
    }

    @Override
    public void remove(String id) {
        database.update("delete from vahid_pages.session where id = ?", digest(id));
    }

    @Override
    public void sweep() {
        database.update("delete from vahid_pages.session where ends <= now()");
    }

    @Override
    public void close() {
        connections.close();
    }

    private static byte[] digest(String id) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(id.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
