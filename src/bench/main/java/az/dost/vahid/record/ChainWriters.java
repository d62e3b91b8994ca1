package az.dost.vahid.proof.record;

import az.dost.vahid.answer.SourceAnswer;
import az.dost.vahid.proof.record.body.RecordId;
import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.LongAdder;
import org.flywaydb.core.Flyway;

/**
 * How much do one, two and four gateways write into one chain, at once and with a network between? Each has 64 callers
 * that come again as soon as they were told; every commit waits for the disk. Arguments: seconds for each figure,
 * kilobytes of each dossier's answers, and the way to the database in milliseconds, there and back, of each round.
 */
final class ChainWriters {
    private static final int CALLERS = 64;

    public static void main(String[] arguments) throws Exception {
        int seconds = Integer.parseInt(arguments[0]);
        int kilobytes = Integer.parseInt(arguments[1]);
        Path keys = Files.createTempDirectory("keys");
        try (EmbeddedPostgres server = EmbeddedPostgres.builder()
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .start()) {
            Flyway.configure()
                    .dataSource(server.getPostgresDatabase())
                    .locations("classpath:db/migration")
                    .load()
                    .migrate();
            for (String back : Arrays.asList(arguments).subList(2, arguments.length)) {
                for (int writers : new int[] {1, 2, 4}) {
                    try (SlowNetwork network =
                            new SlowNetwork(server.getPort(), (long) (Double.parseDouble(back) * 500_000))) {
                        int port = back.equals("0") ? server.getPort() : network.port();
                        System.out.printf(
                                "%s ms, %d writers, %d KB: %s%n",
                                back, writers, kilobytes, measure(port, keys, writers, seconds, kilobytes));
                    }
                }
            }
        }
    }

    private static String measure(int port, Path keys, int writers, int seconds, int kilobytes) throws Exception {
        List<HikariDataSource> pools = new ArrayList<>();
        List<TestRecord> gateways = new ArrayList<>();
        for (int i = 0; i < writers; i++) {
            pools.add(RecordDatabase.open("jdbc:postgresql://localhost:" + port + "/postgres?user=postgres"));
            gateways.add(new TestRecord(pools.get(i), keys, 1024, 5000));
        }
        byte[] noise = new byte[kilobytes * 768];
        new Random(3).nextBytes(noise);
        List<SourceAnswer> answers = kilobytes == 0
                ? List.of()
                : List.of(TestRecord.answer("pensions", Base64.getEncoder().encodeToString(noise)));
        LongAdder kept = new LongAdder();
        LongAdder waited = new LongAdder();
        long begin = System.nanoTime() + 2_000_000_000L;
        long end = begin + seconds * 1_000_000_000L;
        List<Thread> callers = new ArrayList<>();
        for (TestRecord gateway : gateways) {
            for (int i = 0; i < CALLERS; i++) {
                Thread caller = new Thread(() -> {
                    while (System.nanoTime() < end) {
                        long at = System.nanoTime();
                        if (kilobytes == 0) {
                            gateway.record.keepRefusal(
                                    "dost-centre-1", "a.quliyeva", "CASE/1", "old-age-pension", "NOT_GRANTED");
                        } else {
                            gateway.record.keep(gateway.dossier(RecordId.next(), answers), answers);
                        }
                        if (at > begin) {
                            kept.increment();
                            waited.add(System.nanoTime() - at);
                        }
                    }
                });
                caller.start();
                callers.add(caller);
            }
        }
        for (Thread caller : callers) {
            caller.join();
        }
        for (int i = 0; i < writers; i++) {
            gateways.get(i).close();
            pools.get(i).close();
        }
        return "%d a second, each waits %.1f ms"
                .formatted(kept.sum() / seconds, waited.sum() / 1e6 / Math.max(1, kept.sum()));
    }

    private ChainWriters() {}
}
