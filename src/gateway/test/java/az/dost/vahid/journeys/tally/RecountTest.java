package az.dost.vahid.journeys.tally;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Figures of two months are those that a script of its own makes of the same chain, and those that counting it again
 * makes.
 */
@Timeout(300)
class RecountTest {
    @TempDir
    Path folder;

    private static void play(CountedRecord counted, PlayedMonths months, int lookups, int turns) {
        List<PlayedLookup> all = months.lookups(lookups);
        for (int turn = 0; turn < turns; turn++) {
            List<PlayedLookup> some = all.subList(turn * all.size() / turns, (turn + 1) * all.size() / turns);
            // In the order of the chain, as fast as it takes them.
            for (int i = 0; i < some.size(); i += 50) {
                CompletableFuture.allOf(some.subList(i, Math.min(i + 50, some.size())).stream()
                                .map(counted::keeping)
                                .toArray(CompletableFuture[]::new))
                        .join();
            }
            counted.count();
        }
    }

    @Test
    @Tag("endurance")
    void twenty_thousand_lookups_do() throws Exception {
        two_months_come_to_what_a_script_finds_and_to_what_counting_again_finds(3, 20_000, 5);
    }

    @ParameterizedTest
    @CsvSource({"1, 700, 7", "2, 400, 1"})
    void two_months_come_to_what_a_script_finds_and_to_what_counting_again_finds(long seed, int lookups, int turns)
            throws Exception {
        try (CountedRecord counted = new CountedRecord(folder.resolve("keys"))) {
            PlayedMonths months = new PlayedMonths(seed, counted.passports);
            play(counted, months, lookups, turns);
            List<String> cases = counted.cases();
            months.acts(counted, 30);
            counted.count();
            List<String> figures = counted.figures();
            for (Measure measure : Measure.values()) {
                assertThat(figures.stream().anyMatch(line -> line.contains("\t" + measure + "\t")))
                        .as("%s is among them", measure)
                        .isTrue();
            }
            List<String> recounted = counted.recounted(folder);
            assertThat(CountedRecord.differing(figures, recounted)).isEmpty();
            String kept = cases.get(0).substring(0, "case 2026-10".length());
            assertThat(cases)
                    .as("those of months that are over are forgotten")
                    .containsExactlyElementsOf(recounted.stream()
                            .filter(line -> line.startsWith("case ") && line.compareTo(kept) >= 0)
                            .toList());
            assertThat(counted.rebuild(months.first))
                    .matches(outcome ->
                            outcome.gone() == 0 && outcome.different() == 0 && outcome.entries() > lookups / 3);
            assertThat(counted.rebuild(months.second))
                    .matches(outcome -> outcome.gone() == 0 && outcome.different() == 0);
            assertThat(counted.figures()).isEqualTo(figures);
        }
    }

    @Test
    @Tag("attack")
    void nothing_of_a_person_stands_in_any_of_the_tables() throws Exception {
        try (CountedRecord counted = new CountedRecord(folder.resolve("keys"))) {
            PlayedMonths months = new PlayedMonths(4, counted.passports);
            play(counted, months, 300, 1);
            StringBuilder all = new StringBuilder();
            List<String> tables = counted.record.jdbc.queryForList(
                    "select table_name from information_schema.tables where table_name like 'report\\_%' and table_schema = 'public'",
                    String.class);
            assertThat(tables).contains("report_tally", "report_case", "report_in_vain");
            tables.forEach(table -> counted.record
                    .jdbc
                    .queryForList("select t::text from " + table + " t", String.class)
                    .forEach(all::append));
            assertThat(all.toString())
                    .contains("CASES")
                    .doesNotContainPattern("6XY\\d{4}")
                    .doesNotContain(
                            "5AB1C2D",
                            "CASE/",
                            "quliyeva",
                            "Nərgiz",
                            "Səfərova",
                            "dost-centre-1",
                            "Nizami",
                            "7 no.",
                            "1996-02-29",
                            "b2b2b2");
            for (String person : counted.record.jdbc.queryForList(
                    "select distinct entry ->> 'person' from audit where entry ->> 'person' is not null",
                    String.class)) {
                assertThat(all.indexOf(person)).as("a person's hash").isNegative();
            }
        }
    }
}
