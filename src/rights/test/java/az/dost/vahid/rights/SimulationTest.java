package az.dost.vahid.rights;

import static org.assertj.core.api.Assertions.assertThat;

import az.dost.vahid.rights.Counts.Cell;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What other rules change for strange persons, and what they must not change. */
class SimulationTest {
    private static final LocalDate DAY = LocalDate.of(2026, 12, 1);
    private static final int PERSONS = 3_000;
    private static final List<JsonNode> PEOPLE = new ArrayList<>();

    @TempDir
    private Path folder;

    @BeforeAll
    static void people() {
        RandomDossiers dossiers = new RandomDossiers(404, RightCase.VOCABULARY);
        for (int i = 0; i < PERSONS; i++) {
            PEOPLE.add(dossiers.question(RightCase.RIGHTS.get(i % RightCase.RIGHTS.size()))
                    .path("dossier"));
        }
    }

    private static DossierFacts facts(JsonNode dossier) {
        return new DossierFacts(dossier, RightCase.VOCABULARY);
    }

    private static Counts counts(List<Right> before, List<Right> after) {
        Simulation simulation = new Simulation(before, after, DAY, RightCase.VOCABULARY);
        Counts counts = new Counts();
        PEOPLE.forEach(dossier -> simulation.count(facts(dossier), counts));
        return counts;
    }

    /** The rights of the program with another text in one of them. */
    private List<Right> with(String right, String text, String other) throws IOException {
        for (Right one : RightCase.RIGHTS) {
            Path file = Path.of("contracts/rights", one.code() + ".yaml");
            Files.copy(file, folder.resolve(file.getFileName()));
        }
        Path changed = folder.resolve(right + ".yaml");
        String rules = Files.readString(changed);
        assertThat(rules).contains(text);
        Files.writeString(changed, rules.replace(text, other));
        return RightsOption.read(folder, null, RightCase.VOCABULARY).strict();
    }

    private static long people(Counts counts, String right, Change change) {
        return counts.people(new Cell(right, change, Group.ALL));
    }

    /** What asks no condition in vain comes to the same as what asks all of them. */
    @Test
    void outcomes_and_amounts_are_those_of_a_whole_evaluation() {
        for (JsonNode dossier : PEOPLE) {
            DossierFacts facts = facts(dossier);
            Answers answers = new Answers(facts, DAY);
            for (Right right : RightCase.RIGHTS) {
                RightVersion version = right.on(DAY).orElse(null);
                Optional<Evaluation> whole = Evaluation.of(right, facts, MissingNode.getInstance(), DAY);
                assertThat(answers.outcome(version))
                        .as(right.code())
                        .isEqualTo(whole.map(Evaluation::outcome).orElse(Evaluation.Outcome.NOT_ENTITLED));
                if (answers.outcome(version) == Evaluation.Outcome.ENTITLED && Answers.paidMonthly(version)) {
                    assertThat(answers.monthly(version))
                            .as(right.code())
                            .isEqualTo(whole.orElseThrow().amount());
                }
            }
        }
    }

    @Test
    void rules_against_themselves_change_nothing() {
        Counts counts = counts(RightCase.RIGHTS, RightCase.RIGHTS);
        long entitled = 0;
        for (Right right : RightCase.RIGHTS) {
            long all = 0;
            for (Change change : Change.values()) {
                long people = people(counts, right.code(), change);
                assertThat(change.money() ? people : 0)
                        .as(right.code() + " " + change)
                        .isZero();
                all += people;
            }
            assertThat(all).as(right.code()).isEqualTo(PERSONS);
            entitled += people(counts, right.code(), Change.STILL_ENTITLED);
        }
        assertThat(entitled).isGreaterThan(PERSONS / 100);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "old-age-pension;          P65Y;                 P66Y;                  LOST;      GAINED",
                "old-age-pension;          P65Y;                 P64Y6M;                GAINED;    LOST",
                "old-age-pension;          totalMonths >= 300;   totalMonths >= 260;    GAINED;    LOST",
                "old-age-pension;          totalMonths >= 300;   totalMonths >= 5000;   LOST;      GAINED",
                "war-disability-stipend;   then 600;             then 700;              PAID_MORE; PAID_LESS",
                "war-disability-stipend;   then 600;             then 550.50;           PAID_LESS; PAID_MORE"
            })
    void a_limit_that_is_moved_moves_people_one_way_alone(
            String right, String text, String other, Change some, Change none) throws IOException {
        Counts counts = counts(RightCase.RIGHTS, with(right, text, other));
        assertThat(people(counts, right, some)).isPositive();
        assertThat(people(counts, right, none)).isZero();
        RightCase.RIGHTS.stream()
                .map(Right::code)
                .filter(code -> !code.equals(right))
                .forEach(code -> {
                    for (Change change : Change.values()) {
                        assertThat(change.money() ? people(counts, code, change) : 0)
                                .as(code + " " + change)
                                .isZero();
                    }
                });
    }

    /** The other way round everybody who gains loses, and what was more is less. */
    @Test
    void the_other_way_round_it_is_the_other_way_round() throws IOException {
        List<Right> other = with("war-disability-stipend", "reviewOn >= today", "reviewOn > today or true");
        Counts there = counts(RightCase.RIGHTS, other);
        Counts back = counts(other, RightCase.RIGHTS);
        assertThat(people(there, "war-disability-stipend", Change.GAINED)).isPositive();
        for (Right right : RightCase.RIGHTS) {
            Cell gained = new Cell(right.code(), Change.GAINED, Group.ALL);
            Cell lost = new Cell(right.code(), Change.LOST, Group.ALL);
            assertThat(back.people(lost)).isEqualTo(there.people(gained));
            assertThat(back.qapik(lost)).isEqualTo(there.qapik(gained));
        }
    }

    @Test
    void a_right_that_there_was_not_is_gained_with_all_that_it_pays() {
        List<Right> without = RightCase.RIGHTS.stream()
                .filter(right -> !right.code().equals("war-disability-stipend"))
                .toList();
        Counts counts = counts(without, RightCase.RIGHTS);
        Cell gained = new Cell("war-disability-stipend", Change.GAINED, Group.ALL);
        assertThat(counts.people(gained)).isPositive();
        // 400, 500 or 600 AZN each.
        assertThat(counts.qapik(gained)).isBetween(counts.people(gained) * 40_000, counts.people(gained) * 60_000);
    }

    @Test
    void every_kind_of_groups_has_everybody_once() {
        Counts counts = counts(RightCase.RIGHTS, RightCase.RIGHTS).grouped();
        for (Group.By by : Group.By.values()) {
            assertThat(counts.groups().entrySet().stream()
                            .filter(group -> group.getKey().by() == by)
                            .mapToLong(Map.Entry::getValue)
                            .sum())
                    .as(by.name())
                    .isEqualTo(PERSONS);
        }
    }
}
