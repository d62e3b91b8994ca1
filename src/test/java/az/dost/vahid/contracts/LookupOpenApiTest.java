package az.dost.vahid.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The lookup in OpenAPI has examples that are right, and sets the limits that the XML contracts set. */
class LookupOpenApiTest {
    private static final JsonNode OPENAPI = Contracts.read("lookup.openapi.yaml");
    private static final JsonNode REQUEST = OPENAPI.at("/components/schemas/LookupRequest");

    @Test
    void hasExamplesThatFitItsSchema() {
        JsonNode examples = OPENAPI.at("/paths/~1v1~1dossiers/post/requestBody/content/application~1json/examples");
        var schema = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(withoutOuterReference());
        assertThat(examples).isNotEmpty().allSatisfy(example -> {
            assertThat(schema.validate(example.path("value"))).isEmpty();
            String service = example.at("/value/service").asText();
            assertThat(Contracts.FOLDER.resolve("services/" + service + ".yaml")).exists();
        });
    }

    @ParameterizedTest
    @CsvSource({"service, serviceCode", "caseRef, caseRef", "official, official"})
    void limitsAFieldAlikeInJsonAndXml(String field, String type) throws Exception {
        String pattern = REQUEST.at("/properties/" + field + "/pattern").asText();
        String inXml = pattern.substring(1, pattern.length() - 1).replace("-]", "\\-]");
        String xsd = Files.readString(Contracts.FOLDER.resolve("dossier.xsd"));
        assertThat(xsd.substring(xsd.indexOf("<xs:simpleType name=\"" + type + "\"")).lines().skip(1).findFirst())
                .hasValueSatisfying(line -> assertThat(line).contains("value=\"" + inXml + "\""));
        assertThat(Contracts.read("dossier.schema.json").at("/properties/" + field + "/pattern").asText())
                .isEqualTo(pattern);
    }

    /** The FIN's definition lies in another file, which the validator is not told to fetch. */
    private static JsonNode withoutOuterReference() {
        JsonNode schema = REQUEST.deepCopy();
        var subject = (ObjectNode) schema.at("/properties/subject/properties");
        subject.set("fin", Contracts.definition("fin"));
        return schema;
    }
}
