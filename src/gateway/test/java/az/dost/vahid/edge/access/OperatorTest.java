package az.dost.vahid.edge.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import az.dost.vahid.problem.ProblemException;
import java.util.Map;
import java.util.Set;
import org.apache.camel.Exchange;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.DefaultExchange;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Who may change something: whichever address he came to, a person needs the role besides the grant of his system. */
@Tag("attack")
class OperatorTest {
    private static Exchange exchange(OfficialRole role) {
        Map<String, Official> officials =
                Map.of("a.b", new Official(null, null, null, role == null ? null : Set.of(role)));
        Requester requester = new Requester(
                "operations",
                "Operations",
                null,
                Set.of(),
                Set.of(),
                officials,
                false,
                Set.of(),
                false,
                null,
                Set.of("operate"),
                null,
                null,
                null,
                null,
                null,
                null,
                null);
        Exchange exchange = new DefaultExchange(new DefaultCamelContext());
        new Caller(requester, "a.b", false).keep(exchange);
        return exchange;
    }

    @Test
    void an_operator_acts() {
        assertThat(Operator.acting(exchange(OfficialRole.OPERATOR)).official()).isEqualTo("a.b");
    }

    @Test
    void an_official_without_roles_acts_by_the_grant_of_his_system() {
        assertThat(Operator.acting(exchange(null)).official()).isEqualTo("a.b");
    }

    @ParameterizedTest
    @EnumSource(value = OfficialRole.class, mode = EnumSource.Mode.EXCLUDE, names = "OPERATOR")
    void nobody_with_another_role_acts(OfficialRole role) {
        assertThatThrownBy(() -> Operator.acting(exchange(role)))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        problem -> assertThat(problem.code().name()).isEqualTo("NOT_GRANTED"));
    }

    @Test
    void the_read_only_twin_looks() {
        assertThat(Operator.looking(exchange(OfficialRole.OPERATOR_READ)).official())
                .isEqualTo("a.b");
    }
}
