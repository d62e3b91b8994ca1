package az.dost.vahid.signature.key;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.Provider;
import java.time.Instant;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Keyed digests of rows: HMAC-SHA-256 (RFC 2104) over the table's name and the columns, each with its type and length.
 * Whoever may write to the database but has no key of the gateway can neither change a sealed row nor move it to
 * another place without being found.
 */
public final class RowSeals {
    /** Bytes of a key, and of a seal. */
    public static final int LENGTH = 32;

    private static final String ALGORITHM = "HmacSHA256";
    private static final byte ABSENT = 0;
    private static final byte TEXT = 1;
    private static final byte NUMBER = 2;
    private static final byte BYTES = 3;
    private static final byte ID = 4;
    /** A column's type and length. */
    private static final int HEAD = 1 + Integer.BYTES;

    private static final int FIRST_ROOM = 1024;
    private final SecretKeySpec key;
    private final Instant since;
    /** Null for the JDK's own. */
    private final Provider provider;

    /**
     * @param key of {@link #LENGTH} bytes
     * @param since when it was made: what is older has no seal
     */
    public RowSeals(byte[] key, Instant since) {
        this(new SecretKeySpec(key, ALGORITHM), since, null);
        if (key.length != LENGTH) {
            throw new IllegalArgumentException("The key must have " + LENGTH + " bytes");
        }
    }

    private RowSeals(SecretKeySpec key, Instant since, Provider provider) {
        this.key = key;
        this.since = since;
        this.provider = provider;
    }

    /** The same, made by the crypto provider in use. */
    public RowSeals by(CryptoProvider crypto) {
        return new RowSeals(key, since, crypto.provider());
    }

    /** When the key was made. */
    public Instant since() {
        return since;
    }

    /** @param columns texts, numbers, ids, bytes or null */
    public byte[] of(String table, Object... columns) {
        return series().of(table, columns);
    }

    /** For many rows. */
    public Series series() {
        return new Series();
    }

    /** Seals one row after the other, in one thread and in memory that the next one uses again. */
    public final class Series {
        private final Mac mac;
        /** Given to the MAC in one piece. */
        private ByteBuffer row = ByteBuffer.allocate(FIRST_ROOM);

        private Series() {
            try {
                mac = provider == null ? Mac.getInstance(ALGORITHM) : Mac.getInstance(ALGORITHM, provider);
                mac.init(key);
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException("There is no " + ALGORITHM, e);
            }
        }

        /** See {@link RowSeals#of}. */
        public byte[] of(String table, Object... columns) {
            row.clear();
            add(table);
            for (Object column : columns) {
                add(column);
            }
            mac.update(row.array(), 0, row.position());
            return mac.doFinal();
        }

        private void add(Object column) {
            if (column == null) {
                room(1).put(ABSENT);
            } else if (column instanceof String text) {
                add(TEXT, text.getBytes(StandardCharsets.UTF_8));
            } else if (column instanceof Number number) {
                room(HEAD + Long.BYTES).put(NUMBER).putInt(Long.BYTES).putLong(number.longValue());
            } else if (column instanceof UUID id) {
                room(HEAD + 2 * Long.BYTES)
                        .put(ID)
                        .putInt(2 * Long.BYTES)
                        .putLong(id.getMostSignificantBits())
                        .putLong(id.getLeastSignificantBits());
            } else if (column instanceof byte[] bytes) {
                add(BYTES, bytes);
            } else {
                throw new IllegalArgumentException(
                        "A column of the type " + column.getClass().getSimpleName() + " cannot be sealed");
            }
        }

        private void add(byte type, byte[] bytes) {
            room(HEAD + bytes.length).put(type).putInt(bytes.length).put(bytes);
        }

        private ByteBuffer room(int bytes) {
            if (row.remaining() < bytes) {
                row = ByteBuffer.allocate(2 * (row.position() + bytes)).put(row.flip());
            }
            return row;
        }
    }

    /** @param seal as it stands in the row; null holds for nothing */
    public boolean holds(byte[] seal, String table, Object... columns) {
        return seal != null && MessageDigest.isEqual(seal, of(table, columns));
    }
}
