package az.dost.vahid.signature.key;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Keyed digests of rows: HMAC-SHA-256 (RFC 2104) over the table's name and the columns, each with its type and length. Whoever may write to the
 * database but has no key of the gateway can neither change a sealed row nor move it to another place without being found.
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
    private final SecretKeySpec key;
    private final Instant since;

    /**
     * @param key   of {@link #LENGTH} bytes
     * @param since when it was made: what is older has no seal
     */
    public RowSeals(byte[] key, Instant since) {
        if (key.length != LENGTH) {
            throw new IllegalArgumentException("The key must have " + LENGTH + " bytes");
        }
        this.key = new SecretKeySpec(key, ALGORITHM);
        this.since = since;
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

    /** Seals one row after the other, in one thread. */
    public final class Series {
        private final Mac mac;

        private Series() {
            try {
                mac = Mac.getInstance(ALGORITHM);
                mac.init(key);
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException("The JDK has no " + ALGORITHM, e);
            }
        }

        /** See {@link RowSeals#of}. */
        public byte[] of(String table, Object... columns) {
            add(mac, table);
            for (Object column : columns) {
                add(mac, column);
            }
            return mac.doFinal();
        }
    }

    /** @param seal as it stands in the row; null holds for nothing */
    public boolean holds(byte[] seal, String table, Object... columns) {
        return seal != null && MessageDigest.isEqual(seal, of(table, columns));
    }

    private static void add(Mac mac, Object column) {
        if (column == null) {
            mac.update(ABSENT);
        } else if (column instanceof String text) {
            add(mac, TEXT, text.getBytes(StandardCharsets.UTF_8));
        } else if (column instanceof Number number) {
            add(mac, NUMBER, ByteBuffer.allocate(Long.BYTES).putLong(number.longValue()).array());
        } else if (column instanceof UUID id) {
            add(mac, ID, ByteBuffer.allocate(2 * Long.BYTES).putLong(id.getMostSignificantBits()).putLong(id.getLeastSignificantBits()).array());
        } else if (column instanceof byte[] bytes) {
            add(mac, BYTES, bytes);
        } else {
            throw new IllegalArgumentException("A column of the type " + column.getClass().getSimpleName() + " cannot be sealed");
        }
    }

    private static void add(Mac mac, byte type, byte[] bytes) {
        mac.update(type);
        mac.update(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).array());
        mac.update(bytes);
    }
}
