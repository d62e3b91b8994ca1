package az.dost.vahid.mock.population;

import static az.dost.vahid.mock.population.Sample.fact;
import static az.dost.vahid.mock.population.Sample.list;
import static az.dost.vahid.mock.population.Sample.number;
import static org.assertj.core.api.Assertions.assertThat;

import az.dost.vahid.mock.register.ComputedPopulation;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What one register grants follows from what another knows. */
class EntitlementTest {
    @Test
    void combatServiceImpliesMilitaryService() {
        assertThat(Sample.<Facts.CombatService>having("defence", "combatService"))
                .isNotEmpty()
                .allSatisfy(known -> {
                    Facts.MilitaryService service = fact("defence", known.number(), "militaryService");
                    assertThat(known.fact().operations())
                            .allMatch(operation -> !operation.from().isBefore(service.from())
                                    && !operation.until().isBefore(operation.from())
                                    && !operation.until().isAfter(service.until()));
                });
    }

    @Test
    void whoFoughtAndLivesIsAVeteran() {
        assertThat(Sample.<Facts.CombatService>having("defence", "combatService"))
                .allSatisfy(known -> {
                    Facts.VeteranStatus status = fact("mobilisation", known.number(), "veteranStatus");
                    assertThat(status != null).isEqualTo(Sample.alive(known.number()));
                });
    }

    @Test
    void theVeteranServed() {
        assertThat(Sample.<Facts.VeteranStatus>having("mobilisation", "veteranStatus"))
                .isNotEmpty()
                .allSatisfy(known -> {
                    Facts.CombatService combat = fact("defence", known.number(), "combatService");
                    assertThat(combat != null).isEqualTo(!known.fact().kind().equals("MILITARY_VETERAN"));
                    Facts.MilitaryService service = fact("defence", known.number(), "militaryService");
                    assertThat(service.until()).isBefore(ComputedPopulation.TODAY);
                });
    }

    @Test
    void theConscriptServedWhereDefenceSaysSo() {
        assertThat(Sample.<Facts.Conscription>having("mobilisation", "conscription"))
                .isNotEmpty()
                .allSatisfy(known -> {
                    Facts.MilitaryService service = fact("defence", known.number(), "militaryService");
                    assertThat(known.fact().status().equals("SERVED"))
                            .isEqualTo(service != null && service.until() != null);
                });
    }

    @Test
    void theMartyrFellInWarAndIsKin() {
        assertThat(Sample.<Facts.MartyrStatus>having("pensions", "martyrStatus"))
                .isNotEmpty()
                .allSatisfy(known -> {
                    int martyr = number(known.fact().martyrFin());
                    Facts.Death death = fact("civil-status", martyr, "death");
                    Facts.CombatService combat = fact("defence", martyr, "combatService");
                    assertThat(combat.operations().get(0).until()).isEqualTo(death.date());
                    assertThat(known.fact().recognisedOn()).isAfter(death.date());
                    Facts.Family family = fact("civil-status", known.number(), "family");
                    switch (known.fact().relation()) {
                        case "WIDOW" ->
                            assertThat(Sample.<Facts.CivilStatus>fact("civil-status", known.number(), "civilStatus"))
                                    .isEqualTo(new Facts.CivilStatus(
                                            "WIDOWED", death.date(), death.actNumber(), null, null));
                        case "CHILD" ->
                            assertThat(family.parents())
                                    .anyMatch(is -> is.fin().equals(known.fact().martyrFin()));
                        default ->
                            assertThat(family.children())
                                    .anyMatch(is -> is.fin().equals(known.fact().martyrFin())
                                            && is.diedOn().equals(death.date())
                                            && is.deathActNumber().equals(death.actNumber()));
                    }
                });
    }

    @Test
    void everyPensionHasItsGround() {
        assertThat(Sample.<List<Facts.Benefit>>having("pensions", "benefits"))
                .isNotEmpty()
                .allSatisfy(known -> {
                    for (Facts.Benefit benefit : known.fact()) {
                        assertThat(hasGround(benefit, known.number()))
                                .as("%s of %d", benefit, known.number())
                                .isTrue();
                    }
                });
    }

