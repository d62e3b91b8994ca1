package az.dost.vahid.proof.blob;

import az.dost.vahid.proof.record.body.DataClass;
import az.dost.vahid.proof.record.body.DataKeys;
import az.dost.vahid.proof.record.body.RecordId;
import az.dost.vahid.signature.key.CryptoProvider;
import az.dost.vahid.signature.key.EncryptionKey;
import az.dost.vahid.signature.key.MasterKeys;
import az.dost.vahid.sources.ingest.TestDatabase;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.UUID;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** One gateway's view of a blob store: a database, keys, and a store that may be shared with another one. */
public final class BlobBench {
    static final CryptoProvider CRYPTO = new CryptoProvider(false);
    final Path folder;
    public final String database;
    public final JdbcTemplate jdbc;
    final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    final GuardedStore store;
    final Blobs blobs;

    public BlobBench(Path folder) throws IOException {
        this(folder, TestDatabase.create(), new BlobFolder(folder.resolve("blobs"), 0));
    }

    BlobBench(Path folder, String database, BlobStore place) throws IOException {
        this.folder = folder;
        this.database = database;
        jdbc = new JdbcTemplate(new DriverManagerDataSource(database));
        Path key = Files.createDirectories(folder.resolve("keys")).resolve("record.key");
        if (!Files.exists(key)) {
            Files.writeString(key, Base64.getEncoder().encodeToString(EncryptionKey.random()));
        }
        DataKeys keys = new DataKeys(jdbc, MasterKeys.of(key, CRYPTO), CRYPTO);
        TransactionTemplate transactions = new TransactionTemplate(new JdbcTransactionManager(jdbc.getDataSource()));
        store = new GuardedStore(place, new StoreMark(jdbc, transactions), meters);
        blobs = new Blobs(
                store,
                (day, dataClass, make) -> make ? keys.make(day, dataClass) : keys.find(day, dataClass),
                jdbc,
                transactions,
                CRYPTO);
    }

    Blob put(byte[] content) throws IOException {
        Path file = Files.write(folder.resolve(UUID.randomUUID().toString()), content);
        try {
            return blobs.put(RecordId.next(), DataClass.EXCHANGE, file);
        } finally {
            Files.delete(file);
        }
    }

    public Blob keep(byte[] content) throws IOException {
        Blob blob = put(content);
        jdbc.execute((ConnectionCallback<Void>) connection -> {
            Blobs.commit(connection, blob);
            return null;
        });
        return blob;
    }

    /** The store loses it, and nobody tells the database. */
    public void lose(Blob blob) throws IOException {
        Files.delete(folder.resolve("blobs").resolve(blob.name()));
    }

    byte[] read(Blob blob) throws IOException {
        try (InputStream content = blobs.open(blob.id())) {
            return content.readAllBytes();
        }
    }

    void sweep(Duration kept) {
        new BlobSweep(store, jdbc, kept, meters).sweep();
    }

    String health() {
        return store.health().getStatus().getCode();
    }
}
