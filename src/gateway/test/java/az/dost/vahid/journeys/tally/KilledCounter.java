package az.dost.vahid.journeys.tally;

import az.dost.vahid.proof.record.RecordDatabase;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;

/**
 * What a gateway does for figures, in a process that is killed: it records lookups of one hour, counts them beside, and
 * prints the id and digest of each that it was told is kept.
 */
final class KilledCounter {
    private static final int THREADS = 4;
    private static final int CASES = 150;
    private static final long EVERY_MS = 20;
    private final CountedRecord counted;

    private KilledCounter(CountedRecord counted) {
        this.counted = counted;
    }

    /** @param arguments the database, a folder of keys, and a name by which its counting is known to the database */
    public static void main(String[] arguments) {
        KilledCounter gateway =
                new KilledCounter(new CountedRecord(RecordDatabase.open(arguments[0]), Path.of(arguments[1])));
        for (int i = 0; i < THREADS; i++) {
            // Each life has lookups of its own.
            PlayedMonths months = new PlayedMonths(System.nanoTime(), gateway.counted.passports);
            new Thread(() -> gateway.record(months)).start();
        }
        DataSource named = RecordDatabase.open(arguments[0] + "&ApplicationName=" + arguments[2]);
        Executors.newSingleThreadScheduledExecutor()
                .scheduleWithFixedDelay(gateway.counted.job(named)::run, 0, EVERY_MS, TimeUnit.MILLISECONDS);
    }

    private void record(PlayedMonths months) {
        while (true) {
            PlayedLookup lookup = told(months.withinAnHour(CASES));
            told(months.soonAgain(lookup));
        }
    }

    private PlayedLookup told(PlayedLookup lookup) {
        counted.keep(lookup);
        System.out.println(line(lookup.id.toString(), lookup.content()));
        return lookup;
    }

    static String line(String id, byte[] content) {
        try {
            return id + " "
                    + HexFormat.of()
                            .formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }
}