    private static boolean hasGround(Facts.Benefit benefit, int number) {
        Facts.VeteranStatus veteran = fact("mobilisation", number, "veteranStatus");
        Facts.Family family = fact("civil-status", number, "family");
        return switch (benefit.kind()) {
            case "OLD_AGE_PENSION" ->
                !Sample.identity(number).birthDate().plusYears(63).isAfter(benefit.from());
            case "DISABILITY_PENSION" -> fact("disability", number, "disability") != null;
            case "PRESIDENTIAL_PENSION" -> fact("pensions", number, "martyrStatus") != null;
            case "VETERAN_PENSION" ->
                Set.of("WAR_VETERAN", "PATRIOTIC_WAR_HERO").contains(veteran.kind());
            case "SURVIVOR_PENSION" ->
                family.parents().stream().anyMatch(parent -> !Sample.alive(number(parent.fin())));
            case "CHILD_ALLOWANCE" -> !family.children().isEmpty();
            case "TARGETED_ASSISTANCE" ->
                list("employment", number, "employment").stream()
                        .allMatch(job -> ((Facts.Employment) job).endedOn() != null);
            default -> false;
        };
    }

    @Test
    void employersAreTheSameForAllRegisters() {
        assertThat(Sample.<Facts.InsuredRecord>having("pensions", "insuredRecord"))
                .isNotEmpty()
                .allSatisfy(known -> {
                    List<Facts.Employment> jobs = list("employment", known.number(), "employment");
                    assertThat(known.fact().lastEmployerVoen())
                            .isEqualTo(jobs.isEmpty() ? null : jobs.get(0).employerVoen());
                    assertThat(known.fact().totalMonths() == 0 || !jobs.isEmpty())
                            .isTrue();
                });
    }

    @Test
    void incomeIsEarnedInALabourContract() {
        assertThat(Sample.<List<Facts.Income>>having("tax", "income"))
                .isNotEmpty()
                .allSatisfy(known -> {
                    List<Facts.Employment> jobs = list("employment", known.number(), "employment");
                    assertThat(known.fact())
                            .allMatch(income -> jobs.stream()
                                    .anyMatch(job -> job.startedOn().getYear() <= income.year()
                                            && (job.endedOn() == null
                                                    || job.endedOn().getYear() >= income.year())));
                });
    }

    @Test
    void theUnemployedHasNoContract() {
        assertThat(Sample.<Facts.Unemployment>having("employment", "unemployment"))
                .isNotEmpty()
                .allSatisfy(known -> assertThat(
                                Sample.<Facts.Employment>list("employment", known.number(), "employment"))
                        .allMatch(job -> job.endedOn() != null
                                && job.endedOn().isBefore(known.fact().registeredOn())));
    }

    @Test
    void theWardIsDisabledAndTheGuardianLives() {
        assertThat(Sample.<Facts.Guardianship>having("notary", "guardianship"))
                .isNotEmpty()
                .allSatisfy(known -> {
                    assertThat(Sample.<Object>fact("disability", known.number(), "disability"))
                            .isNotNull();
                    assertThat(Sample.alive(number(known.fact().guardianFin()))).isTrue();
                });
    }

    @Test
    void whoInheritsHasAnEqualPartWithTheOtherHeirs() {
        assertThat(Sample.<List<Facts.Inheritance>>having("notary", "inheritance"))
                .isNotEmpty()
                .allSatisfy(known -> {
                    for (Facts.Inheritance inheritance : known.fact()) {
                        Facts.Death death = fact("civil-status", inheritance.deceasedFin(), "death");
                        assertThat(inheritance.openedOn()).isAfter(death.date());
                        assertThat(inheritance.share()).matches("1/[1-5]");
                    }
                });
    }

    @Test
    void thePayoutFollowsAMartyrOrAWound() {
        assertThat(Sample.<List<Facts.InsurancePayout>>having("state-insurance", "insurancePayout"))
                .isNotEmpty()
                .allSatisfy(known -> {
                    Facts.CombatService combat = fact("defence", known.number(), "combatService");
                    assertThat(known.fact())
                            .allMatch(payout -> payout.event().equals("DEATH")
                                    ? fact("pensions", known.number(), "martyrStatus") != null
                                    : combat != null && combat.wounded());
                });
    }
}
