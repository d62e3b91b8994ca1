package az.dost.vahid.proof.record;

import az.dost.vahid.proof.record.body.DataClass;
import az.dost.vahid.proof.record.body.RecordId;
import az.dost.vahid.signature.key.RowSeals;
import io.micrometer.core.instrument.Timer;
import java.nio.ByteBuffer;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.sql.DataSource;

/**
 * Writes units in one transaction: first their rows, however long those are, and only then, with the end of the chain
 * in hand, their entries. Used by one thread.
 */
final class Batch {
    /** So many times as long as one gateway may stand still with the end of the chain, the others wait for it. */
    private static final int TURNS = 5;
    /** And so many times as long for an answer of the database, which may be gone without a word. */
    private static final int ANSWER = TURNS + 2;

    private final DataSource database;
    private final ChainEnd end;
    private final Partitions partitions;
    private final long holdMs;
    private final int answerMs;
    private final ByteBuffer buffer = BinaryCopy.buffer();

    /**
     * @param holdMs how long a transaction of a gateway that stands still keeps what it has locked, and how long a row
     *     is waited for
     * @param waited how long each batch waits for the end of the chain
     */
    Batch(DataSource database, Digests digests, RowSeals seals, Partitions partitions, long holdMs, Timer waited) {
        this.database = database;
        this.holdMs = holdMs;
        this.end = new ChainEnd(digests, seals, bounds(holdMs, TURNS * holdMs), waited);
        this.partitions = partitions;
        this.answerMs = Math.toIntExact(ANSWER * holdMs);
    }

    /** @param patienceMs how long a lock is waited for */
    private static String bounds(long holdMs, long patienceMs) {
        return "set local idle_in_transaction_session_timeout = " + holdMs + "; set local lock_timeout = " + patienceMs;
    }

    /** Returns, when all is durable, for each unit whether it was written. */
    List<Boolean> write(List<Unit> units) throws SQLException {
        for (Unit unit : units) {
            for (AuditEntry entry : entries(unit).toList()) {
                partitions.ready(RecordId.day(entry.id()));
            }
        }
        try (Connection connection = database.getConnection()) {
            connection.setNetworkTimeout(Runnable::run, answerMs);
            connection.setAutoCommit(false);
            if (units.stream().anyMatch(Unit::hasRows)) {
                try (Statement statement = connection.createStatement()) {
                    statement.execute(bounds(holdMs, holdMs));
                }
                dossiers(connection, units);
                evidence(connection, units);
            }
            List<Boolean> written = new ArrayList<>();
            for (Unit unit : units) {
                written.add(unit.change().make(connection));
            }
            List<AuditEntry> entries = new ArrayList<>();
            for (int i = 0; i < units.size(); i++) {
                if (written.get(i)) {
                    entries(units.get(i)).forEach(entries::add);
                }
            }
            if (entries.isEmpty()) {
                connection.commit();
            } else {
                end.append(connection, entries);
            }
            return written;
        }
    }

    /** In their order in the chain. */
    private static Stream<AuditEntry> entries(Unit unit) {
        return Stream.concat(unit.named().stream(), Stream.of(unit.entry()));
    }

    private void dossiers(Connection connection, List<Unit> units) throws SQLException {
        BinaryCopy copy = new BinaryCopy(connection, "dossier (id, jws, content, xml)", buffer);
        for (Unit unit : units) {
            if (unit.dossier() != null) {
                copy.row(4)
                        .id(unit.entry().id())
                        .text(unit.dossier().jws())
                        .bytes(unit.dossier().content())
                        .bytes(unit.dossier().xml());
            }
        }
        copy.end();
    }

    private void evidence(Connection connection, List<Unit> units) throws SQLException {
        BinaryCopy copy = new BinaryCopy(connection, "evidence (dossier_id, data_class, bundle)", buffer);
        for (Unit unit : units) {
            for (Map.Entry<DataClass, byte[]> bundle : unit.evidence().entrySet()) {
                copy.row(3).id(unit.entry().id()).text(bundle.getKey().code()).bytes(bundle.getValue());
            }
        }
        copy.end();
    }
}
