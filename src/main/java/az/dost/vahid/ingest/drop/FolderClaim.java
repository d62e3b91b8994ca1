package az.dost.vahid.ingest.drop;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.apache.camel.Consumer;
import org.apache.camel.Endpoint;
import org.apache.camel.spi.PollingConsumerPollStrategy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One gateway at a time looks into an agency's folder. The claim is a PostgreSQL advisory lock on the very connection
 * over which files are loaded: it ends with that connection, so a gateway that was killed, or has lost its database,
 * holds no claim and cannot load either.
 */
public final class FolderClaim implements PollingConsumerPollStrategy {
    private static final Logger LOG = LoggerFactory.getLogger(FolderClaim.class);
    /** Keeps these locks apart from those of other purposes: "DROP" in ASCII. */
    private static final int LOCKS = 0x44524F50;
    private final String agency;
    private final DataSource database;
    private final Backlog backlog;
    private Connection connection;
    private Integer found;

    public FolderClaim(String agency, DataSource database, Backlog backlog) {
        this.agency = agency;
        this.database = database;
        this.backlog = backlog;
    }

    /** The connection that holds the claim; only within a poll. */
    public Connection connection() {
        if (connection == null) {
            throw new DropPostponed("The agency's folder is not claimed");
        }
        return connection;
    }

    /** For a look that Camel counts as one message, however many files it finds. */
    public void found(int files) {
        found = files;
    }

    @Override
    public boolean begin(Consumer consumer, Endpoint endpoint) {
        release();
        found = null;
        backlog.begin(agency);
        try {
            connection = database.getConnection();
            try (Statement sql = connection.createStatement()) {
                // Without it a server that waits for a dead gateway's rows would hold the claim for long.
                sql.execute("set client_connection_check_interval = '5s'");
            }
            boolean claimed = ask("select pg_try_advisory_lock(?, hashtext(?))");
            if (!claimed) {
                release();
            }
            return claimed;
        } catch (SQLException e) {
            LOG.warn("The folder of {} cannot be claimed: the database answers with state {}", agency, e.getSQLState());
            release();
            return false;
        }
    }

    @Override
    public void commit(Consumer consumer, Endpoint endpoint, int polledMessages) {
        release();
        backlog.end(agency, found == null ? polledMessages : found);
    }

    @Override
    public boolean rollback(Consumer consumer, Endpoint endpoint, int retryCounter, Exception cause) {
        release();
        LOG.warn("The folder of {} cannot be read: {}", agency, cause.getMessage());
        return false;
    }

    private boolean ask(String question) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(question)) {
            query.setInt(1, LOCKS);
            query.setString(2, agency);
            try (ResultSet answer = query.executeQuery()) {
                return answer.next() && answer.getBoolean(1);
            }
        }
    }

    private void release() {
        if (connection == null) {
            return;
        }
        try (Connection closing = connection) {
            if (closing.isValid(1)) {
                ask("select pg_advisory_unlock(?, hashtext(?))");
            }
        } catch (SQLException e) {
            LOG.debug("The claim on {} ended with its connection", agency, e);
        } finally {
            connection = null;
        }
    }
}
