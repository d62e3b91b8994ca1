package az.dost.vahid.sources.ingest.snapshot;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Adds up the rows of each standing snapshot and compares with what its files made of them: so a row that was taken
 * out, put in or put back is missed, which no look at a single row can tell. Until the next sweep finds otherwise
 * nobody without a row is told to have no record there.
 */
public final class RowSweep {
    private static final Logger LOG = LoggerFactory.getLogger(RowSweep.class);
    private static final String STANDING =
            "select agency, snapshot, base_version, newest_file, row_sum, mac from drop_standing where agency = ?";
    private final DataSource database;
    private final RowCheck check;

    public RowSweep(DataSource database, RowCheck check) {
        this.database = database;
        this.check = check;
    }

    public void sweep() {
        List<String> agencies = new JdbcTemplate(database)
                .queryForList("select agency from drop_standing order by agency", String.class);
        for (String agency : agencies) {
            try (Connection connection = database.getConnection()) {
                connection.setAutoCommit(false);
                connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
                try {
                    sweep(connection, agency);
                } finally {
                    connection.rollback();
                    connection.setAutoCommit(true);
                }
            } catch (SQLException e) {
                LOG.warn(
                        "The rows of {} could not be added up: the database answers with state {}",
                        agency,
                        e.getSQLState());
            }
        }
    }

    private void sweep(Connection connection, String agency) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(STANDING)) {
            query.setString(1, agency);
            try (ResultSet row = query.executeQuery()) {
                byte[] expected = row.next() && check.standing(row, check.of(agency)) ? row.getBytes("row_sum") : null;
                if (expected != null) {
                    long snapshot = row.getLong("snapshot");
                    byte[] sum = new RowSum(check.of(agency), null)
                            .with(connection, "select fin, mac from drop_row where snapshot = " + snapshot, false)
                            .bytes();
                    check.complete(agency, snapshot, Arrays.equals(sum, expected));
                }
            }
        }
    }
}
