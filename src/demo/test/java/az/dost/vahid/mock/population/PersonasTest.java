package az.dost.vahid.mock.population;

import static org.assertj.core.api.Assertions.assertThat;

import az.dost.vahid.mock.register.ComputedPopulation;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PersonasTest {
    private static final Population POPULATION = new ComputedPopulation(ComputedPopulation.SMALLEST);

    @SuppressWarnings("unchecked")
    private static <T> T fact(Personas persona, String agency, String fact) {
        return (T) POPULATION
                .facts(agency, POPULATION.number(persona.fin()).orElseThrow())
                .get(fact);
    }

    private static Set<String> agenciesThatKnow(Personas persona) {
        Set<String> agencies = new HashSet<>(ComputedPopulation.agencies());
        agencies.removeIf(agency -> POPULATION
                .facts(agency, POPULATION.number(persona.fin()).orElseThrow())
                .isEmpty());
        return agencies;
    }

    @Test
    void bearDifferentFins() {
        assertThat(Arrays.stream(Personas.values()).map(Personas::fin))
                .doesNotHaveDuplicates()
                .allMatch(fin -> fin.matches("[0-9A-HJ-NP-Z]{7}"));
    }

    @Test
    void martyrsWidowHasTwoChildrenAndIsKnownAlmostEverywhere() {
        Personas widow = Personas.MARTYRS_WIDOW;
        Facts.MartyrStatus status = fact(widow, "pensions", "martyrStatus");
        assertThat(status.relation()).isEqualTo("WIDOW");
        assertThat(PersonasTest.<Facts.MartyrRelation>fact(widow, "mobilisation", "martyrStatus"))
                .isEqualTo(new Facts.MartyrRelation(status.martyrFin(), "WIDOW"));
        assertThat(PersonasTest.<Facts.Family>fact(widow, "civil-status", "family")
                        .children())
                .extracting(Facts.Family.Child::birthDate)
                .containsExactly(LocalDate.of(2012, 5, 9), LocalDate.of(2016, 11, 23));
        int martyr = POPULATION.number(status.martyrFin()).orElseThrow();
        assertThat(POPULATION.facts("civil-status", martyr).get("death"))
                .extracting("date")
                .isEqualTo(LocalDate.of(2020, 10, 17));
        assertThat(POPULATION.facts("defence", martyr)).containsKeys("militaryService", "combatService");

        Set<String> silent = new HashSet<>(ComputedPopulation.agencies());
        silent.removeAll(agenciesThatKnow(widow));
        assertThat(silent).containsExactlyInAnyOrder("defence", "migration");
    }

    @Test
    void warVeteranIsSeverelyDisabledByWar() {
        Personas veteran = Personas.WAR_VETERAN;
        assertThat(PersonasTest.<Facts.Disability>fact(veteran, "disability", "disability"))
                .extracting("percentFrom", "percentTo", "cause", "reviewOn")
                .containsExactly(81, 100, "WAR", null);
        assertThat(PersonasTest.<Facts.VeteranStatus>fact(veteran, "mobilisation", "veteranStatus")
                        .kind())
                .isEqualTo("WAR_VETERAN");
        assertThat(PersonasTest.<Facts.CombatService>fact(veteran, "defence", "combatService")
                        .wounded())
                .isTrue();
        assertThat(PersonasTest.<List<Facts.HousingQueue>>fact(veteran, "social-services", "housingQueue"))
                .extracting(Facts.HousingQueue::queue)
                .containsExactly("FLAT", "CAR");
    }

    @Test
    void displacedUnemployedHasLostHisJob() {
        Personas displaced = Personas.DISPLACED_UNEMPLOYED;
        assertThat(PersonasTest.<Object>fact(displaced, "displaced-persons", "displacedStatus"))
                .isNotNull();
        assertThat(PersonasTest.<Object>fact(displaced, "employment", "unemployment"))
                .isNotNull();
        assertThat(PersonasTest.<List<Facts.Employment>>fact(displaced, "employment", "employment")
                        .get(0)
                        .endedOn())
                .isNotNull();
    }

    @Test
    void wardOfAgeHasHisMotherForGuardian() {
        Personas ward = Personas.UNDER_GUARDIANSHIP;
        Facts.Guardianship guardianship = fact(ward, "notary", "guardianship");
        assertThat(guardianship.kind()).isEqualTo("FULL");
        assertThat(PersonasTest.<Facts.Family>fact(ward, "civil-status", "family")
                        .parents())
                .contains(new Facts.Family.Parent(guardianship.guardianFin(), "MOTHER"));
        assertThat(PersonasTest.<Facts.Identity>fact(ward, "identity-register", "identity")
                        .birthDate())
                .isBefore(ComputedPopulation.TODAY.minusYears(18));
    }

    @Test
    void pensionersAddressDisagrees() {
        Personas pensioner = Personas.ADDRESS_DISAGREES;
        assertThat(PersonasTest.<Object>fact(pensioner, "local-executive", "address"))
                .isNotNull()
                .isNotEqualTo(fact(pensioner, "identity-register", "address"));
        assertThat(PersonasTest.<List<Facts.Benefit>>fact(pensioner, "pensions", "benefits"))
                .extracting(Facts.Benefit::kind)
                .contains("OLD_AGE_PENSION");
    }

    @Test
    void deadAndAliveStillDrawsAPension() {
        Personas dead = Personas.DEAD_AND_ALIVE;
        assertThat(PersonasTest.<Facts.Death>fact(dead, "civil-status", "death").date())
                .isEqualTo(LocalDate.of(2025, 12, 9));
        assertThat(PersonasTest.<Object>fact(dead, "pensions", "death")).isNull();
        assertThat(PersonasTest.<List<Facts.Benefit>>fact(dead, "pensions", "benefits"))
                .anyMatch(benefit -> benefit.kind().equals("OLD_AGE_PENSION") && benefit.until() == null);
    }

    /** The gateway judges papers by the true day. */
    @ParameterizedTest
    @EnumSource(names = {"MARTYRS_WIDOW", "WAR_VETERAN", "UNDER_GUARDIANSHIP"})
    void storyIsTrueForYears(Personas persona) {
        LocalDate then = ComputedPopulation.TODAY.plusYears(8);
        assertThat(PersonasTest.<Facts.HealthInsurance>fact(persona, "health-insurance", "healthInsurance")
                        .until())
                .isAfter(then);
        Facts.Disability disability = fact(persona, "disability", "disability");
        Facts.Rehabilitation plan = fact(persona, "disability", "rehabilitation");
        assertThat(Stream.of(disability.reviewOn(), plan.until()).filter(Objects::nonNull))
                .allMatch(then::isBefore);
    }

    @Test
    void foreignerHasAResidencePermit() {
        Personas foreigner = Personas.FOREIGNER;
        assertThat(PersonasTest.<Facts.ResidencePermit>fact(foreigner, "migration", "residencePermit")
                        .until())
                .isAfter(ComputedPopulation.TODAY);
        assertThat(PersonasTest.<Facts.Identity>fact(foreigner, "identity-register", "identity")
                        .citizenship())
                .isEqualTo("TUR");
        assertThat(agenciesThatKnow(foreigner)).doesNotContain("civil-status", "mobilisation", "local-executive");
    }

    @Test
    void newbornIsKnownToFewRegisters() {
        assertThat(PersonasTest.<Facts.Identity>fact(Personas.NEWBORN, "identity-register", "identity")
                        .birthDate())
                .isEqualTo(LocalDate.of(2026, 10, 12));
        assertThat(agenciesThatKnow(Personas.NEWBORN))
                .containsExactlyInAnyOrder("identity-register", "civil-status", "health-insurance", "local-executive");
    }

    @Test
    void unknownIsInNoRegister() {
        assertThat(POPULATION.number(Personas.UNKNOWN.fin())).isEmpty();
    }
}
