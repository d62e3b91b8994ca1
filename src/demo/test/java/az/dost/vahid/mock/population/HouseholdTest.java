package az.dost.vahid.mock.population;

import static az.dost.vahid.mock.population.Sample.alive;
import static az.dost.vahid.mock.population.Sample.fact;
import static az.dost.vahid.mock.population.Sample.having;
import static az.dost.vahid.mock.population.Sample.number;
import static org.assertj.core.api.Assertions.assertThat;

import az.dost.vahid.mock.population.Sample.Known;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class HouseholdTest {
    private static Stream<Known<Facts.Household>> households() {
        return having("local-executive", "household");
    }

    @Test
    void isTheSameForAllItsMembers() {
        assertThat(households()).isNotEmpty().allSatisfy(known -> {
            assertThat(known.fact().members())
                    .hasSize(known.fact().size())
                    .anyMatch(is -> is.fin().equals(known.fin()));
            for (Facts.Household.Member member : known.fact().members()) {
                assertThat(Sample.<Object>fact("local-executive", member.fin(), "household"))
                        .isEqualTo(known.fact());
                assertThat(Sample.<Object>fact("local-executive", member.fin(), "housing"))
                        .isEqualTo(fact("local-executive", known.number(), "housing"));
            }
        });
    }

    @Test
    void sharesOneAddress() {
        assertThat(households())
                .allSatisfy(known -> assertThat(known.fact().members())
                        .extracting(member -> where(number(member.fin())))
                        .containsOnly(where(known.number())));
    }

    @Test
    void hasOneHeadWhoComesFirst() {
        assertThat(households()).allSatisfy(known -> {
            assertThat(known.fact().members().get(0).relation()).isEqualTo("HEAD");
            assertThat(known.fact().members())
                    .filteredOn(member -> member.relation().equals("HEAD"))
                    .hasSize(1);
        });
    }

    @Test
    void holdsTheLivingOnly() {
        assertThat(households())
                .allSatisfy(
                        known -> assertThat(known.fact().members()).allMatch(member -> alive(number(member.fin()))));
    }

    @Test
    void relatesItsMembersAsCivilStatusDoes() {
        assertThat(households().filter(known -> known.fact().size() > 1))
                .isNotEmpty()
                .allSatisfy(known -> {
                    Facts.Family ofHead =
                            fact("civil-status", known.fact().members().get(0).fin(), "family");
                    for (Facts.Household.Member member : known.fact().members()) {
                        switch (member.relation()) {
                            case "SPOUSE" -> assertThat(ofHead.spouse().fin()).isEqualTo(member.fin());
                            case "CHILD" ->
                                assertThat(ofHead.children())
                                        .anyMatch(child -> child.fin().equals(member.fin()));
                            default -> assertThat(member.relation()).isIn("HEAD", "PARENT");
                        }
                    }
                });
    }

    @Test
    void ofDisplacedHasTheSizeOnTheirCards() {
        assertThat(Sample.<Facts.DisplacedStatus>having("displaced-persons", "displacedStatus")
                        .filter(known -> fact("local-executive", known.number(), "household") != null))
                .isNotEmpty()
                .allSatisfy(known -> assertThat(known.fact().familySize())
                        .isEqualTo(Sample.<Facts.Household>fact("local-executive", known.number(), "household")
                                .size()));
    }

    private static Facts.Address where(int number) {
        Facts.Address address = fact("identity-register", number, "address");
        return new Facts.Address(
                address.region(),
                address.city(),
                address.street(),
                address.building(),
                address.apartment(),
                address.postalCode(),
                null);
    }
}
