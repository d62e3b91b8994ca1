package az.dost.vahid.mock.population;

import static org.assertj.core.api.Assertions.assertThat;

import az.dost.vahid.mock.register.ComputedPopulation;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.File;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Written as JSON, every fact is what the dossier promises. */
class SchemaTest {
    private static final int LOOKED_AT = 1_500;
    private static final ObjectMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .serializationInclusion(JsonInclude.Include.NON_NULL)
            .build();
    private static final Map<String, Schema> SCHEMAS = new HashMap<>();

    static Set<String> agencies() {
        return ComputedPopulation.agencies();
    }

    @BeforeAll
    static void readDefinitions() throws Exception {
        JsonNode definitions =
                JSON.readTree(new File("contracts/dossier.schema.json")).path("$defs");
        definitions.fieldNames().forEachRemaining(name -> {
            ObjectNode schema = JSON.createObjectNode().put("$ref", "#/$defs/" + name);
            schema.set("$defs", definitions);
            SCHEMAS.put(
                    name,
                    SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                            .getSchema(schema));
        });
    }

    @ParameterizedTest
    @MethodSource("agencies")
    void isKeptByTheFactsOf(String agency) {
        int seen = 0;
        for (var members = Sample.POPULATION.members(agency).iterator();
                members.hasNext() && seen < LOOKED_AT;
                seen++) {
            Sample.POPULATION.facts(agency, members.nextInt()).forEach(SchemaTest::assertKept);
        }
        assertThat(seen).isPositive();
    }

    private static void assertKept(String name, Object fact) {
        JsonNode json = JSON.valueToTree(fact);
        // The register that only confirms a death has no act of it, which the dossier's fact may do without.
        assertThat(SCHEMAS.get(name).validate(json)).as("%s %s", name, json).isEmpty();
    }
}
