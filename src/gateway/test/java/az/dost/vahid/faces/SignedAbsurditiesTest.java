package az.dost.vahid.faces;

import static org.assertj.core.api.Assertions.assertThat;

import az.dost.vahid.connector.Connector;
import az.dost.vahid.signature.xml.XmlFactories;
import az.dost.vahid.sources.ingest.snapshot.SealedDrops;
import az.dost.vahid.whole.AlteredReplies;
import az.dost.vahid.whole.RunningVahid;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import com.nimbusds.jose.JWSObject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import javax.xml.XMLConstants;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.SchemaFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Node;

/**
 * A man in the middle who has an agency's own key: its answers are absurd and truly signed. The cases of
 * {@code absurdities.yaml}.
 */
class SignedAbsurditiesTest {
    private static final Path CASES = Path.of("src/gateway/test/resources/faces/absurdities.yaml");
    private final AlteredReplies replies = RunningVahid.get().replies();

    static List<Arguments> cases() throws IOException {
        List<Arguments> cases = new ArrayList<>();
        new ObjectMapper(new YAMLFactory())
                .readTree(CASES.toFile())
                .forEach(one -> cases.add(Arguments.of(one.path("what").asText(), one)));
        return cases;
    }

    @AfterEach
    void tellTheTruthAgain() {
        replies.close();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void nothing_absurd_stands_in_any_signed_form(String what, JsonNode one) throws Exception {
        replies.replaceAll(
                one.path("agency").asText(),
                one.path("who").asText(),
                one.path("text").asText(),
                one.path("with").asText());
        ObjectNode request = Gateway.request().put("service", "ccu-intake");
        ((ObjectNode) request.path("subject")).put("fin", one.path("who").asText());
        HttpResponse<byte[]> answer = Gateway.post(
                request.toString(), Map.of("Authorization", Gateway.BEARER, "Content-Type", "application/json"));
        JsonNode dossier = Gateway.JSON.readTree(answer.body());
        JsonNode row = row(dossier, one.path("agency").asText());
        assertThat(row.path("verdict").asText() + " " + row.path("reason").asText())
                .isEqualTo(one.path("verdict").asText("ANSWERED") + " UNMAPPABLE");
        told(row.path("unmappable"), one.path("told"));
        assertThat(dossier.path("completeness").asText()).isEqualTo("PARTIAL");
        forms(Gateway.id(answer), request)
                .forEach((form, values) -> one.path("absurd")
                        .forEach(absurd -> assertThat(values).as(form).doesNotContain(absurd.asText())));
    }

    private static JsonNode row(JsonNode dossier, String agency) {
        for (JsonNode row : dossier.path("sources")) {
            if (row.path("agency").asText().equals(agency)) {
                return row;
            }
        }
        throw new AssertionError("no row of " + agency);
    }

    /** Every path that is told is meant, and every one that is meant is told. */
    private static void told(JsonNode unmappable, JsonNode told) {
        Set<String> meant = new TreeSet<>();
        for (JsonNode part : unmappable) {
            assertThat(told.properties()).anySatisfy(pattern -> {
                assertThat(part.path("path").asText()).matches(pattern.getKey());
                assertThat(part.path("rule").asText())
                        .isEqualTo(pattern.getValue().asText());
                meant.add(pattern.getKey());
            });
        }
        assertThat(meant).hasSameSizeAs(told);
    }

    /** The values of a dossier by its form; each form fits its contract. */
    private static Map<String, Set<String>> forms(String id, JsonNode request) throws Exception {
        Map<String, Set<String>> forms = new LinkedHashMap<>();
        forms.put(
                "JSON",
                json(Gateway.again(id, "application/json", Gateway.BEARER).body()));
        forms.put(
                "JWS",
                json(JWSObject.parse(new String(
                                Gateway.again(id, "application/jose", Gateway.BEARER)
                                        .body(),
                                StandardCharsets.US_ASCII))
                        .getPayload()
                        .toBytes()));
        forms.put(
                "container",
                json(ZipParts.of(Gateway.again(id, "application/vnd.etsi.asic-e+zip", Gateway.BEARER)
                                .body())
                        .get("dossier.json")));
        byte[] xml = Gateway.again(id, "application/xml", Gateway.BEARER).body();
        SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI)
                .newSchema(Path.of("contracts/dossier.xsd").toFile())
                .newValidator()
                .validate(new StreamSource(new ByteArrayInputStream(xml)));
        forms.put("XML", values(XmlFactories.parse(xml), new TreeSet<>()));
        Node soap =
                Soap.content(Soap.post(Soap.envelope(request), Gateway.BEARER).body());
        LookupSchema.ofFiles().validate(new DOMSource(soap));
        forms.put("SOAP", values(soap, new TreeSet<>()));
        assertThat(forms.get("SOAP")).contains("UNMAPPABLE");
        return forms;
    }

