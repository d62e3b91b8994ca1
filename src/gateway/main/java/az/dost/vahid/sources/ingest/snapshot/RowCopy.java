package az.dost.vahid.sources.ingest.snapshot;

import az.dost.vahid.drop.DropRefused;
import az.dost.vahid.drop.row.HeldRow;
import az.dost.vahid.drop.row.RowJson;
import az.dost.vahid.proof.record.BinaryCopy;
import az.dost.vahid.sources.ingest.drop.DatabaseRefusal;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import org.postgresql.core.Utils;

/**
 * Streams rows into a table with COPY, and with another one after each pause, in which the connection can be used
 * otherwise.
 */
final class RowCopy implements AutoCloseable {
    private static final int COLUMNS = 5;
    private final Connection connection;
    private final String target;
    private final Sealing sealing;
    private final RowJson facts = new RowJson();
    private final ByteBuffer buffer = BinaryCopy.buffer();
    /** Null where none is under way. */
    private BinaryCopy copy;

    private long rows;
    private long before;

    /** Seals a row. */
    interface Sealing {
        /** @param facts as they are written; null for a deletion */
        byte[] seal(HeldRow row, byte[] facts, byte[] source);
    }

    /**
     * @param table of this transaction, with the columns fin, row_number, facts, source and mac: its rows need no look
     *     at their transaction later on
     */
    RowCopy(Connection connection, String table, Sealing sealing) throws SQLException, IOException {
        this.connection = connection;
        this.sealing = sealing;
        this.target = Utils.escapeIdentifier(null, table) + " (fin, row_number, facts, source, mac)";
    }

    /** @param source the row as it was read, JSON */
    void add(HeldRow row, byte[] source) throws SQLException {
        if (copy == null) {
            copy = new BinaryCopy(connection, target, ", freeze", buffer);
            before = rows;
        }
        rows++;
        byte[] written = row.facts() == null ? null : facts(row);
        copy.row(COLUMNS)
                .text(row.fin())
                .number(row.number())
                .bytes(written)
                .bytes(source)
                .bytes(sealing.seal(row, written, source));
    }

    /** @throws DropRefused for a character that no PostgreSQL text can hold: NUL, or half of a pair */
    private byte[] facts(HeldRow row) {
        try {
            byte[] json = facts.bytes(row.facts());
            for (int i = 0; i < json.length; i++) {
                if (json[i] == '\\'
                        && json[++i] == 'u'
                        && unstorable(new String(json, i + 1, 4, StandardCharsets.US_ASCII))) {
                    throw DatabaseRefusal.ofRow(row.number());
                }
            }
            return json;
        } catch (IOException e) {
            throw DatabaseRefusal.ofRow(row.number());
        }
    }

    /** Jackson writes whole pairs as UTF-8: what it escapes is half of one. */
    private static boolean unstorable(String hex) {
        int unit = Integer.parseInt(hex, 16);
        return unit == 0 || Character.isSurrogate((char) unit);
    }

    /** Ends the copy that is under way; only now have its rows been taken. */
    void pause() throws SQLException {
        if (copy != null) {
            copy.end();
            copy = null;
        }
    }

    /** How many rows were taken by earlier copies: PostgreSQL counts rows from each one's beginning. */
    long before() {
        return before;
    }

    /** Cancels a copy that was not finished, so that the connection can be used again. */
    @Override
    public void close() throws SQLException {
        if (copy != null) {
            copy.cancel();
        }
    }
}
