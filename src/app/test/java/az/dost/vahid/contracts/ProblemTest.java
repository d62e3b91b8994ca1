package az.dost.vahid.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import az.dost.vahid.problem.ProblemCode;
import az.dost.vahid.problem.ProblemException;
import az.dost.vahid.problem.Problems;
import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Problems are told as the OpenAPI file says. */
class ProblemTest {
    private static final JsonNode OPENAPI = Contracts.read("lookup.openapi.yaml");
    private static final Schema SCHEMA = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(OPENAPI.at("/components/schemas/Problem"));

    @ParameterizedTest
    @EnumSource
    void fitsTheSchema(ProblemCode code) {
        assertThat(SCHEMA.validate(Problems.body(new ProblemException(code, "subject.fin", null))))
                .isEmpty();
    }

    @Test
    void looksLikeItsExample() {
        JsonNode example = OPENAPI.at("/components/responses/Problem/content/application~1problem+json/example");
        ProblemCode code = ProblemCode.valueOf(example.path("code").asText());
        JsonNode problem = Problems.body(new ProblemException(
                        code, "service", example.path("detail").asText()))
                .put("instance", example.path("instance").asText());
        assertThat(problem).isEqualTo(example);
    }
}
