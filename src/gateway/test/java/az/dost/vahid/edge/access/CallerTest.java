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
import org.junit.jupiter.params.provider.CsvSource;

/** Who acts: what a token proves, what a header says, and what is made of both. */
@Tag("attack")
class CallerTest {
    private static final Official ANY = new Official(null, null, null);

    private static Requester requester(boolean proven) {
        return new Requester(
                "audit",
                "Audit",
                null,
                Set.of(),
                null,
                Map.of("a.b", ANY, "c.d", ANY),
                proven,
                Set.of("a.b"),
                false,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null);
    }

    private static Exchange exchange(String token, String header, boolean believed) {
        Exchange exchange = new DefaultExchange(new DefaultCamelContext());
        new Caller(requester(false), token, believed).keep(exchange);
        if (header != null) {
            exchange.getMessage().setHeader(Caller.HEADER, header);
        }
        return exchange;
    }

    @ParameterizedTest(name = "token {0}, header {1}, believed {2}: {3}")
    @CsvSource(
            nullValues = "-",
            value = {
                "a.b, -,   false, a.b",
                "a.b, a.b, false, a.b",
                "a.b, c.d, false, OFFICIAL_DIFFERS",
                "a.b, A.B, false, OFFICIAL_DIFFERS",
                "c.d, -,   false, NOT_GRANTED",
                "c.d, a.b, false, OFFICIAL_DIFFERS",
                "e.f, -,   false, NOT_GRANTED",
                "-,   a.b, false, OFFICIAL_UNPROVEN",
                "-,   -,   false, OFFICIAL_UNPROVEN",
                "a.b, c.d, true,  OFFICIAL_DIFFERS",
                "c.d, a.b, true,  OFFICIAL_DIFFERS",
                "-,   a.b, true,  a.b",
                "-,   c.d, true,  NOT_GRANTED",
                "-,   e.f, true,  NOT_GRANTED",
                "-,   -,   true,  FIELD_MISSING",
                "-,   a b, true,  FIELD_INVALID"
            })
    void an_auditor_is_whom_the_token_proves(String token, String header, boolean believed, String expected) {
        Exchange exchange = exchange(token, header, believed);
        if (expected.contains(".")) {
            assertThat(Auditor.of(exchange).official()).isEqualTo(expected);
        } else {
            assertThatThrownBy(() -> Auditor.of(exchange))
                    .isInstanceOfSatisfying(
                            ProblemException.class,
                            problem -> assertThat(problem.code().name()).isEqualTo(expected));
        }
    }

    @ParameterizedTest(name = "token {0}, must prove {1}, named {2}: {3}")
    @CsvSource(
            nullValues = "-",
            value = {
                "a.b, false, a.b, -",
                "a.b, false, c.d, OFFICIAL_DIFFERS",
                "a.b, true,  a.b, -",
                "a.b, true,  c.d, OFFICIAL_DIFFERS",
                "-,   false, a.b, -",
                "a.b, true,  -,   -",
                "-,   false, -,   FIELD_MISSING",
                "-,   true,  a.b, OFFICIAL_UNPROVEN"
            })
    void a_request_names_the_official_of_its_token(String token, boolean proven, String named, String expected) {
        Caller caller = new Caller(requester(proven), token, true);
        if (expected == null) {
            caller.speaksAs(named, "official");
        } else {
            assertThatThrownBy(() -> caller.speaksAs(named, "official"))
                    .isInstanceOfSatisfying(
                            ProblemException.class,
                            problem -> assertThat(problem)
                                    .extracting(one -> one.code().name(), ProblemException::field)
                                    .containsExactly(expected, "official"));
        }
    }

    @Test
    void what_comes_without_a_token_proves_nobody() {
        Exchange exchange = new DefaultExchange(new DefaultCamelContext());
        exchange.setProperty(Requester.PROPERTY, requester(true));
        assertThatThrownBy(() -> Caller.of(exchange).speaksAs("a.b", "official"))
                .isInstanceOf(ProblemException.class);
        assertThatThrownBy(() -> Auditor.of(exchange)).isInstanceOf(ProblemException.class);
    }
}
