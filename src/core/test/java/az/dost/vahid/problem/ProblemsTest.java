package az.dost.vahid.problem;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.Arrays;
import org.apache.camel.Exchange;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.DefaultExchange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ProblemsTest {
    private static final String SECRET = "a word of the fault";

    @ParameterizedTest
    @EnumSource
    void a_problem_is_rendered_as_rfc_9457_says(ProblemCode code) throws IOException {
        ObjectNode body = Problems.body(
                new RuntimeException(new IOException(new ProblemException(code, "subject.fin", "It must be so."))));
        assertThat(new ObjectMapper().readTree(Problems.bytes(body))).isEqualTo(body);
        assertThat(body.path("type").asText())
                .isEqualTo("urn:vahid:problem:" + code.name().toLowerCase().replace('_', '-'));
        assertThat(body.path("status").intValue()).isEqualTo(code.status()).isBetween(400, 599);
        assertThat(body.path("code").asText()).isEqualTo(code.name());
        assertThat(body.path("detail").asText()).isEqualTo("It must be so.");
        assertThat(body.path("field").asText()).isEqualTo("subject.fin");
        assertThat(body.path("title").asText()).isNotBlank();
        assertThat(body.path("fix").asText()).isNotBlank();
        assertThat(body.path("instance").asText()).startsWith("urn:uuid:");
    }

    @ParameterizedTest
    @EnumSource
    void a_caller_is_told_what_is_theirs_to_tell(ProblemCode code) {
        Exchange exchange = thrown(new ProblemException(code));
        assertThat(exchange.getMessage().getHeader(Exchange.HTTP_RESPONSE_CODE)).isEqualTo(code.status());
        assertThat(exchange.getMessage().getHeader(Exchange.CONTENT_TYPE)).isEqualTo("application/problem+json");
        assertThat(exchange.getMessage().getHeader("WWW-Authenticate") != null).isEqualTo(code.status() == 401);
        if (code.status() == 401) {
            assertThat(exchange.getMessage().getHeader("WWW-Authenticate"))
                    .isEqualTo("Bearer realm=\"vahid\", resource_metadata="
                            + "\"https://gateway.example/.well-known/oauth-protected-resource\"");
        }
        assertThat(exchange.getMessage().getHeader("Retry-After") != null)
                .isEqualTo(code.status() == 503 || code.status() == 429);
        assertThat(exchange.getMessage().getHeader("Authorization"))
                .as("nothing of the request goes back")
                .isNull();
    }

    @Test
    void what_nobody_foresaw_says_nothing_of_itself() {
        for (Throwable thrown : Arrays.asList(
                null, new IllegalStateException(SECRET, new IOException(SECRET)), new StackOverflowError(SECRET))) {
            ObjectNode body = Problems.body(thrown);
            assertThat(body.path("code").asText()).isEqualTo("INTERNAL");
            assertThat(body.toString()).doesNotContain(SECRET);
        }
    }

    @Test
    void two_problems_have_two_instances() {
        assertThat(Problems.body(new ProblemException(ProblemCode.NOT_FOUND)).path("instance"))
                .isNotEqualTo(Problems.body(new ProblemException(ProblemCode.NOT_FOUND))
                        .path("instance"));
    }

    private static Exchange thrown(Exception problem) {
        Exchange exchange = new DefaultExchange(new DefaultCamelContext());
        exchange.getMessage().setHeader("Authorization", "Bearer " + SECRET);
        exchange.setProperty(Exchange.EXCEPTION_CAUGHT, problem);
        new Problems(Challenge.at("https://gateway.example")).http(exchange);
        return exchange;
    }
}
