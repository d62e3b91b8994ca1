package az.dost.vahid.mock.soap;

import az.dost.vahid.normalise.Mapping;
import az.dost.vahid.normalise.XmlTree;
import az.dost.vahid.signature.xml.XmlFactories;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.w3c.dom.Element;

/** The folder of a SOAP connector as it lies in the project: descriptor, request, mapping, contract. */
record Descriptor(Path folder, JsonNode connector) {
    private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());

    /** Every connector that has a WSDL. */
    static List<Descriptor> all() {
        try (var folders = Files.list(Path.of("connectors"))) {
            return folders.filter(folder -> Files.exists(folder.resolve("contract.wsdl")))
                    .sorted()
                    .map(Descriptor::of)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Descriptor of(Path folder) {
        try {
            return new Descriptor(
                    folder, YAML.readTree(folder.resolve("connector.yaml").toFile()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String agency() {
        return folder.getFileName().toString();
    }

    /** Empty where the descriptor has nothing there. */
    String text(String pointer) {
        return connector.at(pointer).asText();
    }

    String requestBody() throws IOException {
        return Files.readString(folder.resolve(text("/call/request")));
    }

    /** Local name of the request's root element. */
    String requestRoot() throws IOException {
        return XmlFactories.parse(requestBody().getBytes(StandardCharsets.UTF_8))
                .getDocumentElement()
                .getLocalName();
    }

    SoapContract contract() throws IOException {
        return SoapContract.of(folder.resolve("contract.wsdl"));
    }

    JsonNode mapped(Element payload) throws IOException {
        try (var mapping = Files.newBufferedReader(folder.resolve(text("/mapping")))) {
            return Mapping.compile(mapping, agency()).apply(XmlTree.of(payload));
        }
    }

    @Override
    public String toString() {
        return agency();
    }
}
