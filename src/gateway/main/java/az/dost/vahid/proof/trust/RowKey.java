package az.dost.vahid.proof.trust;

import az.dost.vahid.problem.StartException;
import az.dost.vahid.signature.key.ChangedException;
import az.dost.vahid.signature.key.EncryptionKey;
import az.dost.vahid.signature.key.MasterKeys;
import az.dost.vahid.signature.key.RowSeals;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * The key of all row seals: made once for all gateways, and kept under the record's master key, whichever that is. With
 * it stands when it was made.
 */
public final class RowKey {
    private static final byte[] CONTEXT = "row seals".getBytes(StandardCharsets.US_ASCII);
    private static final String FIND = "select wrapped from row_key";

    /**
     * Finds it, or makes it when there is none.
     *
     * @throws StartException when the master key does not open it
     */
    public static RowSeals of(JdbcTemplate jdbc, MasterKeys master) {
        byte[] made = ByteBuffer.allocate(RowSeals.LENGTH + Long.BYTES)
                .put(EncryptionKey.random())
                .putLong(System.currentTimeMillis())
                .array();
        jdbc.update(
                "insert into row_key (wrapped) select ? where not exists (" + FIND + ") on conflict do nothing",
                (Object) master.encrypt(made, CONTEXT));
        byte[] wrapped = jdbc.queryForObject(FIND, byte[].class);
        try {
            byte[] key = master.decrypt(wrapped, CONTEXT);
            if (!master.current(wrapped, CONTEXT)) {
                // Another gateway may be faster.
                jdbc.update("update row_key set wrapped = ? where wrapped = ?", master.encrypt(key, CONTEXT), wrapped);
            }
            return seals(key);
        } catch (ChangedException e) {
            throw new StartException(
                    "The key in the table row_key was changed, or is of another master key: see vahid.record.master-key. "
                            + "Restore the row from a backup; run.md, 'Rows without a seal', says what can be done without it",
                    e);
        }
    }

    /**
     * Empty when there is none.
     *
     * @throws ChangedException when the master key does not open it
     */
    public static Optional<RowSeals> find(JdbcTemplate jdbc, MasterKeys master) {
        return jdbc.queryForList(FIND, byte[].class).stream()
                .map(wrapped -> seals(master.decrypt(wrapped, CONTEXT)))
                .findFirst();
    }

    private static RowSeals seals(byte[] key) {
        return new RowSeals(
                Arrays.copyOf(key, RowSeals.LENGTH),
                Instant.ofEpochMilli(
                        ByteBuffer.wrap(key, RowSeals.LENGTH, Long.BYTES).getLong()));
    }

    private RowKey() {}
}
