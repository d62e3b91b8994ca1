package az.dost.vahid.proof.record;

import az.dost.vahid.proof.record.body.RecordId;
import az.dost.vahid.proof.trust.ChangedRows;
import az.dost.vahid.proof.trust.UnsealedUntil;
import az.dost.vahid.signature.key.RowSeals;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.Optional;

/**
 * The one way in which a running gateway believes an entry of the audit chain: what does not hold is told to the
 * operators, and not used.
 */
public final class Entries {
    private static final String TABLE = "audit";
    private final RowSeals seals;
    private final ChangedRows changed;
    private final UnsealedUntil until;
    private final Digests digests;

    public Entries(RowSeals seals, ChangedRows changed, UnsealedUntil until, Digests digests) {
        this.seals = seals;
        this.changed = changed;
        this.until = until;
        this.digests = digests;
    }

    static byte[] seal(RowSeals seals, long sequence, AuditEntry entry, byte[] previous, byte[] link) {
        return seals.of(TABLE, sequence, entry.id(), entry.json(), previous, link);
    }

    /** Whether its seal holds. */
    public static boolean sealed(RowSeals seals, AuditRow row) {
        return seals.holds(row.mac(), TABLE, row.sequence(), row.id(), row.bytes(), row.previous(), row.link());
    }

    /**
     * Entries from before there were seals hold when they are what their link says; the roots over them prove the rest.
     */
    boolean holds(AuditRow row) {
        boolean old = row.mac() == null
                && (RecordId.time(row.id()).isBefore(seals.since()) || changed.unsealed(TABLE, until, row.mac()));
        boolean holds = old
                ? Arrays.equals(row.link(), digests.link(row.previous(), row.sequence(), row.bytes()))
                : sealed(seals, row);
        if (!holds) {
            changed.found(TABLE, "entry " + row.sequence());
        }
        return holds;
    }

    /** @param same whether a row is what its entry says */
    boolean same(boolean same, String table, String id) {
        if (!same) {
            changed.found(table, id);
        }
        return same;
    }

    /** Empty when it is not what was written. */
    public Optional<JsonNode> read(AuditRow row) {
        return holds(row) ? Optional.of(row.read()) : Optional.empty();
    }
}
