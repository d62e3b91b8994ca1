package az.dost.vahid.proof.record.body;

import az.dost.vahid.signature.key.CryptoProvider;
import az.dost.vahid.signature.key.EncryptionKey;
import az.dost.vahid.signature.key.MasterKeys;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.nio.charset.StandardCharsets;
import java.sql.Date;
import java.time.Duration;
import java.time.LocalDate;
import org.springframework.jdbc.core.JdbcTemplate;

/** The keys that bodies are encrypted with: one for each day and data class, itself encrypted with the master key. */
public final class DataKeys {
    private static final int MAX_HELD = 1000;
    /** Which key is deleted, one gateway decides for all; the others forget it by then. */
    private static final Duration HELD = Duration.ofHours(1);

    private final JdbcTemplate jdbc;
    private final MasterKeys master;
    private final CryptoProvider crypto;
    private final Cache<String, EncryptionKey> held =
            Caffeine.newBuilder().maximumSize(MAX_HELD).expireAfterWrite(HELD).build();

    public DataKeys(JdbcTemplate jdbc, MasterKeys master, CryptoProvider crypto) {
        this.jdbc = jdbc;
        this.master = master;
        this.crypto = crypto;
    }

    /** The key to encrypt with; the first caller of a day makes it. */
    public EncryptionKey make(LocalDate day, DataClass dataClass) {
        String name = name(day, dataClass);
        EncryptionKey key = held.getIfPresent(name);
        if (key == null) {
            jdbc.update(
                    "insert into data_key (day, data_class, wrapped) values (?, ?, ?) on conflict do nothing",
                    Date.valueOf(day),
                    dataClass.code(),
                    master.encrypt(EncryptionKey.random(), name.getBytes(StandardCharsets.US_ASCII)));
            key = find(day, dataClass);
        }
        return key;
    }

    /**
     * @throws az.dost.vahid.signature.key.ChangedException when the master key does not open it
     * @throws org.springframework.dao.EmptyResultDataAccessException when there is none, or no more
     */
    public EncryptionKey find(LocalDate day, DataClass dataClass) {
        String name = name(day, dataClass);
        EncryptionKey key = held.getIfPresent(name);
        if (key == null) {
            byte[] wrapped = jdbc.queryForObject(
                    "select wrapped from data_key where day = ? and data_class = ? and wrapped is not null",
                    byte[].class,
                    Date.valueOf(day),
                    dataClass.code());
            key = new EncryptionKey(master.decrypt(wrapped, name.getBytes(StandardCharsets.US_ASCII)), crypto);
            held.put(name, key);
        }
        return key;
    }

    /** Encrypts with the present master key what an earlier one encrypted; says how many keys that were. */
    public int renew() {
        return jdbc
                .query(
                        "select day, data_class, wrapped from data_key where wrapped is not null",
                        (row, n) ->
                                renew(row.getDate(1).toLocalDate(), DataClass.of(row.getString(2)), row.getBytes(3)))
                .stream()
                .mapToInt(Integer::intValue)
                .sum();
    }

    private int renew(LocalDate day, DataClass dataClass, byte[] wrapped) {
        byte[] context = name(day, dataClass).getBytes(StandardCharsets.US_ASCII);
        // Another gateway may be faster, or retention.
        return master.current(wrapped, context)
                ? 0
                : jdbc.update(
                        "update data_key set wrapped = ? where day = ? and data_class = ? and wrapped = ?",
                        master.encrypt(master.decrypt(wrapped, context), context),
                        Date.valueOf(day),
                        dataClass.code(),
                        wrapped);
    }

    /** Forgets a key that is no longer in the database. */
    public void forget(LocalDate day, DataClass dataClass) {
        held.invalidate(name(day, dataClass));
    }

    private static String name(LocalDate day, DataClass dataClass) {
        return day + " " + dataClass.code();
    }
}
