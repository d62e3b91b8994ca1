package az.dost.vahid.mock.file;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.ByteArrayInputStream;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipFile;
import javax.xml.XMLConstants;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** What lies in the folders is what the agencies' own contracts say. */
class DropContractsTest {
    static final List<String> AGENCIES = FileAgencies.IDS;

    @TempDir
    static Path folder;

    private static FileAgencies agencies;

    @BeforeAll
    static void leave() throws Exception {
        agencies = new FileAgencies(folder).left();
    }

    @AfterAll
    static void close() {
        agencies.close();
    }

    @ParameterizedTest
    @FieldSource("AGENCIES")
    void everyFileIsNamedAsTheConnectorExpects(String agency) throws Exception {
        Descriptor descriptor = Descriptor.of(agency);
        String suffix = descriptor.drop().path("signatureSuffix").asText();
        assertThat(agencies.drops(agency)).isNotEmpty().allSatisfy(file -> {
            assertThat(descriptor.name(file).group("date")).matches("20\\d{6}");
            assertThat(file.resolveSibling(file.getFileName() + suffix)).exists();
        });
    }

    @ParameterizedTest
    @FieldSource("AGENCIES")
    void aFileThatIsTooLongForTheMockIsTooLongForTheConnector(String agency) {
        assertThat(agencies.agency(agency).maxFileBytes())
                .isEqualTo(Descriptor.of(agency).drop().path("maxFileBytes").asLong());
    }

    @Test
    void defenceFilesAreOneEntryThatIsValidByTheSchema() throws Exception {
        SchemaFactory factory = SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI);
        Schema schema =
                factory.newSchema(Path.of("connectors/defence/contract.xsd").toFile());
        for (Path file : agencies.drops("defence")) {
            try (ZipFile zip = new ZipFile(file.toFile())) {
                assertThat(zip.size()).isEqualTo(1);
            }
            schema.newValidator().validate(new StreamSource(new ByteArrayInputStream(Rows.unzipped(file))));
        }
    }

    @Test
    void insuranceLinesHaveTheLayoutsLengthAndATrailerThatAgrees() throws Exception {
        Descriptor descriptor = Descriptor.of("state-insurance");
        JsonNode layout = descriptor.layout();
        for (Path file : agencies.drops("state-insurance")) {
            String text = Files.readString(file, Charset.forName("windows-1254"));
            List<String> lines = List.of(text.split("\r\n"));
            assertThat(lines)
                    .allSatisfy(line ->
                            assertThat(line).hasSize(layout.path("recordLength").asInt()));
            assertThat(lines.get(0)).startsWith("B").contains("SIĞORTA ŞİRKETİ");
            JsonNode trailer = Rows.fields(
                    lines.get(lines.size() - 1), layout.path("trailer").path("fields"));
            List<JsonNode> rows = Rows.of(file, descriptor);
            assertThat(trailer.path("SAY").asInt()).isEqualTo(rows.size()).isPositive();
            assertThat(trailer.path("CEMI").asLong())
                    .isEqualTo(rows.stream()
                            .mapToLong(row -> row.path("CEMI").asLong())
                            .sum());
        }
    }

    @Test
    void displacedListsHaveTheContractsColumns() throws Exception {
        String contract = Files.readString(Path.of("connectors/displaced-persons/contract.md"));
        for (Path file : agencies.drops("displaced-persons")) {
            String header =
                    Files.readString(file).lines().findFirst().orElseThrow().substring(1);
            assertThat(header.split(";"))
                    .hasSize(7)
                    .allSatisfy(column -> assertThat(contract).contains("| `" + column + "` |"));
        }
    }

    @Test
    void localExecutiveLinesAreValidByTheSchema() throws Exception {
        var schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(new ObjectMapper()
                        .readTree(Path.of("connectors/local-executive/contract.schema.json")
                                .toFile()));
        for (Path file : agencies.drops("local-executive")) {
            assertThat(Rows.of(file, Descriptor.of("local-executive")))
                    .isNotEmpty()
                    .allSatisfy(row -> assertThat(schema.validate(row)).isEmpty());
        }
    }
}
