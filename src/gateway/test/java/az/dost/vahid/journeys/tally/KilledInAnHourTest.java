package az.dost.vahid.journeys.tally;

import static org.assertj.core.api.Assertions.assertThat;

import az.dost.vahid.process.ChildProcess;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Two gateways record and count one hour, and kill -9 ends one or the other again and again: each lookup counts once.
 */
@Tag("endurance")
@Timeout(900)
class KilledInAnHourTest {
    private static final int KILLS = Integer.getInteger("endurance.kills", 16);
    private static final long SEED = Long.getLong("endurance.seed", System.nanoTime());
    private static final Pattern WHOLE_LINE = Pattern.compile("[0-9a-f-]{36} [0-9a-f]{64}");
    private static final String COUNTS_NOW =
            "select count(*) from pg_stat_activity where application_name = ? and xact_start is not null and datname = current_database()";
    private final Random random = new Random(SEED);

    @TempDir
    private Path folder;

    @Test
    void figures_are_those_of_the_chain_and_the_chain_has_all_that_was_told() throws Exception {
        Path keys = folder.resolve("keys");
        try (CountedRecord counted = new CountedRecord(keys)) {
            int within = killed(counted, keys);
            counted.count();
            Set<String> told = told();
            counted.takeGiven();
            assertThat(told).as("seed %d", SEED).hasSizeGreaterThan(KILLS * 20).allSatisfy(line -> {
                String id = line.substring(0, line.indexOf(' '));
                assertThat(KilledCounter.line(id, counted.given(UUID.fromString(id))))
                        .isEqualTo(line);
            });
            assertThat(counted.record.check(counted.database).wrong()).isEmpty();
            List<String> figures = counted.figures();
            List<String> recounted = counted.recounted(folder);
            assertThat(CountedRecord.differing(figures, recounted))
                    .as("seed %d", SEED)
                    .isEmpty();
            assertThat(counted.cases())
                    .containsExactlyInAnyOrderElementsOf(recounted.stream()
                            .filter(line -> line.startsWith("case "))
                            .toList());
            PlayedMonths months = new PlayedMonths(0, counted.passports);
            assertThat(List.of(counted.rebuild(months.first), counted.rebuild(months.second)))
                    .allMatch(outcome -> outcome.different() == 0 && outcome.gone() == 0);
            assertThat(counted.figures()).isEqualTo(figures);
            System.out.printf(
                    "%d kills, %d of them in the middle of a transaction that counts; %d lookups were told of, %d are in the chain; %d figures; -Dendurance.seed=%d%n",
                    KILLS,
                    within,
                    told.size(),
                    counted.record.jdbc.queryForObject("select count(*) from dossier", Long.class),
                    figures.size(),
                    SEED);
            assertThat(within)
                    .as("kills in the middle of a transaction that counts")
                    .isGreaterThanOrEqualTo(KILLS / 4);
        }
    }

    /** @return how many kills met a transaction that counts */
    private int killed(CountedRecord counted, Path keys) throws IOException, InterruptedException {
        List<ChildProcess> gateways = new ArrayList<>();
        int within = 0;
        try {
            for (int i = 0; i <= 1; i++) {
                gateways.add(gateway(counted.database, keys, i));
                gateways.get(i).start();
            }
            for (int kill = 0; kill < KILLS; kill++) {
                int number = random.nextInt(2);
                ChildProcess gateway = gateways.get(number);
                long before = Files.size(gateway.log());
                long more = 2_000L + random.nextInt(10_000);
                Awaitility.await("it records")
                        .pollInterval(Duration.ofMillis(10))
                        .atMost(Duration.ofSeconds(120))
                        .until(() -> Files.size(gateway.log()) > before + more);
                if (random.nextBoolean()) {
                    Awaitility.await("it counts")
                            .pollInterval(Duration.ofMillis(1))
                            .atMost(Duration.ofSeconds(60))
                            .until(() -> counting(counted, number));
                }
                within += counting(counted, number) ? 1 : 0;
                gateway.kill();
                gateway.start();
            }
        } finally {
            for (ChildProcess gateway : gateways) {
                gateway.kill();
            }
        }
        return within;
    }

    private ChildProcess gateway(HikariDataSource database, Path keys, int number) {
        return new ChildProcess(
                log(number),
                KilledCounter.class,
                List.of("-Xmx256m"),
                List.of(database.getJdbcUrl(), keys.toString(), name(number)));
    }

    private Path log(int number) {
        return folder.resolve("gateway-" + number);
    }

    private static String name(int number) {
        return "counts-" + number;
    }

    private static boolean counting(CountedRecord counted, int number) {
        return counted.record.jdbc.queryForObject(COUNTS_NOW, Long.class, name(number)) > 0;
    }

    /** Others may write too, and the last line of a life may have been cut. */
    private Set<String> told() throws IOException {
        Set<String> told = new HashSet<>();
        for (int i = 0; i <= 1; i++) {
            new String(Files.readAllBytes(log(i)), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> WHOLE_LINE.matcher(line).matches())
                    .forEach(told::add);
        }
        return told;
    }
}
