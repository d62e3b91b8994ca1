package az.dost.vahid.mock.population;

import static az.dost.vahid.mock.population.Sample.identity;
import static az.dost.vahid.mock.population.Sample.list;
import static org.assertj.core.api.Assertions.assertThat;

import az.dost.vahid.mock.register.ComputedPopulation;
import java.lang.reflect.RecordComponent;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ChronologyTest {
    private static final LocalDate TODAY = ComputedPopulation.TODAY;
    /** Days that may lie ahead. */
    private static final Set<String> PLANNED = Set.of("until", "reviewOn", "documentExpires");

    static Set<String> agencies() {
        return ComputedPopulation.agencies();
    }

    @ParameterizedTest
    @MethodSource("agencies")
    void knowsNothingBeforeTheBirthOrFromTheFuture(String agency) {
        Sample.numbers().forEach(number -> {
            LocalDate birth = identity(number).birthDate();
            Sample.POPULATION.facts(agency, number).values().forEach(fact -> assertDays(fact, number, birth));
        });
    }

    /** Sizes up every day in the record; children and operations have records of their own. */
    private static void assertDays(Object fact, int number, LocalDate birth) {
        if (fact instanceof List<?> list) {
            list.forEach(element -> assertDays(element, number, birth));
        }
        if (!fact.getClass().isRecord()) {
            return;
        }
        for (RecordComponent field : fact.getClass().getRecordComponents()) {
            Object value = read(field, fact);
            if (value instanceof LocalDate day) {
                assertThat(day).as("%s of %d", field, number).isAfterOrEqualTo(birth);
                assertThat(PLANNED.contains(field.getName()) || !day.isAfter(TODAY))
                        .as("%s of %d", field, number)
                        .isTrue();
            } else if (value != null) {
                assertDays(value, number, birth);
            }
        }
    }

    private static Object read(RecordComponent field, Object record) {
        try {
            return field.getAccessor().invoke(record);
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void marriesAndEmploysAdultsOnly() {
        assertThat(Sample.<Facts.Family>having("civil-status", "family")
                        .filter(known -> known.fact().spouse() != null))
                .isNotEmpty()
                .allSatisfy(known -> assertThat(birthday(known.number(), 18))
                        .isBeforeOrEqualTo(known.fact().spouse().since()));
        assertThat(Sample.<List<Facts.Employment>>having("employment", "employment"))
                .isNotEmpty()
                .allSatisfy(known -> assertThat(known.fact())
                        .allMatch(job -> !job.startedOn().isBefore(birthday(known.number(), 18))));
    }

    @Test
    void endsWhatItBegan() {
        assertThat(Sample.<List<Facts.Employment>>having("employment", "employment"))
                .allSatisfy(known -> assertThat(known.fact())
                        .allMatch(job -> job.endedOn() == null || job.endedOn().isAfter(job.startedOn())));
        assertThat(Sample.<Facts.MilitaryService>having("defence", "militaryService"))
                .allSatisfy(known -> {
                    assertThat(known.fact().from()).isAfterOrEqualTo(birthday(known.number(), 18));
                    assertThat(known.fact().until())
                            .satisfiesAnyOf(
                                    until -> assertThat(until).isNull(),
                                    until -> assertThat(until)
                                            .isAfter(known.fact().from()));
                });
    }

    @Test
    void listsJobsNewestFirstWithoutOverlap() {
        assertThat(Sample.<List<Facts.Employment>>having("employment", "employment"))
                .allSatisfy(known -> {
                    for (int i = 1; i < known.fact().size(); i++) {
                        assertThat(known.fact().get(i).endedOn())
                                .isBefore(known.fact().get(i - 1).startedOn());
                    }
                });
    }

    @Test
    void registersVehiclesOnceTheyAreBuilt() {
        assertThat(Sample.<List<Facts.Vehicle>>having("traffic-police", "vehicles"))
                .isNotEmpty()
                .allSatisfy(known -> assertThat(known.fact())
                        .allMatch(vehicle -> vehicle.registeredOn().getYear() >= vehicle.year()
                                && !vehicle.registeredOn().isBefore(birthday(known.number(), 18))));
    }

    @Test
    void endsEverythingWithDeath() {
        assertThat(Sample.<Facts.Death>having("civil-status", "death"))
                .isNotEmpty()
                .allSatisfy(known -> {
                    LocalDate death = known.fact().date();
                    assertThat(Sample.<Facts.Employment>list("employment", known.number(), "employment"))
                            .allMatch(job ->
                                    job.endedOn() != null && !job.endedOn().isAfter(death));
                    Facts.MilitaryService service = Sample.fact("defence", known.number(), "militaryService");
                    assertThat(service == null || !service.until().isAfter(death))
                            .isTrue();
                    assertThat(identity(known.number()).documentIssued()).isBeforeOrEqualTo(death);
                    for (String agency : List.of(
                            "health-insurance",
                            "disability",
                            "social-services",
                            "property",
                            "health",
                            "traffic-police",
                            "local-executive",
                            "displaced-persons",
                            "agriculture")) {
                        assertThat(Sample.POPULATION.facts(agency, known.number()))
                                .as(agency)
                                .isEqualTo(Map.of());
                    }
                });
    }

    @Test
    void lendsNobodyChildrenBeforeOrLongAfterYouth() {
        assertThat(Sample.<Facts.Family>having("civil-status", "family"))
                .allSatisfy(known -> assertThat(known.fact().children())
                        .allMatch(child -> !child.birthDate().isBefore(birthday(known.number(), 18))
                                && child.birthDate().isBefore(birthday(known.number(), 50))));
    }

    private static LocalDate birthday(int number, int age) {
        return identity(number).birthDate().plusYears(age);
    }
}
