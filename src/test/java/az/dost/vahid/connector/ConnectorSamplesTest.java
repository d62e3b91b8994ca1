package az.dost.vahid.connector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import az.dost.vahid.normalise.Mapping;
import az.dost.vahid.normalise.MappingException;
import az.dost.vahid.normalise.XmlTree;
import az.dost.vahid.signature.XmlFactories;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** Every sample of every called agency, through its mapping; rows of file drops are the ingest tests' business. */
class ConnectorSamplesTest {
    private static final Path CONNECTORS = Path.of("connectors");
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());

    static Stream<Path> samples() throws IOException {
        try (var paths = Files.walk(CONNECTORS, 3)) {
            return paths.filter(path -> CONNECTORS.relativize(path).getNameCount() == 3 && path.getParent().endsWith("samples"))
                    .filter(path -> !replies(path).isEmpty()).sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("samples")
    void a_sample_maps_to_what_its_folder_expects(Path sample) throws IOException {
        Path folder = sample.getParent().getParent();
        JsonNode descriptor = YAML.readTree(folder.resolve("connector.yaml").toFile());
        Mapping mapping;
        try (var source = Files.newBufferedReader(folder.resolve(descriptor.path("mapping").asText()))) {
            mapping = Mapping.compile(source, folder.toString());
        }
        JsonNode reply = reply(sample, descriptor.at("/call/paging/items").asText());
        Path error = sample.resolve("expected-error.txt");
        if (Files.exists(error)) {
            assertThatThrownBy(() -> mapping.apply(reply)).isInstanceOf(MappingException.class)
                    .hasMessageContaining(Files.readString(error).strip());
        } else {
            assertThat(JSON.readTree(mapping.apply(reply).toString()))
                    .isEqualTo(JSON.readTree(sample.resolve("expected.json").toFile()));
        }
    }

    private static List<Path> replies(Path sample) {
        try (var files = Files.list(sample)) {
            return files.filter(file -> file.getFileName().toString().startsWith("reply")).sorted().toList();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static JsonNode reply(Path sample, String items) throws IOException {
        JsonNode whole = null;
        for (Path page : replies(sample)) {
            JsonNode tree = page.toString().endsWith(".xml") ? xml(Files.readAllBytes(page)) : JSON.readTree(page.toFile());
            if (whole == null) {
                whole = tree;
            } else {
                ((ArrayNode) whole.at(items)).addAll((ArrayNode) tree.at(items));
            }
        }
        return whole;
    }

    private static JsonNode xml(byte[] bytes) {
        Element root = XmlFactories.parse(bytes).getDocumentElement();
        return XmlTree.of(root.getLocalName().equals("Envelope") ? child(child(root, "Body"), null) : root);
    }

    private static Element child(Element parent, String name) {
        for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element element && (name == null || element.getLocalName().equals(name))) {
                return element;
            }
        }
        throw new IllegalArgumentException("No " + name);
    }
}
