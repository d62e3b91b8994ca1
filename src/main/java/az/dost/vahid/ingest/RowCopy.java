package az.dost.vahid.ingest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;
import org.postgresql.core.Utils;

/** Streams rows into a table with COPY. */
final class RowCopy implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int BLOCK = 1 << 16;
    private final CopyIn copy;
    private byte[] block = new byte[BLOCK * 2];
    private int length;

    /** @param table has the columns fin, row_number and facts */
    RowCopy(Connection connection, String table) throws SQLException {
        copy = connection.unwrap(PGConnection.class).getCopyAPI()
                .copyIn("copy " + Utils.escapeIdentifier(null, table) + " (fin, row_number, facts) from stdin");
    }

    void add(HeldRow row) throws SQLException {
        ascii(row.fin());
        put('\t');
        ascii(Long.toString(row.number()));
        put('\t');
        if (row.facts() == null) {
            ascii("\\N");
        } else {
            json(row);
        }
        put('\n');
        if (length >= BLOCK) {
            flush();
        }
    }

    /**
     * Jackson escapes tabs and line ends; the backslash alone means something to COPY too.
     *
     * @throws DropRefused for a character that no PostgreSQL text can hold: NUL, or half of a pair
     */
    private void json(HeldRow row) {
        byte[] written;
        try {
            written = JSON.writeValueAsBytes(row.facts());
        } catch (JsonProcessingException e) {
            throw DatabaseRefusal.ofRow(row.number());
        }
        for (int i = 0; i < written.length; i++) {
            if (written[i] == '\\') {
                if (written[i + 1] == 'u' && unstorable(new String(written, i + 2, 4, StandardCharsets.US_ASCII))) {
                    throw DatabaseRefusal.ofRow(row.number());
                }
                put('\\');
                put('\\');
                if (written[i + 1] == '\\') {
                    put('\\');
                }
                put(written[++i]);
            } else {
                put(written[i]);
            }
        }
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
        if (length == block.length) {
            block = java.util.Arrays.copyOf(block, length * 2);
        }
        block[length++] = (byte) value;
    }

    private void flush() throws SQLException {
        copy.writeToCopy(block, 0, length);
        length = 0;
    }

    /** Ends the copy; only now have all rows been taken. */
    void finish() throws SQLException {
        flush();
        copy.endCopy();
    }

    /** Cancels a copy that was not finished, so that the connection can be used again. */
    @Override
    public void close() throws SQLException {
        if (copy.isActive()) {
            copy.cancelCopy();
        }
    }
}
