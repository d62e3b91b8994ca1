package az.dost.vahid.ingest.snapshot;

import az.dost.vahid.ingest.drop.DatabaseRefusal;
import az.dost.vahid.ingest.drop.DropRefused;
import az.dost.vahid.ingest.row.HeldRow;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.HexFormat;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;
import org.postgresql.core.Utils;

/** Streams rows into a table with COPY, and with another one after each pause, in which the connection can be used otherwise. */
final class RowCopy implements AutoCloseable {
    private static final int BLOCK = 1 << 16;
    private static final HexFormat HEX = HexFormat.of();
    private final Connection connection;
    private final String command;
    private final Sealing sealing;
    private final RowJson facts = new RowJson();
    private byte[] block = new byte[BLOCK * 2];
    private int length;
    /** Null where none is under way. */
    private CopyIn copy;
    private long rows;
    private long before;

    /** Seals a row. */
    interface Sealing {
        /** @param facts as they are written; null for a deletion */
        byte[] seal(HeldRow row, byte[] facts, byte[] source);
    }

    /** @param table of this transaction, with the columns fin, row_number, facts, source and mac: its rows need no look at their transaction later on */
    RowCopy(Connection connection, String table, Sealing sealing) throws SQLException, IOException {
        this.connection = connection;
        this.sealing = sealing;
        this.command = "copy " + Utils.escapeIdentifier(null, table) + " (fin, row_number, facts, source, mac) from stdin (freeze)";
    }

    /** @param source the row as it was read, JSON */
    void add(HeldRow row, byte[] source) throws SQLException {
        if (copy == null) {
            copy = connection.unwrap(PGConnection.class).getCopyAPI().copyIn(command);
            before = rows;
        }
        rows++;
        ascii(row.fin());
        put('\t');
        ascii(Long.toString(row.number()));
        put('\t');
        byte[] written = null;
        if (row.facts() == null) {
            ascii("\\N");
        } else {
            written = facts(row);
        }
        put('\t');
        text(source, source.length);
        put('\t');
        ascii("\\\\x" + HEX.formatHex(sealing.seal(row, written, source)));
        put('\n');
        if (length >= BLOCK) {
            flush();
        }
    }

    /**
     * Gives them as they are written.
     *
     * @throws DropRefused for a character that no PostgreSQL text can hold: NUL, or half of a pair
     */
    private byte[] facts(HeldRow row) {
        try {
            byte[] json = facts.write(row.facts());
            int size = facts.size();
            for (int i = 0; i < size; i++) {
                if (json[i] == '\\' && json[++i] == 'u' && unstorable(new String(json, i + 1, 4, StandardCharsets.US_ASCII))) {
                    throw DatabaseRefusal.ofRow(row.number());
                }
            }
            text(json, size);
            return Arrays.copyOf(json, size);
        } catch (IOException e) {
            throw DatabaseRefusal.ofRow(row.number());
        }
    }

    /** Jackson escapes tabs and line ends; the backslash alone means something to COPY too. */
    private void text(byte[] json, int size) {
        int from = 0;
        for (int i = 0; i < size; i++) {
            if (json[i] == '\\') {
                put(json, from, i);
                put('\\');
                put('\\');
                if (json[i + 1] == '\\') {
                    put('\\');
                }
                from = ++i;
            }
        }
        put(json, from, size);
    }

    /** Jackson writes whole pairs as UTF-8: what it escapes is half of one. */
    private static boolean unstorable(String hex) {
        int unit = Integer.parseInt(hex, 16);
        return unit == 0 || Character.isSurrogate((char) unit);
    }

    private void ascii(String text) {
        for (byte each : text.getBytes(StandardCharsets.US_ASCII)) {
            put(each);
        }
    }

    private void put(int value) {
        room(1);
        block[length++] = (byte) value;
    }

    private void put(byte[] bytes, int from, int to) {
        room(to - from);
        System.arraycopy(bytes, from, block, length, to - from);
        length += to - from;
    }

    private void room(int bytes) {
        if (length + bytes > block.length) {
            block = Arrays.copyOf(block, (length + bytes) * 2);
        }
    }

    private void flush() throws SQLException {
        copy.writeToCopy(block, 0, length);
        length = 0;
    }

    /** Ends the copy that is under way; only now have its rows been taken. */
    void pause() throws SQLException {
        if (copy != null) {
            flush();
            copy.endCopy();
            copy = null;
        }
    }

    /** How many rows were taken by earlier copies: PostgreSQL counts lines from each one's beginning. */
    long before() {
        return before;
    }

    /** Cancels a copy that was not finished, so that the connection can be used again. */
    @Override
    public void close() throws SQLException {
        if (copy != null && copy.isActive()) {
            copy.cancelCopy();
        }
    }
}
