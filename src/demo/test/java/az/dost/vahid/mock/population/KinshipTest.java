package az.dost.vahid.mock.population;

import static az.dost.vahid.mock.population.Sample.alive;
import static az.dost.vahid.mock.population.Sample.fact;
import static az.dost.vahid.mock.population.Sample.having;
import static az.dost.vahid.mock.population.Sample.identity;
import static az.dost.vahid.mock.population.Sample.number;
import static org.assertj.core.api.Assertions.assertThat;

import az.dost.vahid.mock.population.Sample.Known;
import az.dost.vahid.mock.register.ComputedPopulation;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class KinshipTest {
    private static final String MOTHER_OF_SIX = "ECKJLZJ";

    private static Stream<Known<Facts.Family>> families() {
        return having("civil-status", "family");
    }

    @Test
    void makesEachTheSpouseOfTheOther() {
        assertThat(families().filter(known -> known.fact().spouse() != null && alive(known.number())))
                .isNotEmpty()
                .allSatisfy(known -> {
                    Facts.CivilStatus own = fact("civil-status", known.number(), "civilStatus");
                    assertThat(own.status()).isEqualTo("MARRIED");
                    assertThat(own.spouseFin()).isEqualTo(known.fact().spouse().fin());
                    Facts.Family other = fact("civil-status", own.spouseFin(), "family");
                    assertThat(other.spouse()).isEqualTo(new Facts.Family.Spouse(known.fin(), own.since()));
                    assertThat(alive(number(own.spouseFin()))).isTrue();
                });
    }

    @Test
    void makesEveryChildNameItsParent() {
        assertThat(families().filter(known -> !known.fact().children().isEmpty()))
                .isNotEmpty()
                .allSatisfy(known -> {
                    String role = identity(known.number()).sex().equals("MALE") ? "FATHER" : "MOTHER";
                    for (Facts.Family.Child child : known.fact().children()) {
                        Facts.Family itsOwn = fact("civil-status", child.fin(), "family");
                        assertThat(itsOwn.parents()).contains(new Facts.Family.Parent(known.fin(), role));
                        assertThat(child.birthDate())
                                .isEqualTo(identity(number(child.fin())).birthDate());
                    }
                });
    }

    @Test
    void makesEveryParentNameItsChild() {
        assertThat(families().filter(known -> !known.fact().parents().isEmpty()))
                .isNotEmpty()
                .allSatisfy(known -> {
                    for (Facts.Family.Parent parent : known.fact().parents()) {
                        Facts.Family itsOwn = fact("civil-status", parent.fin(), "family");
                        assertThat(itsOwn.children())
                                .extracting(Facts.Family.Child::fin)
                                .contains(known.fin());
                    }
                });
    }

    @Test
    void passesOnTheFathersNames() {
        assertThat(families()).allSatisfy(known -> {
            for (Facts.Family.Parent parent : known.fact().parents()) {
                if (parent.role().equals("FATHER")) {
                    Facts.Identity child = identity(known.number());
                    Facts.Identity father = identity(number(parent.fin()));
                    assertThat(child.patronymic()).isEqualTo(father.givenName());
                    assertThat(child.surname()).startsWith(father.surname());
                }
            }
        });
    }

    @Test
    void givesSiblingsDifferentNames() {
        assertThat(families())
                .allSatisfy(known -> assertThat(known.fact().children())
                        .extracting(child -> identity(number(child.fin())).givenName())
                        .doesNotHaveDuplicates());
    }

    @Test
    void hasAMotherOfSixInAPopulationOfEachSize() {
        for (int size : new int[] {ComputedPopulation.SMALLEST, Sample.POPULATION.size()}) {
            Population population = new ComputedPopulation(size);
            assertThat(IntStream.range(size - Cast.COUNT - Kin.SIZE, size)
                            .filter(n ->
                                    population.facts("civil-status", n).get("family") instanceof Facts.Family family
                                            && family.children().size() == 6
                                            && population.facts("employment", n).containsKey("employment"))
                            .mapToObj(population::fin))
                    .contains(MOTHER_OF_SIX);
        }
        Facts.Family family = fact("civil-status", MOTHER_OF_SIX, "family");
        assertThat(identity(number(MOTHER_OF_SIX)).sex()).isEqualTo("FEMALE");
        assertThat(family.children())
                .extracting(Facts.Family.Child::diedOn)
                .containsOnlyNulls()
                .hasSize(6);
        assertThat(family.spouse()).isNotNull();
    }

    @Test
    void leavesForeignersToTheirOwnRegistrars() {
        assertThat(having("migration", "residencePermit")).isNotEmpty().allSatisfy(known -> {
            assertThat(identity(known.number()).citizenship()).isNotEqualTo("AZE");
            for (String agency :
                    new String[] {"civil-status", "mobilisation", "defence", "displaced-persons", "local-executive"}) {
                assertThat(Sample.POPULATION.facts(agency, known.number()))
                        .as(agency)
                        .isEmpty();
            }
        });
    }
}
