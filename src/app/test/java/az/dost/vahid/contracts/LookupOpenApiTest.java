package az.dost.vahid.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import az.dost.vahid.edge.access.Channel;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.nio.file.Files;
import java.util.List;
import java.util.regex.Pattern;
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
        var schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(withoutOuterReference());
        assertThat(examples).isNotEmpty().allSatisfy(example -> {
            assertThat(schema.validate(example.path("value"))).isEmpty();
            String service = example.at("/value/service").asText();
            assertThat(Contracts.FOLDER.resolve("services/" + service + ".yaml"))
                    .exists();
        });
    }

    @ParameterizedTest
    @CsvSource({"service, serviceCode", "caseRef, caseRef", "official, official"})
    void limitsAFieldAlikeInJsonAndXml(String field, String type) throws Exception {
        String pattern = REQUEST.at("/properties/" + field + "/pattern").asText();
        String inXml = pattern.substring(1, pattern.length() - 1).replace("-]", "\\-]");
        String xsd = Files.readString(Contracts.FOLDER.resolve("dossier.xsd"));
        assertThat(xsd.substring(xsd.indexOf("<xs:simpleType name=\"" + type + "\""))
                        .lines()
                        .skip(1)
                        .findFirst())
                .hasValueSatisfying(line -> assertThat(line).contains("value=\"" + inXml + "\""));
        // A dossier may be of a purpose of the bus itself, for which nobody asks.
        assertThat(Contracts.read("dossier.schema.json")
                        .at("/properties/" + field + "/pattern")
                        .asText())
                .isEqualTo(field.equals("service") ? pattern.replace("^", "^((proactive|credential):)?") : pattern);
    }

    @Test
    void takesTheChannelsOfPassportsInJsonAndXmlAndInCode() throws Exception {
        List<String> channels =
                Contracts.texts(Contracts.read("passport.schema.json").at("/$defs/channel/enum"));
        String wsdl = Files.readString(Contracts.FOLDER.resolve("lookup.wsdl"));
        String type = wsdl.substring(wsdl.indexOf("<xs:simpleType name=\"channel\""));
        assertThat(Pattern.compile("enumeration value=\"(\\w+)\"")
                        .matcher(type)
                        .results()
                        .map(value -> value.group(1)))
                .containsExactlyElementsOf(channels);
        assertThat(Channel.values()).extracting(Enum::name).containsExactlyElementsOf(channels);
    }

    /** The definitions of FIN and channel lie in other files, which the validator is not told to fetch. */
    private static JsonNode withoutOuterReference() {
        JsonNode schema = REQUEST.deepCopy();
        var subject = (ObjectNode) schema.at("/properties/subject/properties");
        subject.set("fin", Contracts.definition("fin"));
        ((ObjectNode) schema.path("properties"))
                .set("channel", Contracts.read("passport.schema.json").at("/$defs/channel"));
        return schema;
    }
}
