package az.dost.vahid.proof.trust;

import az.dost.vahid.signature.key.RowSeals;
import java.time.Instant;
import java.util.UUID;

/**
 * Whether a row that was read is believed: the one rule for all tables whose rows have ids that begin with their time.
 * One that is not is told to the operators.
 */
public record RowTrust(RowSeals seals, ChangedRows changed, UnsealedUntil until) {
    /**
     * A row whose seal is its only proof.
     *
     * @param place where it stands; no personal data
     * @param columns that the seal is over
     */
    public boolean believes(byte[] seal, String table, String place, Object... columns) {
        boolean believed = seals.holds(seal, table, columns) || changed.unsealed(table, until, seal);
        if (!believed) {
            changed.found(table, place);
        }
        return believed;
    }

    /**
     * Rows from before there were seals have none and are believed; an id of that time cannot be given to a row that
     * somebody asks for by its own.
     *
     * @param holds whether the seal holds
     * @param seal as it stands in the row
     * @param id a UUID of version 7
     */
    public boolean believes(boolean holds, byte[] seal, String table, UUID id) {
        boolean old = seal == null
                && Instant.ofEpochMilli(id.getMostSignificantBits() >>> 16).isBefore(seals.since());
        boolean believed = holds || old || changed.unsealed(table, until, seal);
        if (!believed) {
            changed.found(table, id.toString());
        }
        return believed;
    }
}
