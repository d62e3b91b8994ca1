package az.dost.vahid.ingest;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.SequenceWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;
import org.postgresql.core.Utils;

/** Streams rows into a table with COPY. */
final class RowCopy implements AutoCloseable {
    private static final ObjectWriter JSON = new ObjectMapper().writer().withRootValueSeparator("");
    private static final int BLOCK = 1 << 16;
    private final CopyIn copy;
    private final Written written = new Written();
    private final SequenceWriter facts;
    private byte[] block = new byte[BLOCK * 2];
    private int length;

    /** @param table of this transaction, with the columns fin, row_number and facts: its rows need no look at their transaction later on */
    RowCopy(Connection connection, String table) throws SQLException, IOException {
        facts = JSON.writeValues(written);
        copy = connection.unwrap(PGConnection.class).getCopyAPI()
                .copyIn("copy " + Utils.escapeIdentifier(null, table) + " (fin, row_number, facts) from stdin (freeze)");
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
        written.reset();
        try {
            facts.write(row.facts());
        } catch (IOException e) {
            throw DatabaseRefusal.ofRow(row.number());
        }
        byte[] json = written.bytes();
        // Asked once: the stream's size is synchronized.
        int size = written.size();
        int from = 0;
        for (int i = 0; i < size; i++) {
            if (json[i] == '\\') {
                if (json[i + 1] == 'u' && unstorable(new String(json, i + 2, 4, StandardCharsets.US_ASCII))) {
                    throw DatabaseRefusal.ofRow(row.number());
                }
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

    /** One row's JSON, in memory that the next one uses again. */
    private static final class Written extends ByteArrayOutputStream {
        byte[] bytes() {
            return buf;
        }
    }
}
