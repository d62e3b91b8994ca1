package az.dost.vahid.proof.record;

import az.dost.vahid.proof.record.body.DataClass;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/**
 * What is recorded whole or not at all: an entry of the audit chain, the rows that it speaks of, and the entries that
 * it names.
 *
 * @param named entries that come before it in the chain
 * @param dossier the dossier's row, null when there is none to add
 * @param evidence sealed bundles of the dossier
 * @param change a change of rows that are there already
 * @param kept completes when all is durable, with false when the change found nothing to change
 * @param since when it came, {@link System#nanoTime()}
 */
record Unit(
        AuditEntry entry,
        List<AuditEntry> named,
        Row dossier,
        Map<DataClass, byte[]> evidence,
        Change change,
        CompletableFuture<Boolean> kept,
        long since) {
    private static final Change NOTHING = connection -> true;

    /** A dossier's row, content and XML sealed; JWS and XML may be null. */
    record Row(String jws, byte[] content, byte[] xml) {}

    /** Makes a change in the transaction of its entry. */
    interface Change {
        /** Whether there was anything to change; if not, the chain says nothing. */
        boolean make(Connection connection) throws SQLException;
    }

    static Unit of(AuditEntry entry, Row dossier, Map<DataClass, byte[]> evidence) {
        return new Unit(entry, List.of(), dossier, evidence, NOTHING, new CompletableFuture<>(), System.nanoTime());
    }

    /** Whether there is more to write than entries. */
    boolean hasRows() {
        return dossier != null || !evidence.isEmpty() || change != NOTHING;
    }

    /** @param alongside a change that is made with it, whatever it says */
    static Unit of(
            AuditEntry entry,
            Collection<AuditEntry> named,
            Row dossier,
            Map<DataClass, byte[]> evidence,
            ActRecord.Change alongside) {
        return new Unit(
                entry,
                List.copyOf(named),
                dossier,
                evidence,
                connection -> {
                    alongside.make(connection);
                    return true;
                },
                new CompletableFuture<>(),
                System.nanoTime());
    }

    static Unit of(AuditEntry entry, Change change) {
        return new Unit(entry, List.of(), null, Map.of(), change, new CompletableFuture<>(), System.nanoTime());
    }
}
