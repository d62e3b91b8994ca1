package az.dost.vahid.sources.ingest;

import az.dost.vahid.drop.ReceivedDrop;
import az.dost.vahid.signature.xml.Seal;
import az.dost.vahid.sources.ingest.drop.DropFile;
import az.dost.vahid.sources.ingest.snapshot.RowStore;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;

/** The table drop_file: every file of one agency that was dealt with, and what became of it. */
final class DropJournal {
    private final String agency;

    DropJournal(String agency) {
        this.agency = agency;
    }

    enum State {
        LOADED,
        LATE,
        QUARANTINED
    }

    /** Whether this very file was loaded, or found late, before. */
    boolean done(Connection connection, ReceivedDrop drop) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(
                "select 1 from drop_file where agency = ? and name = ? and digest = ? and (state = 'LATE' or state = 'LOADED' and mac is not null)")) {
            query.setString(1, agency);
            query.setString(2, drop.name().name());
            query.setString(3, drop.digest());
            try (ResultSet found = query.executeQuery()) {
                return found.next();
            }
        }
    }

    /**
     * Whether what the agency signed came under another name before, loaded or late. It is known by its content:
     * whoever has a signature can make others of it that hold as well.
     */
    boolean replayed(Connection connection, ReceivedDrop drop, Seal seal) throws SQLException {
        try (PreparedStatement query =
                connection.prepareStatement("select 1 from drop_file where agency = ? and name <> ?"
                        + " and state <> 'QUARANTINED' and (seal = ? or digest = ? or digest = ?)")) {
            query.setString(1, agency);
            query.setString(2, drop.name().name());
            query.setString(3, seal.content());
            query.setString(4, seal.content());
            query.setString(5, drop.digest());
            try (ResultSet found = query.executeQuery()) {
                return found.next();
            }
        }
    }

    /** A file that is not quarantined. */
    DropFile enter(Connection connection, ReceivedDrop drop, Instant asOf, State state) throws SQLException {
        return enter(connection, drop, asOf, state, null, null);
    }

    /**
     * @param reason null unless the file goes to quarantine
     * @param report JSON; null as well then
     */
    DropFile enter(Connection connection, ReceivedDrop drop, Instant asOf, State state, String reason, String report)
            throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("""
                insert into drop_file (agency, name, digest, version, as_of, state, reason, report) values (?, ?, ?, ?, ?, ?, ?, ?::json)
                returning id""")) {
            insert.setString(1, agency);
            insert.setString(2, drop.name().name());
            insert.setString(3, drop.digest());
            insert.setLong(4, drop.name().version());
            insert.setTimestamp(5, Timestamp.from(asOf));
            insert.setString(6, state.name());
            insert.setString(7, reason);
            insert.setString(8, report);
            try (ResultSet id = insert.executeQuery()) {
                id.next();
                return new DropFile(id.getLong(1), drop.name().version());
            }
        }
    }

    /**
     * Keeps what proves the file's rows.
     *
     * @param statement see {@link FileSigning#of}
     * @param salt see {@link RowStore#secret}
     * @param mac see {@link DropSeals#file}
     */
    void state(Connection connection, DropFile file, String statement, byte[] salt, byte[] mac) throws SQLException {
        try (PreparedStatement update =
                connection.prepareStatement("update drop_file set statement = ?, salt = ?, mac = ? where id = ?")) {
            update.setString(1, statement);
            update.setBytes(2, salt);
            update.setBytes(3, mac);
            update.setLong(4, file.id());
            update.executeUpdate();
        }
    }

    void complete(Connection connection, DropFile file, Seal seal, long rows) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(
                "update drop_file set seal = ?, signer = ?, row_count = ?, finished_at = now() where id = ?")) {
            update.setString(1, seal.content());
            update.setString(2, seal.signer());
            update.setLong(3, rows);
            update.setLong(4, file.id());
            update.executeUpdate();
        }
    }
}
