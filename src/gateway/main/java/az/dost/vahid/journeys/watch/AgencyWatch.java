package az.dost.vahid.journeys.watch;

import az.dost.vahid.connector.Catalogue;
import az.dost.vahid.connector.Connector;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;

/**
 * Compares each newly standing file with what was seen of the one before, and publishes what has changed. The ids of
 * events follow from the file and the new value, so a look that was cut short, or made by two gateways, tells nothing
 * twice.
 */
public final class AgencyWatch {
    private static final int ID_DIGITS = 32;
    /** The database gives the look of a gateway that stands still to another one. */
    private static final String BOUND = "set local idle_in_transaction_session_timeout = '60s'";

    private final Catalogue catalogue;
    private final DataSource database;
    private final StandingFacts standing;
    private final SeenDigests digests;
    private final ChangeEvents events;

    private record NewFile(long id, Instant asOf) {}

    AgencyWatch(
            Catalogue catalogue,
            DataSource database,
            StandingFacts standing,
            SeenDigests digests,
            ChangeEvents events) {
        this.catalogue = catalogue;
        this.database = database;
        this.standing = standing;
        this.digests = digests;
        this.events = events;
    }

    /** @throws SQLException when the database fails; the next look begins anew */
    public void look() throws SQLException {
        for (Connector connector : catalogue.connectors()) {
            if (connector.protocol() == Connector.Protocol.FILE
                    && !connector.events().isEmpty()) {
                look(connector);
            }
        }
    }

    private void look(Connector connector) throws SQLException {
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            try {
                NewFile file = claim(connection, connector.id());
                if (file != null) {
                    for (Connector.Change change : connector.events()) {
                        standing.read(
                                connection,
                                connector.id(),
                                change,
                                file.asOf(),
                                facts -> compare(connector.id(), change, facts, file, connection));
                    }
                    update(
                            connection,
                            "update watched_file set newest_file = ? where agency = ?",
                            file.id(),
                            connector.id());
                }
                connection.commit();
            } finally {
                connection.rollback();
                connection.setAutoCommit(true);
            }
        }
    }

    /** The file that stands now, null when its changes are told already or another gateway is at it. */
    private static NewFile claim(Connection connection, String agency) throws SQLException {
        try (Statement bound = connection.createStatement()) {
            bound.execute(BOUND);
        }
        update(
                connection,
                "insert into watched_file (newest_file, agency) values (?, ?) on conflict do nothing",
                0,
                agency);
        try (PreparedStatement query = connection.prepareStatement(
                "select f.id, f.as_of from watched_file w join drop_standing s on s.agency = w.agency "
                        + "join drop_file f on f.id = s.newest_file where w.agency = ? and s.newest_file <> w.newest_file for update of w skip locked")) {
            query.setString(1, agency);
            try (ResultSet row = query.executeQuery()) {
                return row.next()
                        ? new NewFile(row.getLong(1), row.getTimestamp(2).toInstant())
                        : null;
            }
        }
    }

    private static void update(Connection connection, String sql, long number, String agency) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(sql)) {
            update.setLong(1, number);
            update.setString(2, agency);
            update.executeUpdate();
        }
    }

    private void compare(
            String agency, Connector.Change change, List<SeenFact> facts, NewFile file, Connection connection) {
        Map<String, SeenDigests.Seen> before = digests.of(agency, change.type(), facts);
        List<SeenFact> other = new ArrayList<>();
        for (SeenFact fact : facts) {
            SeenDigests.Seen seen = before.get(fact.person());
            if (seen == null || !seen.digest().equals(fact.digest())) {
                other.add(fact);
                if (seen != null) {
                    alive(connection);
                    events.tell(
                            agency,
                            change,
                            change.fact() + ":" + file.id() + ":"
                                    + fact.digest().substring(0, ID_DIGITS),
                            fact,
                            made -> true);
                }
            }
        }
        // After they are durable: a crash in between tells them again, under the same ids.
        alive(connection);
        digests.keep(agency, change.type(), other);
    }

    /** Whoever has stood still finds its look ended, and changes nothing that the next one has seen. */
    private static void alive(Connection connection) {
        try (Statement ask = connection.createStatement()) {
            ask.execute("select 1");
        } catch (SQLException e) {
            throw new IllegalStateException("The look was ended", e);
        }
    }
}
