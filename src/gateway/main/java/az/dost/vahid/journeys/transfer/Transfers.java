package az.dost.vahid.journeys.transfer;

import az.dost.vahid.proof.blob.Blob;
import az.dost.vahid.proof.blob.Blobs;
import az.dost.vahid.proof.record.ActRecord;
import az.dost.vahid.proof.record.body.RecordId;
import az.dost.vahid.proof.trust.RowTrust;
import az.dost.vahid.signature.DossierSigner;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * The files that went between partners. Each change, what follows from it for others' folders, and the chain's entry
 * are one transaction.
 */
final class Transfers {
    private static final String TABLE = "file_transfer";
    private static final Logger LOG = LoggerFactory.getLogger(Transfers.class);
    private final JdbcTemplate jdbc;
    private final ActRecord acts;
    private final DossierSigner signer;
    private final RowTrust trust;

    private record Known(UUID id, String digest) {}

    Transfers(JdbcTemplate jdbc, ActRecord acts, DossierSigner signer, RowTrust trust) {
        this.jdbc = jdbc;
        this.acts = acts;
        this.signer = signer;
        this.trust = trust;
    }

    /**
     * Takes a file for its receivers, with a receipt for its sender; one that was taken before is left as it is.
     *
     * @param blob where the file is; committed with it
     * @return whether it is new
     * @throws FileRefused NAME_USED when another file has this name
     */
    boolean take(Incoming file, Blob blob, String signedBy, Collection<String> receivers) {
        ObjectNode said = said(file.sender(), file.type())
                .put("digest", file.digest())
                .put("receivers", String.join(" ", receivers));
        if (acts.keep(
                file.id(), "file-taken", said, connection -> insert(connection, file, blob, signedBy, receivers))) {
            LOG.info("A file of type {} from {} is taken as {}", file.type(), file.sender(), file.id());
            return true;
        }
        Known known = jdbc.queryForObject(
                "select id, digest from file_transfer where sender = ? and type = ? and name = ? and state = 'TAKEN'",
                (row, n) -> new Known(row.getObject(1, UUID.class), row.getString(2)),
                file.sender(),
                file.type(),
                file.name());
        if (!known.digest().equals(file.digest())) {
            throw new FileRefused(Refusal.NAME_USED, "Another file of this type has this name");
        }
        return false;
    }

    private boolean insert(
            Connection connection, Incoming file, Blob blob, String signedBy, Collection<String> receivers)
            throws SQLException {
        if (!row(connection, file.id(), file.sender(), file.type(), file, signedBy, null)) {
            return false;
        }
        Blobs.commit(connection, blob);
        for (String receiver : receivers) {
            String target = "in/" + file.type() + "/" + file.id() + "-" + file.name();
            deliver(connection, file.id(), receiver, target, null);
            // Last: it says that the file is whole.
            deliver(connection, file.id(), receiver, target + FileName.SIGNATURE, file.signature());
        }
        FileReceipt receipt = FileReceipt.taken(file, signer);
        deliver(connection, file.id(), file.sender(), receipt.target(), receipt.content());
        return true;
    }

    /**
     * @param file null where its name was refused: it was not fetched then
     * @param blob where it is; null as well then
     */
    void refuse(String sender, String type, Incoming file, Blob blob, FileRefused refused) {
        UUID id = file == null ? RecordId.next() : file.id();
        acts.keep(
                id,
                "file-refused",
                said(sender, type).put("reason", refused.refusal().name()),
                connection -> {
                    row(connection, id, sender, type, file, null, refused.refusal());
                    if (blob != null) {
                        Blobs.commit(connection, blob);
                    }
                    FileReceipt receipt = FileReceipt.refused(id, type, file, refused.refusal(), signer);
                    deliver(connection, id, sender, receipt.target(), receipt.content());
                    return true;
                });
        LOG.warn(
                "A file of type {} from {} is refused as {}, {}: {}",
                type,
                sender,
                id,
                refused.refusal(),
                refused.getMessage());
    }

    /**
     * Keeps that a receiver has said it has a file, and tells the sender; a repetition, or one of a file it never got,
     * changes nothing.
     */
    void acknowledge(UUID id, String receiver) {
        List<Runnable> known = jdbc.query(
                "select sender, type, name, digest, size, mac from file_transfer t where id = ? and state = 'TAKEN' and exists "
                        + "(select 1 from file_delivery d where d.transfer = t.id and d.partner = ? and d.target like 'in/%' and d.delivered_at is not null)",
                (row, n) -> {
                    String sender = row.getString(1);
                    byte[] mac = row.getBytes(6);
                    if (!trust.believes(
                            trust.seals()
                                    .holds(
                                            mac,
                                            TABLE,
                                            id,
                                            sender,
                                            row.getString(2),
                                            row.getString(3),
                                            row.getString(4),
                                            row.getLong(5)),
                            mac,
                            TABLE,
                            id)) {
                        return () -> {};
                    }
                    FileReceipt receipt = FileReceipt.acknowledged(
                            id, row.getString(2), row.getString(3), row.getString(4), row.getLong(5), receiver, signer);
                    ObjectNode said = said(sender, row.getString(2))
                            .put("file", id.toString())
                            .put("by", receiver);
                    return () -> acts.keep(
                            RecordId.next(),
                            "file-acknowledged",
                            said,
                            connection -> acknowledge(connection, id, receiver, sender, receipt));
                },
                id,
                receiver);
        known.forEach(Runnable::run);
    }

    private boolean acknowledge(Connection connection, UUID id, String receiver, String sender, FileReceipt receipt)
            throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(
                "insert into file_acknowledgement (transfer, partner) values (?, ?) on conflict do nothing")) {
            insert.setObject(1, id);
            insert.setString(2, receiver);
            if (insert.executeUpdate() == 0) {
                return false;
            }
        }
        deliver(connection, id, sender, receipt.target(), receipt.content());
        return true;
    }

    private boolean row(
            Connection connection, UUID id, String sender, String type, Incoming file, String signedBy, Refusal refusal)
            throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(
                "insert into file_transfer (id, sender, type, name, digest, size, signer, state, reason, mac) "
                        + "values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict (sender, type, name) where state = 'TAKEN' do nothing")) {
            insert.setObject(1, id);
            insert.setString(2, sender);
            insert.setString(3, type);
            insert.setString(4, file == null ? null : file.name());
            insert.setString(5, file == null ? null : file.digest());
            insert.setObject(6, file == null ? null : file.size());
            insert.setString(7, signedBy);
            insert.setString(8, refusal == null ? "TAKEN" : "REFUSED");
            insert.setString(9, refusal == null ? null : refusal.name());
            insert.setBytes(
                    10,
                    file == null
                            ? null
                            : trust.seals().of(TABLE, id, sender, type, file.name(), file.digest(), file.size()));
            return insert.executeUpdate() > 0;
        }
    }

    private void deliver(Connection connection, UUID id, String partner, String target, byte[] content)
            throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(
                "insert into file_delivery (transfer, partner, target, content, mac) values (?, ?, ?, ?, ?)")) {
            insert.setObject(1, id);
            insert.setString(2, partner);
            insert.setString(3, target);
            insert.setBytes(4, content);
            insert.setBytes(5, trust.seals().of(Deliveries.TABLE, id, partner, target, content));
            insert.executeUpdate();
        }
    }

    /** No name: a sender may have put anything into it. */
    private static ObjectNode said(String sender, String type) {
        return JsonNodeFactory.instance.objectNode().put("sender", sender).put("type", type);
    }
}
