package az.dost.vahid.rights;

import static org.assertj.core.api.Assertions.assertThat;

import az.dost.vahid.rights.Evaluation.Outcome;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** A birthday is waited for where, by what is known today, it brings a right about. */
class BirthdaysTest {
    private static final String PENSION = "old-age-pension";
    private static final Rights RIGHTS =
            Rights.of(new PathMatchingResourcePatternResolver(), "classpath:contracts/rights");
    private static final JsonNode NO_ONE_ELSE = MissingNode.getInstance();
    private static final ObjectNode NO_EVENT = JsonNodeFactory.instance.objectNode();

    private static MadeDossier person(String born, int months) {
        return new MadeDossier(RightCase.VOCABULARY, facts(born, months));
    }

    private static ObjectNode facts(String born, int months) {
        ObjectNode facts = JsonNodeFactory.instance.objectNode();
        facts.putObject("identity")
                .put("givenName", "A")
                .put("surname", "B")
                .put("sex", "MALE")
                .put("birthDate", born)
                .put("citizenship", "AZE");
        facts.putObject("insuredRecord")
                .put("insuranceNumber", "1")
                .put("totalMonths", months)
                .put("pensionCapital", "20000.00");
        return facts;
    }

    private static Optional<LocalDate> birthday(String right, JsonNode dossier, String day) {
        LocalDate today = LocalDate.parse(day);
        return RIGHTS.birthday(right, new Basis(dossier, NO_ONE_ELSE, NO_EVENT), today, today.plusDays(50));
    }

    @ParameterizedTest
    @CsvSource({
        "1961-12-02, 300, 2026-12-01, 2026-12-02, tomorrow he is 65",
        "1962-01-20, 300, 2026-12-01, 2027-01-20, in fifty days",
        "1962-01-21, 300, 2026-12-01, '', in fifty-one days",
        "1961-12-01, 300, 2026-12-01, '', today he has the right",
        "1961-12-02, 299, 2026-12-01, '', it stays open for want of another register",
        "1966-12-20, 300, 2026-12-01, 2026-12-20, at 60 it may come: nobody knows how many children he raised",
        "1964-02-29, 300, 2029-02-01, 2029-02-28, born on a day that the year does not have",
        "1970-05-05, 300, 2026-12-01, '', no birthday of the law in sight"
    })
    void a_birthday_counts_that_brings_the_right_about(
            String born, int months, String day, String birthday, String what) {
        assertThat(birthday(PENSION, person(born, months).json(), day))
                .as(what)
                .isEqualTo(birthday.isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(birthday)));
    }

    @Test
    void none_counts_of_one_who_died_whose_birth_is_doubted_or_of_a_right_without_birthdays() {
        ObjectNode death = JsonNodeFactory.instance.objectNode();
        death.putObject("death").put("date", "2026-11-21");
        JsonNode dead = MadeDossier.with(facts("1961-12-02", 300), death);
        assertThat(birthday(PENSION, new MadeDossier(RightCase.VOCABULARY, dead).json(), "2026-12-01"))
                .isEmpty();
        MadeDossier doubted = person("1961-12-02", 300);
        doubted.conflict("identity", "birthDate", false);
        assertThat(birthday(PENSION, doubted.json(), "2026-12-01")).isEmpty();
        MadeDossier old = person("1961-12-02", 300);
        old.stale("identity");
        assertThat(birthday(PENSION, old.json(), "2026-12-01")).isEmpty();
        assertThat(birthday("disability-pension", person("1961-12-02", 300).json(), "2026-12-01"))
                .isEmpty();
        ObjectNode facts = JsonNodeFactory.instance.objectNode();
        assertThat(birthday(PENSION, new MadeDossier(RightCase.VOCABULARY, facts).json(), "2026-12-01"))
                .isEmpty();
    }

    /**
     * Whatever is known of him: on the day that is waited for, the same facts come to another outcome, and to no no.
     */
    @Test
    void on_the_day_that_is_waited_for_the_outcome_is_another_one() {
        int found = 0;
        for (RightCase one : RightCase.all()) {
            JsonNode dossier = one.dossier().json();
            Optional<LocalDate> birthday = RIGHTS.birthday(
                    one.right().code(),
                    new Basis(dossier, NO_ONE_ELSE, one.event()),
                    one.day(),
                    one.day().plusYears(10));
            if (birthday.isPresent()) {
                found++;
                Outcome then = Evaluation.of(
                                one.right(),
                                new DossierFacts(dossier, RightCase.VOCABULARY),
                                one.event(),
                                birthday.get())
                        .orElseThrow()
                        .outcome();
                assertThat(then)
                        .as(one.toString())
                        .isNotEqualTo(Outcome.NOT_ENTITLED)
                        .isNotEqualTo(one.evaluated(one.dossier())
                                .map(Evaluation::outcome)
                                .orElse(null));
            }
        }
        assertThat(found).isGreaterThan(2);
    }
}
