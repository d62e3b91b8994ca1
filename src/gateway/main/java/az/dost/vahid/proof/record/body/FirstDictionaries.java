package az.dost.vahid.proof.record.body;

import com.github.luben.zstd.ZstdException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Dictionaries with which a day begins, of bodies that are about nobody: a day's own can be made only of its own
 * bodies, once there are many ({@link DictionaryMaker}).
 */
public final class FirstDictionaries {
    private static final Logger LOG = LoggerFactory.getLogger(FirstDictionaries.class);
    /**
     * The trainer weighs a dictionary against what it saves of its samples: of few that come once it makes hardly any.
     */
    private static final int TIMES = 32;

    private final Dictionaries dictionaries;
    private final Supplier<Map<DataClass, List<byte[]>>> samples;
    private final Clock clock;
    private final boolean wanted;
    /** By class; null before it was needed. */
    private Map<DataClass, byte[]> trained;

    /**
     * @param samples bodies as lookups leave them, of made-up people; empty where there are none yet. Asked until there
     *     are
     * @param wanted false while gateways run that cannot read what is compressed with a dictionary
     */
    public FirstDictionaries(
            Dictionaries dictionaries, Supplier<Map<DataClass, List<byte[]>>> samples, Clock clock, boolean wanted) {
        this.dictionaries = dictionaries;
        this.samples = samples;
        this.clock = clock;
        this.wanted = wanted;
    }

    /** Makes those of today and of tomorrow, unless a gateway has; tomorrow begins with them. */
    public synchronized void make() {
        if (wanted) {
            LocalDate today = LocalDate.now(clock.withZone(ZoneOffset.UTC));
            for (LocalDate day : List.of(today, today.plusDays(1))) {
                if (!dictionaries.begun(day)) {
                    trained().forEach((dataClass, content) -> dictionaries.keepFirst(day, dataClass, content));
                }
            }
        }
    }

    private Map<DataClass, byte[]> trained() {
        if (trained == null) {
            Map<DataClass, List<byte[]>> some = samples.get();
            if (some.isEmpty()) {
                return Map.of();
            }
            Map<DataClass, byte[]> made = new EnumMap<>(DataClass.class);
            some.forEach((dataClass, bodies) -> {
                try {
                    made.put(dataClass, trained(bodies));
                } catch (ZstdException e) {
                    LOG.info("Samples of the class {} have no dictionary: {}", dataClass.code(), e.getMessage());
                }
            });
            trained = made;
        }
        return trained;
    }

    /** @throws ZstdException when they have nothing in common, or too little */
    static byte[] trained(List<byte[]> bodies) {
        return DictionaryMaker.trained(
                Collections.nCopies(TIMES, bodies).stream().flatMap(List::stream));
    }
}
