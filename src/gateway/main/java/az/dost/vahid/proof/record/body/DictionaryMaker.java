package az.dost.vahid.proof.record.body;

import com.github.luben.zstd.ZstdDictTrainer;
import com.github.luben.zstd.ZstdException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;

/** Makes the day's dictionaries, once there are bodies enough to tell what they have in common. */
public final class DictionaryMaker {
    private static final Logger LOG = LoggerFactory.getLogger(DictionaryMaker.class);
    /**
     * The trainer counts a dictionary's own bytes against what it saves of the samples: of fewer it makes a small one,
     * which saves far less of a day.
     */
    static final int LEAST = 256;

    private static final int MOST = 384;
    /** Of all samples together, outside the heap. */
    private static final int SAMPLE_BYTES = 20 * 1024 * 1024;

    private static final int DICTIONARY_BYTES = 112 * 1024;
    private static final String ANSWERS =
            "select dossier_id, bundle from evidence where dossier_id >= ? and dossier_id < ? and data_class = ? limit "
                    + MOST;
    private static final String DOSSIERS =
            "select id, content from dossier where id >= ? and id < ? and content is not null and ? <> '' limit "
                    + MOST;
    private final JdbcTemplate jdbc;
    private final Bodies bodies;
    private final Dictionaries dictionaries;
    private final Clock clock;
    private final boolean wanted;

    private record Sealed(UUID dossier, byte[] body) {}

    /** @param wanted false while gateways run that cannot read what is compressed with a dictionary */
    public DictionaryMaker(JdbcTemplate jdbc, Bodies bodies, Dictionaries dictionaries, Clock clock, boolean wanted) {
        this.jdbc = new DayJdbc(jdbc.getDataSource());
        this.bodies = bodies;
        this.dictionaries = dictionaries;
        this.clock = clock;
        this.wanted = wanted;
    }

    /** Makes those of today that can be made and are not there. */
    public void make() {
        if (wanted) {
            LocalDate today = LocalDate.now(clock.withZone(ZoneOffset.UTC));
            make(today, DataClass.DOSSIER, DOSSIERS, BodyName.CONTENT);
            DataClass.OF_ANSWERS.forEach(dataClass -> make(today, dataClass, ANSWERS, dataClass.code()));
        }
    }

    private void make(LocalDate day, DataClass dataClass, String query, String part) {
        if (!dictionaries.has(day, dataClass)) {
            List<Sealed> some = jdbc.query(
                    query,
                    (row, n) -> new Sealed(row.getObject(1, UUID.class), row.getBytes(2)),
                    RecordId.start(day),
                    RecordId.start(day.plusDays(1)),
                    dataClass.code());
            if (some.size() >= LEAST) {
                make(day, dataClass, some, part);
            }
        }
    }

    private void make(LocalDate day, DataClass dataClass, List<Sealed> some, String part) {
        try {
            dictionaries.keep(
                    day,
                    dataClass,
                    trained(some.stream().map(one -> bodies.open(one.dossier(), dataClass, part, one.body()))));
        } catch (ZstdException e) {
            // They have nothing in common, or too little.
            LOG.info("Bodies of the class {} have no dictionary today: {}", dataClass.code(), e.getMessage());
        }
    }

    /**
     * What bodies have in common; of those that are too many some are left out.
     *
     * @throws ZstdException when that is nothing, or too little
     */
    static byte[] trained(Stream<byte[]> bodies) {
        ZstdDictTrainer trainer = new ZstdDictTrainer(SAMPLE_BYTES, DICTIONARY_BYTES);
        bodies.takeWhile(trainer::addSample).forEach(added -> {});
        return trainer.trainSamples();
    }
}
