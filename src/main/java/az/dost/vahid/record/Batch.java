package az.dost.vahid.record;

import az.dost.vahid.record.body.DataClass;
import az.dost.vahid.record.body.RecordId;
import az.dost.vahid.signature.key.RowSeals;
import io.micrometer.core.instrument.Timer;
import java.nio.ByteBuffer;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;

/** Writes units in one transaction: their rows, and their entries at the end of the chain. Used by one thread. */
final class Batch {
    private static final int TIMEOUT_SECONDS = 15;
    private final DataSource database;
    private final Digests digests;
    private final RowSeals seals;
    private final Timer waited;
    private final Partitions partitions = new Partitions();
    private final ByteBuffer buffer = BinaryCopy.buffer();

    /** @param waited how long each batch waits for the head of the chain */
    Batch(DataSource database, Digests digests, RowSeals seals, Timer waited) {
        this.waited = waited;
        this.database = database;
        this.digests = digests;
        this.seals = seals;
    }

    /** Returns, when all is durable, for each unit whether it was written. */
    List<Boolean> write(List<Unit> units) throws SQLException {
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            for (Unit unit : units) {
                partitions.ensure(connection, RecordId.day(unit.entry().id()));
                for (AuditEntry named : unit.named()) {
                    partitions.ensure(connection, RecordId.day(named.id()));
                }
            }
            // The head's lock makes one chain of what several gateways write.
            long asked = System.nanoTime();
            Head head = Head.lock(connection);
            waited.record(System.nanoTime() - asked, TimeUnit.NANOSECONDS);
            dossiers(connection, units);
            evidence(connection, units);
            List<Boolean> written = new ArrayList<>();
            for (Unit unit : units) {
                written.add(unit.change().make(connection));
            }
            head = entries(connection, units, written, head);
            head.move(connection);
            connection.commit();
            return written;
        }
    }

    private void dossiers(Connection connection, List<Unit> units) throws SQLException {
        BinaryCopy copy = new BinaryCopy(connection, "dossier (id, jws, content, xml)", buffer);
        for (Unit unit : units) {
            if (unit.dossier() != null) {
                copy.row(4).id(unit.entry().id()).text(unit.dossier().jws()).bytes(unit.dossier().content()).bytes(unit.dossier().xml());
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

    private Head entries(Connection connection, List<Unit> units, List<Boolean> written, Head head) throws SQLException {
        BinaryCopy copy = new BinaryCopy(connection, "audit (sequence, id, entry, previous, link, mac)", buffer);
        Head end = head;
        for (int i = 0; i < units.size(); i++) {
            if (written.get(i)) {
                for (AuditEntry named : units.get(i).named()) {
                    end = entry(copy, named, end);
                }
                end = entry(copy, units.get(i).entry(), end);
            }
        }
        copy.end();
        return end;
    }

    private Head entry(BinaryCopy copy, AuditEntry entry, Head end) throws SQLException {
        Head next = new Head(end.sequence + 1, digests.link(end.link, end.sequence + 1, entry.json()));
        copy.row(6).number(next.sequence).id(entry.id()).bytes(entry.json()).bytes(end.link).bytes(next.link)
                .bytes(Entries.seal(seals, next.sequence, entry, end.link, next.link));
        return next;
    }

    /** The last entry's number and link. */
    private record Head(long sequence, byte[] link) {
        static Head lock(Connection connection) throws SQLException {
            try (PreparedStatement statement = connection.prepareStatement("select sequence, link from audit_head for update")) {
                statement.setQueryTimeout(TIMEOUT_SECONDS);
                try (ResultSet row = statement.executeQuery()) {
                    row.next();
                    return new Head(row.getLong(1), row.getBytes(2));
                }
            }
        }

        void move(Connection connection) throws SQLException {
            try (PreparedStatement statement = connection.prepareStatement("update audit_head set sequence = ?, link = ?")) {
                statement.setLong(1, sequence);
                statement.setBytes(2, link);
                statement.executeUpdate();
            }
        }
    }
}
