package az.dost.vahid.sources.ingest;

import az.dost.vahid.drop.ReceivedDrop;
import az.dost.vahid.proof.blob.Blob;
import az.dost.vahid.proof.blob.Blobs;
import az.dost.vahid.proof.record.body.DataClass;
import az.dost.vahid.proof.record.body.RecordId;
import az.dost.vahid.sources.ingest.drop.DropFile;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * Keeps one agency's files in the blob store, as long as other evidence of its class; those that were refused as long
 * as refused answers.
 */
final class DropArchive {
    private final Blobs blobs;
    private final DataClass dataClass;

    /** @param special whether the agency's facts are of a special category */
    DropArchive(Blobs blobs, boolean special) {
        this.blobs = blobs;
        this.dataClass = special ? DataClass.SPECIAL : DataClass.EVIDENCE;
    }

    /**
     * Puts the file where every gateway finds it; it counts only once it is committed.
     *
     * @throws IOException when the store does not take it now
     */
    Blob put(ReceivedDrop drop, boolean refused) throws IOException {
        return blobs.put(RecordId.next(), refused ? DataClass.REFUSED : dataClass, drop.file());
    }

    /**
     * Puts and commits it, within the transaction that enters the file or lets it stand. It holds no lock that anybody
     * waits for.
     */
    void keep(Connection connection, ReceivedDrop drop, DropFile file) throws SQLException, IOException {
        try (Statement sql = connection.createStatement()) {
            // A store takes its time with a long file, and the transaction asks nothing meanwhile.
            sql.execute("set local idle_in_transaction_session_timeout = '1h'");
        }
        commit(connection, drop, put(drop, false), file);
    }

    /** Within the transaction that enters the file. */
    void commit(Connection connection, ReceivedDrop drop, Blob blob, DropFile file) throws SQLException {
        Blobs.commit(connection, blob);
        try (PreparedStatement update =
                connection.prepareStatement("update drop_file set blob = ?, beside = ? where id = ?")) {
            update.setObject(1, blob.id());
            update.setBytes(2, drop.signature());
            update.setLong(3, file.id());
            update.executeUpdate();
        }
    }
}
