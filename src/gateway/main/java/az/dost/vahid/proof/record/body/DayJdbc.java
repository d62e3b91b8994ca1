package az.dost.vahid.proof.record.body;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.postgresql.PGStatement;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Queries of tables with a partition a day. Each is planned for the days that it names. A statement that PostgreSQL
 * keeps prepared has, from its sixth use on, a plan for whatever days may come, and to make that takes a lock on every
 * partition and index there is.
 */
public final class DayJdbc extends JdbcTemplate {
    /** Rows that are fetched at a time within a transaction; some have bodies. */
    private static final int FETCHED = 20;

    public DayJdbc(DataSource database) {
        super(database);
        setFetchSize(FETCHED);
    }

    @Override
    protected void applyStatementSettings(Statement statement) throws SQLException {
        super.applyStatementSettings(statement);
        planned(statement);
    }

    /** The same for who has a connection. */
    public static PreparedStatement prepare(Connection connection, String sql) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        planned(statement);
        return statement;
    }

    private static void planned(Statement statement) throws SQLException {
        statement.unwrap(PGStatement.class).setPrepareThreshold(0);
    }
}
