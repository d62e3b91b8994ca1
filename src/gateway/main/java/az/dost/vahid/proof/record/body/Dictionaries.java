package az.dost.vahid.proof.record.body;

import az.dost.vahid.signature.key.ChangedException;
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
 * it again: dictionaries of Zstandard (RFC 8878, section 5). They are made from the day's first bodies and may have
 * pieces of them: so they are encrypted under the same key, and gone with it.
 */
public final class Dictionaries {
    private static final int MAX_HELD = 64;
    private final JdbcTemplate jdbc;
    private final DataKeys keys;
    private final Clock clock;
    private final Map<Name, ZstdDictCompress> todays = new ConcurrentHashMap<>();
    private final Map<Name, ZstdDictDecompress> read = new ConcurrentHashMap<>();

    private record Name(LocalDate day, DataClass dataClass) {
        byte[] context() {
            return (day + " " + dataClass.code() + " dictionary").getBytes(StandardCharsets.US_ASCII);
        }
    }

    public Dictionaries(JdbcTemplate jdbc, DataKeys keys, Clock clock) {
        this.jdbc = jdbc;
        this.keys = keys;
        this.clock = clock;
    }

    /** The one to compress with, empty while there is none. It asks nobody. */
    Optional<ZstdDictCompress> of(LocalDate day, DataClass dataClass) {
        return Optional.ofNullable(todays.get(new Name(day, dataClass)));
    }

    /** @throws ChangedException when it is not there, or not what was kept */
    ZstdDictDecompress find(LocalDate day, DataClass dataClass) {
        Name name = new Name(day, dataClass);
        ZstdDictDecompress found = read.get(name);
        if (found == null) {
            found = new ZstdDictDecompress(
                    content(name).orElseThrow(() -> new ChangedException("Its dictionary is not there")));
            if (read.size() >= MAX_HELD) {
                read.clear();
            }
            read.put(name, found);
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

    /**
     * Keeps one, unless there is one. Bodies of a day may have been compressed with the first one, so no other ever
     * takes its place.
     */
    void keep(LocalDate day, DataClass dataClass, byte[] dictionary) {
        Name name = new Name(day, dataClass);
        jdbc.update(
                "insert into body_dictionary (day, data_class, content) values (?, ?, ?) on conflict do nothing",
                Date.valueOf(day),
                dataClass.code(),
                keys.make(day, dataClass).encrypt(dictionary, name.context()));
    }

    /** Takes those of today that any gateway has made, and leaves those of earlier days. */
    public void renew() {
        LocalDate today = LocalDate.now(clock.withZone(ZoneOffset.UTC));
        todays.keySet().removeIf(name -> name.day().isBefore(today));
        jdbc
                .queryForList("select data_class from body_dictionary where day = ?", String.class, Date.valueOf(today))
                .stream()
                .map(code -> new Name(today, DataClass.of(code)))
                .filter(name -> !todays.containsKey(name))
                .forEach(name -> content(name)
                        .ifPresent(content -> todays.put(name, new ZstdDictCompress(content, Bodies.LEVEL))));
    }

    private Optional<byte[]> content(Name name) {
        return jdbc
                .queryForList(
                        "select content from body_dictionary where day = ? and data_class = ?",
                        byte[].class,
                        Date.valueOf(name.day()),
                        name.dataClass().code())
                .stream()
                .findFirst()
                .map(bytes -> keys.find(name.day(), name.dataClass()).decrypt(bytes, name.context()));
    }
}
