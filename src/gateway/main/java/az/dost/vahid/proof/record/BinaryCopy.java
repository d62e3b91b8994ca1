package az.dost.vahid.proof.record;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.UUID;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/**
 * Writes rows with COPY in its binary format (PostgreSQL manual, COPY, File Formats): nothing is escaped or parsed. It
 * begins with its first row: without one the database is not asked for anything.
 */
public final class BinaryCopy {
    private static final byte[] HEADER = {
        'P', 'G', 'C', 'O', 'P', 'Y', '\n', (byte) 0xFF, '\r', '\n', 0, 0, 0, 0, 0, 0, 0, 0, 0
    };
    private static final int UUID_LENGTH = 16;
    private final Connection connection;
    private final String command;
    private ByteBuffer buffer;
    /** Null before the first row. */
    private CopyIn copy;

    /**
     * @param target table and columns
     * @param buffer what is on its way, {@link #buffer}; of nobody else until the end
     */
    BinaryCopy(Connection connection, String target, ByteBuffer buffer) {
        this(connection, target, "", buffer);
    }

    /** @param options more of them, each behind a comma; as above for the others */
    public BinaryCopy(Connection connection, String target, String options, ByteBuffer buffer) {
        this.connection = connection;
        this.command = "copy " + target + " from stdin with (format binary" + options + ")";
        this.buffer = buffer;
    }

    /** To be used by one copy after another: one of its own for each would be most of what a short one allocates. */
    public static ByteBuffer buffer() {
        return ByteBuffer.allocate(1 << 16);
    }

    public BinaryCopy row(int columns) throws SQLException {
        if (copy == null) {
            copy = connection.unwrap(PGConnection.class).getCopyAPI().copyIn(command);
            buffer.clear().put(HEADER);
        }
        room(Short.BYTES).putShort((short) columns);
        return this;
    }

    BinaryCopy id(UUID id) throws SQLException {
        room(Integer.BYTES + UUID_LENGTH)
                .putInt(UUID_LENGTH)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits());
        return this;
    }

    public BinaryCopy number(long number) throws SQLException {
        room(Integer.BYTES + Long.BYTES).putInt(Long.BYTES).putLong(number);
        return this;
    }

    /** @param text null is kept as null */
    public BinaryCopy text(String text) throws SQLException {
        return bytes(text == null ? null : text.getBytes(StandardCharsets.UTF_8));
    }

    /** @param bytes of a column of type bytea, text or json; null is kept as null */
    public BinaryCopy bytes(byte[] bytes) throws SQLException {
        if (bytes == null) {
            room(Integer.BYTES).putInt(-1);
        } else {
            room(Integer.BYTES + bytes.length).putInt(bytes.length).put(bytes);
        }
        return this;
    }

    private ByteBuffer room(int length) throws SQLException {
        if (buffer.remaining() < length) {
            flush();
            if (buffer.capacity() < length) {
                buffer = ByteBuffer.allocate(length);
            }
        }
        return buffer;
    }

    private void flush() throws SQLException {
        copy.writeToCopy(buffer.array(), 0, buffer.position());
        buffer.clear();
    }

    /** Takes back what was not ended, so that the connection can be used again. */
    public void cancel() throws SQLException {
        if (copy != null && copy.isActive()) {
            copy.cancelCopy();
        }
    }

    /** Sends what is left; the rows are then part of the transaction. */
    public void end() throws SQLException {
        if (copy == null) {
            return;
        }
        room(Short.BYTES).putShort((short) -1);
        flush();
        copy.endCopy();
    }
}
