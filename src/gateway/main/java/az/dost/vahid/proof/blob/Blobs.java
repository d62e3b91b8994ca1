package az.dost.vahid.proof.blob;

import az.dost.vahid.proof.record.body.DataClass;
import az.dost.vahid.proof.record.body.DataKeys;
import az.dost.vahid.proof.record.body.RecordId;
import az.dost.vahid.signature.key.CryptoProvider;
import az.dost.vahid.signature.key.EncryptionKey;
import az.dost.vahid.signature.key.MasterKeys;
import com.github.luben.zstd.ZstdInputStreamNoFinalizer;
import com.github.luben.zstd.ZstdOutputStreamNoFinalizer;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.env.Environment;
import org.springframework.dao.EmptyResultDataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Files that any gateway can go on with: first put into the store, then committed with whatever refers to them. One
 * that was put and never committed belongs to nobody, and is removed by {@link BlobSweep}. They are compressed
 * (Zstandard), then encrypted under the record's key of their day and class.
 */
public final class Blobs {
    private static final Logger LOG = LoggerFactory.getLogger(Blobs.class);
    private static final String FIND = "select data_class, digest, bytes from blob where id = ?";
    private final GuardedStore store;
    private final BlobKeys keys;
    private final JdbcTemplate jdbc;
    private final TransactionTemplate transactions;
    private final CryptoProvider crypto;

    Blobs(
            GuardedStore store,
            BlobKeys keys,
            JdbcTemplate jdbc,
            TransactionTemplate transactions,
            CryptoProvider crypto) {
        this.store = store;
        this.keys = keys;
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.crypto = crypto;
    }

    /** Apart from any gateway: in a folder of one's own, under a key that is forgotten with it. */
    public static Blobs apart(Path folder, JdbcTemplate jdbc) {
        CryptoProvider crypto = new CryptoProvider(false);
        EncryptionKey key = new EncryptionKey(EncryptionKey.random(), crypto);
        TransactionTemplate transactions = new TransactionTemplate(new JdbcTransactionManager(jdbc.getDataSource()));
        return new Blobs(
                new GuardedStore(
                        new BlobFolder(folder, 0), new StoreMark(jdbc, transactions), new SimpleMeterRegistry()),
                (day, dataClass, make) -> key,
                jdbc,
                transactions,
                crypto);
    }

    /**
     * Apart from any gateway too, but those that gateways keep: for a command, which reads them and puts none.
     *
     * @param settings the gateways' {@code vahid.blobs} and {@code vahid.data}
     * @param masterKey file of the record's master key
     * @throws az.dost.vahid.problem.StartException when the settings name no store, or the key cannot be read
     */
    public static Blobs toBeRead(Environment settings, Path masterKey, DataSource database) {
        JdbcTemplate jdbc = new JdbcTemplate(database);
        CryptoProvider crypto = new CryptoProvider(true);
        DataKeys keys = new DataKeys(jdbc, MasterKeys.of(masterKey, crypto), crypto);
        TransactionTemplate transactions = new TransactionTemplate(new JdbcTransactionManager(database));
        return new Blobs(
                new GuardedStore(BlobPlace.of(settings), new StoreMark(jdbc, transactions), new SimpleMeterRegistry()),
                (day, dataClass, make) -> keys.find(day, dataClass),
                jdbc,
                transactions,
                crypto);
    }

    /**
     * Puts a file into the store, where it survives a crash; nobody finds it there before {@link #commit}.
     *
     * @param id version 7; another one for each put
     * @throws IOException when the store does not take it now: then nothing may be done that relies on it
     */
    public Blob put(UUID id, DataClass dataClass, Path file) throws IOException {
        EncryptionKey key = keys.of(RecordId.day(id), dataClass, true);
        String name = store.put(out -> {
            MessageDigest digest = crypto.sha256();
            try (InputStream in = Files.newInputStream(file);
                    OutputStream sealed = new ZstdOutputStreamNoFinalizer(
                            new SealedOutput(new DigestOutputStream(out, digest), key, id), 1)) {
                in.transferTo(sealed);
            }
            return Blob.name(id, dataClass, HexFormat.of().formatHex(digest.digest()));
        });
        return new Blob(id, dataClass, name.substring(name.lastIndexOf('/') + 1), Files.size(file));
    }

    /** Within the transaction of what refers to the blob by its id. */
    public static void commit(Connection connection, Blob blob) throws SQLException {
        try (PreparedStatement insert =
                connection.prepareStatement("insert into blob (id, data_class, digest, bytes) values (?, ?, ?, ?)")) {
            insert.setObject(1, blob.id());
            insert.setString(2, blob.dataClass().code());
            insert.setString(3, blob.digest());
            insert.setLong(4, blob.bytes());
            insert.executeUpdate();
        }
    }

    /**
     * The file as it was put, to be closed. What was changed ends with an IOException before its last bytes are given
     * out.
     *
     * @throws IOException when the store does not give it now, or it is no more
     */
    public InputStream open(UUID id) throws IOException {
        Blob blob = find(FIND, id)
                .orElseThrow(() -> new NoSuchFileException(id.toString(), null, "there is no blob of this id"));
        EncryptionKey key;
        try {
            key = keys.of(RecordId.day(id), blob.dataClass(), false);
        } catch (EmptyResultDataAccessException e) {
            throw new NoSuchFileException(id.toString(), null, "its time is over");
        }
        try {
            return new ZstdInputStreamNoFinalizer(new SealedInput(
                    store.open(blob.name()),
                    key,
                    blob,
                    crypto.sha256(),
                    () -> store.lost(id.toString(), "is not what was kept")));
        } catch (NoSuchFileException e) {
            store.lost(id.toString(), "is not in the store");
            throw e;
        }
    }

    private Optional<Blob> find(String query, UUID id) {
        return jdbc
                .query(
                        query,
                        (row, n) -> new Blob(id, DataClass.of(row.getString(1)), row.getString(2), row.getLong(3)),
                        id)
                .stream()
                .findFirst();
    }

    /**
     * Ends one use of a blob, and takes it away with the last one.
     *
     * @param ended within the transaction, one at a time for each blob: does what ends the use, and says whether it was
     *     the last
     */
    public void release(UUID id, BooleanSupplier ended) {
        Optional<Blob> gone = transactions.execute(status -> {
            Optional<Blob> blob = find(FIND + " for update", id);
            return ended.getAsBoolean() && jdbc.update("delete from blob where id = ?", id) > 0
                    ? blob
                    : Optional.empty();
        });
        gone.ifPresent(this::discard);
    }

    /**
     * Takes one out of the store that was never committed, or is no more. Where that fails now, {@link BlobSweep} does
     * it later.
     */
    public void discard(Blob blob) {
        try {
            store.delete(blob.name());
        } catch (IOException e) {
            LOG.debug("The blob {} is taken away later", blob.id(), e);
        }
    }

    /** The keys that blobs are sealed with: in a gateway, those of the record. */
    interface BlobKeys {
        /**
         * @param make whether to make the key where there is none
         * @throws org.springframework.dao.EmptyResultDataAccessException when there is none, or no more
         */
        EncryptionKey of(LocalDate day, DataClass dataClass, boolean make);
    }
}