    private static Set<String> json(byte[] dossier) throws IOException {
        JsonNode tree = Gateway.JSON.readTree(dossier);
        Schema schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(Files.readString(Path.of("contracts/dossier.schema.json")));
        assertThat(schema.validate(tree)).isEmpty();
        return values(tree, new TreeSet<>());
    }

    private static Set<String> values(JsonNode node, Set<String> values) {
        if (node.isValueNode()) {
            values.add(node.asText());
        }
        node.forEach(child -> values(child, values));
        return values;
    }

    private static Set<String> values(Node node, Set<String> values) {
        if (node.getFirstChild() == null || node.getFirstChild().getNodeType() == Node.TEXT_NODE) {
            values.add(node.getTextContent());
        }
        for (Node child = node.getFirstChild(); child != null; child = child.getNextSibling()) {
            values(child, values);
        }
        return values;
    }

    /** A row that stands in the database already, however it got there. */
    @Test
    void a_row_of_a_drop_that_breaks_the_contract_is_told_and_not_shown() throws Exception {
        JsonNode row = ofDefence(facts -> ((ObjectNode) facts.path("militaryService")).put("until", "1900-01-01"));
        told(
                row.path("unmappable"),
                Gateway.JSON.readTree("{\"/militaryService/(from|until)\": \"UNTIL_BEFORE_FROM\"}"));
    }

    /**
     * The row of defence, told to a lookup that does not show the year of the mistake; its facts are put back
     * afterwards.
     */
    private static JsonNode ofDefence(Consumer<ObjectNode> spoil, String... asked) throws Exception {
        SealedDrops defence = new SealedDrops(RunningVahid.get(), "defence");
        String before = defence.facts("VETERAN");
        ObjectNode facts = (ObjectNode) Gateway.JSON.readTree(before);
        spoil.accept(facts);
        try {
            defence.facts("VETERAN", facts.toString());
            ObjectNode request = Gateway.request().put("service", "ccu-intake");
            ((ObjectNode) request.path("subject")).put("fin", "VETERAN");
            if (asked.length > 0) {
                request.remove("facts");
                List.of(asked).forEach(request.withArray("/facts")::add);
            }
            HttpResponse<byte[]> answer = Gateway.post(
                    request.toString(), Map.of("Authorization", Gateway.BEARER, "Content-Type", "application/json"));
            assertThat(json(answer.body())).doesNotContain("1900-01-01");
            return row(Gateway.JSON.readTree(answer.body()), "defence");
        } finally {
            defence.facts("VETERAN", before);
        }
    }

    @Test
    void a_fact_that_nobody_asked_for_does_not_refuse_the_answer_when_it_is_bad() throws Exception {
        JsonNode row = ofDefence(
                facts -> {
                    ((ObjectNode) facts.path("militaryService")).put("until", "1900-01-01");
                    facts.remove("combatService");
                },
                "combatService");
        assertThat(row.path("verdict").asText() + row.path("reason").asText() + row.path("unmappable"))
                .isEqualTo("ANSWERED");
    }

    @Test
    void an_old_row_with_a_bad_fact_still_says_that_it_is_old() throws Exception {
        SealedDrops defence = new SealedDrops(RunningVahid.get(), "defence");
        defence.older(20);
        try {
            JsonNode row = ofDefence(
                    facts -> ((ObjectNode) facts.path("militaryService")).put("until", "1900-01-01"),
                    "militaryService",
                    "combatService");
            assertThat(row.path("verdict").asText() + " " + row.path("reason").asText())
                    .isEqualTo("STALE SNAPSHOT_OLD");
            assertThat(row.path("unmappable")).isNotEmpty();
        } finally {
            defence.older(-20);
        }
    }

    @Test
    void every_connector_that_is_called_is_put_to_the_test() throws IOException {
        Set<String> agencies = new TreeSet<>();
        cases().forEach(one ->
                agencies.add(((JsonNode) one.get()[1]).path("agency").asText()));
        assertThat(agencies)
                .containsExactlyElementsOf(new TreeSet<>(RunningVahid.get().connectors().stream()
                        .filter(connector -> connector.protocol() != Connector.Protocol.FILE)
                        .map(Connector::id)
                        .toList()));
    }
}
