package az.dost.vahid.proof.record.body;

import az.dost.vahid.signature.key.ChangedException;
import com.github.luben.zstd.Zstd;
import com.github.luben.zstd.ZstdDictCompress;
import com.github.luben.zstd.ZstdDictDecompress;
import java.nio.charset.StandardCharsets;
import java.sql.Date;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * What bodies of one day and class have in common (envelopes, certificates, names of fields), so that each need not say
 * it again: dictionaries of Zstandard (RFC 8878, section 5). A day begins with one that is made of samples; its own is
 * made from its first bodies and may have pieces of them. Both are encrypted under the bodies' key, and gone with it.
 */
public final class Dictionaries {
    private static final int MAX_HELD = 64;
    private final JdbcTemplate jdbc;
    private final DataKeys keys;
    private final Clock clock;
    private final Map<Name, ZstdDictCompress> todays = new ConcurrentHashMap<>();
    private final Map<Name, Optional<Read>> read = new ConcurrentHashMap<>();

    /** @param first whether it is the one of samples */
    private record Name(LocalDate day, DataClass dataClass, boolean first) {
        String table() {
            return first ? "body_dictionary_first" : "body_dictionary";
        }

        byte[] context() {
            return (day + " " + dataClass.code() + (first ? " first dictionary" : " dictionary"))
                    .getBytes(StandardCharsets.US_ASCII);
        }
    }

    /** @param id by which a body's frame names it */
    private record Read(long id, ZstdDictDecompress dictionary) {
        static Read of(byte[] content) {
            return new Read(Zstd.getDictIdFromDict(content), new ZstdDictDecompress(content));
        }
    }

    public Dictionaries(JdbcTemplate jdbc, DataKeys keys, Clock clock) {
        this.jdbc = jdbc;
        this.keys = keys;
        this.clock = clock;
    }

    /** The one to compress with, empty while there is none. It asks nobody. */
    Optional<ZstdDictCompress> of(LocalDate day, DataClass dataClass) {
        ZstdDictCompress own = todays.get(new Name(day, dataClass, false));
        return Optional.ofNullable(own == null ? todays.get(new Name(day, dataClass, true)) : own);
    }

    /**
     * @param id as a body's frame has it
     * @throws ChangedException when it is not there, or not what was kept
     */
    ZstdDictDecompress find(LocalDate day, DataClass dataClass, long id) {
        for (boolean first : new boolean[] {true, false}) {
            Optional<Read> found = read(new Name(day, dataClass, first));
            if (found.isPresent() && found.get().id() == id) {
                return found.get().dictionary();
            }
        }
        throw new ChangedException("Its dictionary is not there");
    }

    private Optional<Read> read(Name name) {
        Optional<Read> found = read.get(name);
        if (found == null) {
            found = content(name).map(Read::of);
            // One of today may come yet.
            if (found.isPresent() || name.day().isBefore(today())) {
                if (read.size() >= MAX_HELD) {
                    read.clear();
                }
                read.put(name, found);
            }
        }
        return found;
    }

    boolean has(LocalDate day, DataClass dataClass) {
        return jdbc.queryForObject(
                "select exists (select 1 from body_dictionary where day = ? and data_class = ?)",
                Boolean.class,
                Date.valueOf(day),
                dataClass.code());
    }

    /** Whether a day has any that is made of samples. */
    boolean begun(LocalDate day) {
        return jdbc.queryForObject(
                "select exists (select 1 from body_dictionary_first where day = ?)", Boolean.class, Date.valueOf(day));
    }

    /**
     * Keeps one of a day's own, unless there is one. Bodies of a day may have been compressed with the first one, so no
     * other ever takes its place.
     */
    void keep(LocalDate day, DataClass dataClass, byte[] dictionary) {
        keep(new Name(day, dataClass, false), dictionary);
    }

    /** The same for one that is made of samples. */
    void keepFirst(LocalDate day, DataClass dataClass, byte[] dictionary) {
        keep(new Name(day, dataClass, true), dictionary);
    }

    private void keep(Name name, byte[] dictionary) {
        jdbc.update(
                "insert into " + name.table() + " (day, data_class, content) values (?, ?, ?) on conflict do nothing",
                Date.valueOf(name.day()),
                name.dataClass().code(),
                keys.make(name.day(), name.dataClass()).encrypt(dictionary, name.context()));
    }

    /** Takes those of today and tomorrow that any gateway has made, and leaves those of earlier days. */
    public void renew() {
        LocalDate today = today();
        todays.keySet().removeIf(name -> name.day().isBefore(today));
        jdbc
                .query(
                        "select day, data_class, false from body_dictionary where day >= ?"
                                + " union all select day, data_class, true from body_dictionary_first where day >= ?",
                        (row, n) -> new Name(
                                row.getDate(1).toLocalDate(), DataClass.of(row.getString(2)), row.getBoolean(3)),
                        Date.valueOf(today),
                        Date.valueOf(today))
                .stream()
                .filter(name -> !todays.containsKey(name))
                .forEach(name -> content(name)
                        .ifPresent(content -> todays.put(name, new ZstdDictCompress(content, Bodies.LEVEL))));
    }

    private LocalDate today() {
        return LocalDate.now(clock.withZone(ZoneOffset.UTC));
    }

    private Optional<byte[]> content(Name name) {
        return jdbc
                .queryForList(
                        "select content from " + name.table() + " where day = ? and data_class = ?",
                        byte[].class,
                        Date.valueOf(name.day()),
                        name.dataClass().code())
                .stream()
                .findFirst()
                .map(bytes -> keys.find(name.day(), name.dataClass()).decrypt(bytes, name.context()));
    }
}
