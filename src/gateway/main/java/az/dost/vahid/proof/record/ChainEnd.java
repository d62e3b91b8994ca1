package az.dost.vahid.proof.record;

import az.dost.vahid.signature.key.RowSeals;
import io.micrometer.core.instrument.Timer;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLTransientException;
import java.util.List;
import java.util.UUID;

/**
 * The end of the audit chain: one locked row, which puts the entries of all gateways in order. It is locked between one
 * answer of the database and the next question, which brings entries, end and commit together.
 */
final class ChainEnd {
    private static final String LOCK = "select sequence, link from audit_head for update";
    /** Three statements that travel together: the lock is gone when the first answer comes. */
    private static final String APPEND =
            "insert into audit (sequence, id, entry, previous, link, mac) select s, i, e::json, p, l, m"
                    + " from unnest(?::bigint[], ?::uuid[], ?::text[], ?::bytea[], ?::bytea[], ?::bytea[]) as entries (s, i, e, p, l, m);"
                    + " update audit_head set sequence = ?, link = ?; commit";

    private static final String NOT_AVAILABLE = "55P03";
    private final Digests digests;
    private final RowSeals seals;
    private final String lock;
    private final Timer waited;

    /** Others have had the end for as long as one waits for it: nothing of this transaction is kept. */
    static final class HeldException extends SQLTransientException {
        private static final long serialVersionUID = 1;

        HeldException(SQLException cause) {
            super("The end of the audit chain was not free in time", cause.getSQLState(), cause);
        }
    }

    /**
     * @param bounds of the transaction from here on, as statements: how long the end is waited for, and how long it may
     *     be kept
     * @param waited how long it was waited for
     */
    ChainEnd(Digests digests, RowSeals seals, String bounds, Timer waited) {
        this.digests = digests;
        this.seals = seals;
        this.lock = bounds + "; " + LOCK;
        this.waited = waited;
    }

    /**
     * Appends entries in their order, and commits the transaction.
     *
     * @param entries at least one
     * @throws HeldException when the end was not free in time
     */
    void append(Connection connection, List<AuditEntry> entries) throws SQLException {
        // What needs no link is done before anybody waits for it.
        List<byte[]> said =
                entries.stream().map(entry -> digests.of(entry.json())).toList();
        try (PreparedStatement append = connection.prepareStatement(APPEND)) {
            append.setArray(
                    2,
                    connection.createArrayOf(
                            "uuid", entries.stream().map(AuditEntry::id).toArray(UUID[]::new)));
            append.setArray(
                    3,
                    connection.createArrayOf(
                            "text",
                            entries.stream()
                                    .map(entry -> new String(entry.json(), StandardCharsets.UTF_8))
                                    .toArray(String[]::new)));
            link(connection, append, entries, said, lock(connection));
            append.execute();
        }
    }

    private Link lock(Connection connection) throws SQLException {
        Timer.Sample asked = Timer.start();
        try (PreparedStatement statement = connection.prepareStatement(lock)) {
            // The two bounds have no rows.
            statement.execute();
            statement.getMoreResults();
            statement.getMoreResults();
            try (ResultSet row = statement.getResultSet()) {
                row.next();
                return new Link(row.getLong(1), row.getBytes(2));
            }
        } catch (SQLException e) {
            throw NOT_AVAILABLE.equals(e.getSQLState()) ? new HeldException(e) : e;
        } finally {
            asked.stop(waited);
        }
    }

    /** @param said digests of the entries */
    private void link(
            Connection connection, PreparedStatement append, List<AuditEntry> entries, List<byte[]> said, Link end)
            throws SQLException {
        int count = entries.size();
        Long[] sequences = new Long[count];
        byte[][] before = new byte[count][];
        byte[][] links = new byte[count][];
        byte[][] macs = new byte[count][];
        byte[] previous = end.link();
        for (int i = 0; i < count; i++) {
            sequences[i] = end.sequence() + 1 + i;
            before[i] = previous;
            links[i] = digests.linked(previous, sequences[i], said.get(i));
            macs[i] = Entries.seal(seals, sequences[i], entries.get(i), previous, links[i]);
            previous = links[i];
        }
        append.setArray(1, connection.createArrayOf("int8", sequences));
        append.setArray(4, connection.createArrayOf("bytea", before));
        append.setArray(5, connection.createArrayOf("bytea", links));
        append.setArray(6, connection.createArrayOf("bytea", macs));
        append.setLong(7, end.sequence() + count);
        append.setBytes(8, previous);
    }

    /** The last entry's. */
    private record Link(long sequence, byte[] link) {}
}
