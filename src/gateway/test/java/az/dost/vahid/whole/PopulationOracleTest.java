package az.dost.vahid.whole;

import static org.assertj.core.api.Assertions.assertThat;

import az.dost.vahid.calendar.Baku;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Through all protocols, proofs and mappings, a dossier says what the population says, and of papers what follows from
 * it. Each build asks about a thousand citizens drawn with one seed and about all whom registers dispute; the endurance
 * runs ask about everybody.
 */
class PopulationOracleTest {
    private static final int LOOKUPS = 1_000;
    private static final int AT_ONCE = 8;
    private static final long SEED = 20261125;
    private static final int DEADLINE_MS = 20_000;
    /**
     * This test is not about time: where processors are busy with something else, an agency that was late is asked
     * again.
     */
    private static final int ATTEMPTS = 5;

    private static final Duration UNTIL_CIRCUITS_CLOSE = Duration.ofSeconds(6);
    private static final Predicate<String> LATE =
            Pattern.compile("NO_ANSWER_IN_TIME|CIRCUIT_OPEN").asPredicate();
    private final RunningVahid vahid = RunningVahid.get();
    private final Clerk clerk = vahid.clerk();
    private final Oracle oracle = new Oracle(vahid.population(), vahid.connectors());

    /** @param day in Baku: papers end */
    private record Told(Telling telling, LocalDate day) {}

    @Test
    void everyFactVerdictPaperAndConflictIsThePopulations() throws Exception {
        asPopulationSays(Stream.concat(random(), disputed()).toList());
    }

    @Test
    @Tag("endurance")
    void everyFactVerdictPaperAndConflictOfEverybodyIsThePopulations() throws Exception {
        asPopulationSays(everybody().toList());
    }

    private void asPopulationSays(List<String> fins) throws Exception {
        ExecutorService clerks = Executors.newFixedThreadPool(AT_ONCE);
        try {
            List<Future<Told>> tellings = new ArrayList<>();
            fins.forEach(fin -> tellings.add(clerks.submit(() -> inTime(fin))));
            Set<String> disputed = new HashSet<>();
            for (int i = 0; i < fins.size(); i++) {
                Told told = tellings.get(i).get(5, TimeUnit.MINUTES);
                assertThat(told.telling())
                        .as("citizen %s", fins.get(i))
                        .isEqualTo(oracle.of(fins.get(i), Map.of(), told.day()));
                told.telling()
                        .conflicts()
                        .keySet()
                        .forEach(conflict -> disputed.add(conflict.substring(0, conflict.indexOf('.'))));
            }
            assertThat(disputed).isEqualTo(oracle.ruled());
        } finally {
            clerks.shutdownNow();
        }
    }

    private Stream<String> random() {
        return new Random(SEED).ints(LOOKUPS, 0, vahid.population().size()).mapToObj(vahid.population()::fin);
    }

    /** All about whom registers disagree: about some facts they do so only rarely. */
    private Stream<String> disputed() {
        return everybody()
                .filter(fin -> !oracle.of(fin, Map.of(), LocalDate.now(Baku.CLOCK))
                        .conflicts()
                        .isEmpty());
    }

    private Stream<String> everybody() {
        return IntStream.range(0, vahid.population().size()).mapToObj(vahid.population()::fin);
    }

    private Told inTime(String fin) throws InterruptedException {
        Dossier dossier = clerk.ask(fin, DEADLINE_MS);
        for (int attempt = 1;
                attempt < ATTEMPTS && dossier.verdicts().values().stream().anyMatch(LATE);
                attempt++) {
            Thread.sleep(UNTIL_CIRCUITS_CLOSE.toMillis());
            dossier = clerk.ask(fin, DEADLINE_MS);
        }
        return checked(dossier);
    }

    /** The provenance of each fact must be found in the row of its source. */
    private static Told checked(Dossier dossier) {
        assertThat(dossier.violations()).isEmpty();
        dossier.json().path("facts").forEach(fact -> {
            JsonNode provenance = fact.path("provenance");
            JsonNode row = dossier.row(provenance.path("source").asText());
            assertThat(row.path("asOf")).isEqualTo(provenance.path("asOf"));
            assertThat(row.path("evidence").findValuesAsText("id"))
                    .contains(provenance.path("evidence").asText());
        });
        return new Told(Telling.of(dossier), dossier.day());
    }
}
