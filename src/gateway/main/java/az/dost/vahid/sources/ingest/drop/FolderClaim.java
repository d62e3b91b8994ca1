package az.dost.vahid.sources.ingest.drop;

import az.dost.vahid.drop.DropPostponed;
import az.dost.vahid.proof.claim.Lease;
import az.dost.vahid.proof.claim.OnceInCluster;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.apache.camel.Consumer;
import org.apache.camel.Endpoint;
import org.apache.camel.spi.PollingConsumerPollStrategy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;

/**
 * One gateway at a time looks into an agency's folder, when it is its turn ({@link OnceInCluster}). The claim is also a
 * PostgreSQL advisory lock on the very connection over which files are loaded: a gateway that was killed, or has lost
 * its database, holds no claim and cannot load either. One that stands still may hold both; when its turn is over, the
 * next one has the database end that connection, and all that was not committed over it.
 */
public final class FolderClaim implements PollingConsumerPollStrategy {
    private static final Logger LOG = LoggerFactory.getLogger(FolderClaim.class);
    /** Keeps these locks apart from those of other purposes: "DROP" in ASCII. */
    private static final int LOCKS = 0x44524F50;
    /** Without that setting a server that waits for a dead gateway's rows would hold the claim for long. */
    private static final String LOCK =
            "select pg_try_advisory_lock(?, hashtext(?)), set_config('client_connection_check_interval', '5s', false)";

    private static final String END_HOLDER =
            "select count(pg_terminate_backend(pid)) > 0 from pg_locks where locktype = 'advisory' and classid::bigint = ?"
                    + " and objid::bigint = hashtext(?)::bigint & 4294967295 and objsubid = 2 and granted"
                    + " and database = (select oid from pg_database where datname = current_database())";
    private final String agency;
    private final DataSource database;
    private final OnceInCluster turns;
    private final Backlog backlog;
    private Connection connection;
    private boolean locked;
    private Integer found;

    public FolderClaim(String agency, DataSource database, OnceInCluster turns, Backlog backlog) {
        this.agency = agency;
        this.database = database;
        this.turns = turns;
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
        if (!turns.begin(consumer, endpoint)) {
            return false;
        }
        Lease turn = turns.turn(consumer);
        try {
            connection = database.getConnection();
            locked = ask(LOCK);
            if (!locked && turn.interrupted() && ask(END_HOLDER)) {
                LOG.warn("A gateway that stood still with the folder of {} has lost it", agency);
            }
        } catch (SQLException e) {
            LOG.warn("The folder of {} cannot be claimed: the database answers with state {}", agency, e.getSQLState());
        }
        if (!locked) {
            release();
            giveBack(turn);
        }
        return locked;
    }

    /**
     * Without the lock a turn is none. It stays interrupted when it was: nobody's connection is ended whose gateway
     * works.
     */
    private void giveBack(Lease turn) {
        try {
            if (turn.interrupted()) {
                turn.fail();
            } else {
                turn.end();
            }
        } catch (DataAccessException e) {
            LOG.debug("The turn of {} was not given back, and will be over by itself", agency, e);
        }
    }

    @Override
    public void commit(Consumer consumer, Endpoint endpoint, int polledMessages) {
        release();
        backlog.end(agency, found == null ? polledMessages : found);
        // Files that could not be taken were told of, and wait for the next look like all others.
        turns.commit(consumer, endpoint, 1);
    }

    @Override
    public boolean rollback(Consumer consumer, Endpoint endpoint, int retryCounter, Exception cause) {
        release();
        turns.rollback(consumer, endpoint, retryCounter, cause);
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
            if (locked) {
                ask("select pg_advisory_unlock(?, hashtext(?))");
            }
        } catch (SQLException e) {
            LOG.debug("The claim on {} ended with its connection", agency, e);
        } finally {
            connection = null;
            locked = false;
        }
    }
}
