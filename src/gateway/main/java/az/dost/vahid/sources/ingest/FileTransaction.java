package az.dost.vahid.sources.ingest;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;

/**
 * All that becomes of one file, in one transaction: until its commit nothing is visible, and whatever ends it before
 * undoes all of it.
 */
final class FileTransaction {
    /** What is done within. */
    interface Work<T> {
        T make() throws SQLException, IOException;
    }

    /** @param connection in auto-commit mode, and so again afterwards */
    static <T> T of(Connection connection, Work<T> work) throws SQLException, IOException {
        connection.setAutoCommit(false);
        try {
            T made = work.make();
            connection.commit();
            connection.setAutoCommit(true);
            return made;
        } catch (SQLException | IOException | RuntimeException e) {
            undo(connection, e);
            throw e;
        }
    }

    private static void undo(Connection connection, Exception cause) {
        try {
            connection.rollback();
            connection.setAutoCommit(true);
        } catch (SQLException e) {
            // The connection is lost, and with it the transaction.
            cause.addSuppressed(e);
        }
    }

    private FileTransaction() {}
}
