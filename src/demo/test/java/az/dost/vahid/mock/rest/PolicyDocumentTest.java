package az.dost.vahid.mock.rest;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import az.dost.vahid.mock.kit.DemoKeys;
import az.dost.vahid.mock.kit.Faults;
import az.dost.vahid.mock.kit.RegisterView;
import az.dost.vahid.mock.kit.Substitutions;
import az.dost.vahid.mock.population.Facts;
import az.dost.vahid.signature.xml.XmlFactories;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import javax.xml.XMLConstants;
import javax.xml.transform.dom.DOMSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Document;
import org.xml.sax.SAXException;

/** The insurance register's schema describes what goes over the wire, and nothing else. */
class PolicyDocumentTest {
    private static final Path FOLDER = Path.of("connectors/health-insurance");
    private static final LocalDate DAY = LocalDate.of(2021, 4, 1);
    private static Schema schema;

    @BeforeAll
    static void readSchema() throws SAXException {
        schema = SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI)
                .newSchema(FOLDER.resolve("contract.xsd").toFile());
    }

    static List<Facts.HealthInsurance> policies() {
        return List.of(
                new Facts.HealthInsurance("1", "BASIC", DAY, null, "Poliklinika"),
                new Facts.HealthInsurance("2", "EXTENDED", DAY, DAY.plusYears(1), null));
    }

    @ParameterizedTest
    @MethodSource("policies")
    void fitsTheSchemaAlsoWhenSigned(Facts.HealthInsurance policy, @TempDir Path keys) throws Exception {
        Document document = answer(Map.of("healthInsurance", policy));
        byte[] signed = new ReplySigner(new DemoKeys(keys, new Faults()), "health-insurance", new Substitutions())
                .sign(200, document)
                .body();
        validate(XmlFactories.parse(signed));
    }

    @Test
    void fitsTheSchemaWithoutAPolicy() throws Exception {
        validate(answer(Map.of()));
    }

    @Test
    void fitsTheSchemaAsARefusal() throws Exception {
        validate(PolicyDocument.refusal("SXEM", "Sorğu sxemə uyğun deyil"));
    }

    @Test
    void isAskedForByARequestOfTheSchema() throws Exception {
        validate(XmlFactories.parse(Files.readString(FOLDER.resolve("request.xml"))
                .replace("{fin}", "W1D0W01")
                .getBytes()));
    }

    static List<Path> samples() throws IOException {
        try (var folders = Files.list(FOLDER.resolve("samples"))) {
            return folders.sorted().toList();
        }
    }

    @ParameterizedTest
    @MethodSource("samples")
    void fitsTheSchemaInASampleIfAndOnlyIfTheMappingTakesItWhole(Path sample) throws IOException {
        Document reply = XmlFactories.parse(Files.readAllBytes(sample.resolve("reply.xml")));
        if (Files.exists(sample.resolve("expected.json"))
                && !Files.readString(sample.resolve("expected.json")).contains("\"unmappable\"")) {
            assertThatCode(() -> validate(reply)).doesNotThrowAnyException();
        } else {
            assertThatThrownBy(() -> validate(reply)).isInstanceOf(SAXException.class);
        }
    }

    private static Document answer(Map<String, Object> facts) {
        return PolicyDocument.of(
                new RegisterView.Entry("W1D0W01", facts), "r-1", OffsetDateTime.parse("2026-11-25T12:00:00+04:00"));
    }

    private static void validate(Document document) throws SAXException, IOException {
        // Through text: the validator is to see what a reader sees.
        schema.newValidator()
                .validate(new DOMSource(
                        XmlFactories.parse(ReplySigner.plain(200, document).body())));
    }
}
