package az.dost.vahid.proof.record.body;

import java.security.SecureRandom;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.UUID;

/**
 * Ids of what is recorded: UUIDs of version 7 (RFC 9562, section 5.7). They begin with their time, so an id alone says
 * in which day's partition its rows are.
 */
public final class RecordId {
    private static final int VERSION = 7;
    private static final long VERSION_BITS = 0x7000L;
    private static final long VARIANT_BITS = 0x8000_0000_0000_0000L;
    private static final SecureRandom RANDOM = new SecureRandom();

    public static UUID next() {
        return at(System.currentTimeMillis());
    }

    public static UUID at(long epochMs) {
        long random = RANDOM.nextLong();
        return new UUID(epochMs << 16 | VERSION_BITS | random & 0xFFFL, VARIANT_BITS | RANDOM.nextLong() >>> 2);
    }

    /** The day, UTC, of an id. */
    public static LocalDate day(UUID id) {
        if (id.version() != VERSION) {
            throw new IllegalArgumentException("An id of the record must be a UUID of version 7");
        }
        return LocalDate.ofInstant(time(id), ZoneOffset.UTC);
    }

    /** When an id was made, to the millisecond. */
    public static Instant time(UUID id) {
        return Instant.ofEpochMilli(id.getMostSignificantBits() >>> 16);
    }

    /** What no id of the day, and every id of an earlier one, is less than. */
    public static UUID start(LocalDate day) {
        return new UUID(day.atStartOfDay(ZoneOffset.UTC).toInstant().toEpochMilli() << 16, 0);
    }

    private RecordId() {}
}
