package az.dost.vahid.mock.population;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How many of a hundred citizens an agency knows: file agencies stay small, so that a default run loads fast. */
class CoverageTest {
    @ParameterizedTest(name = "{0} knows {1} to {2} of a hundred")
    @CsvSource({
        "identity-register, 100, 100",
        "traffic-police, 15, 30",
        "civil-status, 98, 99.5",
        "notary, 1, 6",
        "pensions, 80, 90",
        "disability, 3, 6",
        "employment, 55, 70",
        "social-services, 1, 3",
        "defence, 4.5, 6",
        "mobilisation, 30, 40",
        "health, 2, 5",
        "health-insurance, 94, 99",
        "education, 65, 85",
        "tax, 60, 75",
        "property, 40, 55",
        "displaced-persons, 1.5, 2.5",
        "migration, 0.7, 1.3",
        "agriculture, 4, 9",
        "state-insurance, 0.3, 0.7",
        "local-executive, 0.7, 1.4"
    })
    void isRealistic(String agency, double least, double most) {
        double share = 100.0 * Sample.POPULATION.members(agency).count() / Sample.POPULATION.size();
        assertThat(share).isBetween(least, most);
    }

    @ParameterizedTest(name = "{0} has {1} on {2} to {3} of a hundred")
    @CsvSource({
        "tax, taxpayer, 35, 45",
        "tax, income, 45, 60",
        "pensions, insuredRecord, 80, 90",
        "civil-status, death, 2, 6",
        "pensions, martyrStatus, 0.05, 0.5",
        "defence, combatService, 1, 3",
        "employment, unemployment, 2, 6",
        "notary, guardianship, 0.02, 0.5"
    })
    void reachesTheRareFacts(String agency, String fact, double least, double most) {
        double share = 100.0 * Sample.having(agency, fact).count() / Sample.POPULATION.size();
        assertThat(share).isBetween(least, most);
    }
}
