package az.dost.vahid.mock.population;

import static az.dost.vahid.mock.population.Sample.fact;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.IntPredicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DisagreementTest {
    /** What two registers can say differently. */
    enum Matter {
        NAME_AT_CIVIL_STATUS(number -> namesDiffer("civil-status", number)),
        NAME_AT_MOBILISATION(number -> namesDiffer("mobilisation", number)),
        ADDRESS(DisagreementTest::addressesDiffer),
        DEATH(DisagreementTest::deathsDiffer),
        MARTYR(DisagreementTest::martyrsDiffer);

        private final IntPredicate differs;

        Matter(IntPredicate differs) {
            this.differs = differs;
        }
    }

    @Test
    void touchesOneToThreeCitizensInAHundred() {
        long touched = Sample.numbers()
                .filter(number -> List.of(Matter.values()).stream().anyMatch(matter -> matter.differs.test(number)))
                .count();
        assertThat(100.0 * touched / Sample.POPULATION.size()).isBetween(1.0, 3.0);
    }

    @ParameterizedTest
    @EnumSource
    void concernsEveryMatter(Matter matter) {
        assertThat(Sample.numbers().anyMatch(matter.differs)).isTrue();
    }

    private static boolean namesDiffer(String agency, int number) {
        Facts.Identity identity = Sample.identity(number);
        Facts.Names names = fact(agency, number, "identity");
        return names != null
                && !names.equals(new Facts.Names(identity.givenName(), identity.surname(), identity.patronymic()));
    }

    private static boolean addressesDiffer(int number) {
        Facts.Address address = fact("local-executive", number, "address");
        return address != null && !address.equals(fact("identity-register", number, "address"));
    }

    private static boolean deathsDiffer(int number) {
        Facts.Death death = fact("civil-status", number, "death");
        Facts.DeathDate elsewhere = fact("pensions", number, "death");
        assertThat(elsewhere == null || death != null)
                .as("pensions buries nobody alone")
                .isTrue();
        return death != null && (elsewhere == null || !elsewhere.date().equals(death.date()));
    }

    private static boolean martyrsDiffer(int number) {
        Facts.MartyrStatus status = fact("pensions", number, "martyrStatus");
        Facts.MartyrRelation elsewhere = fact("mobilisation", number, "martyrStatus");
        assertThat(elsewhere == null).isEqualTo(status == null);
        return status != null && !elsewhere.equals(new Facts.MartyrRelation(status.martyrFin(), status.relation()));
    }
}
