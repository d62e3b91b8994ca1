package az.dost.vahid.journeys.transfer;

import az.dost.vahid.proof.blob.Blob;
import az.dost.vahid.proof.blob.Blobs;
import az.dost.vahid.proof.record.body.DataClass;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Files that an earlier version took and kept on this gateway's own disk: brought into the blob store, from where any
 * gateway delivers them.
 */
public final class OldTransfers {
    private static final Logger LOG = LoggerFactory.getLogger(OldTransfers.class);
    private final Path folder;
    private final Blobs blobs;
    private final JdbcTemplate jdbc;

    /** @param folder of the earlier version, each file under its transfer's id */
    OldTransfers(Path folder, Blobs blobs, JdbcTemplate jdbc) {
        this.folder = folder;
        this.blobs = blobs;
        this.jdbc = jdbc;
    }

    public void adopt() throws IOException {
        if (Files.isDirectory(folder)) {
            try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, Files::isRegularFile)) {
                for (Path file : files) {
                    adopt(file);
                }
            }
        }
    }

    private void adopt(Path file) throws IOException {
        UUID id;
        try {
            id = UUID.fromString(file.getFileName().toString());
        } catch (IllegalArgumentException e) {
            return;
        }
        if (Boolean.TRUE.equals(jdbc.queryForObject(
                "select exists (select 1 from file_delivery where transfer = ? and content is null and delivered_at is null)"
                        + " and not exists (select 1 from blob where id = ?)",
                Boolean.class,
                id,
                id))) {
            Blob blob = blobs.put(id, DataClass.EXCHANGE, file);
            jdbc.execute((ConnectionCallback<Void>) connection -> {
                Blobs.commit(connection, blob);
                return null;
            });
            Files.delete(file);
            LOG.info("The file of transfer {} is in the blob store now", id);
        }
    }
}
