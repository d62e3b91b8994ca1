package az.dost.vahid.mock.file;

import az.dost.vahid.normalise.XmlTree;
import az.dost.vahid.signature.xml.XmlFactories;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipInputStream;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** A small drop's rows as the trees that mappings see; read whole, and apart from the gateway's own readers. */
final class Rows {
    private static final ObjectMapper JSON = new ObjectMapper();

    static List<JsonNode> of(Path file, Descriptor descriptor) throws IOException {
        return switch (descriptor.drop().path("format").asText()) {
            case "xml" -> xml(file, descriptor);
            case "csv" -> csv(file, descriptor.drop().path("delimiter").asText().charAt(0));
            case "fixed-width" -> fixedWidth(file, descriptor);
            default -> jsonLines(file);
        };
    }

    /** The only entry of a zip archive. */
    static byte[] unzipped(Path file) throws IOException {
        try (ZipInputStream zip = new ZipInputStream(Files.newInputStream(file))) {
            zip.getNextEntry();
            byte[] entry = zip.readAllBytes();
            if (zip.getNextEntry() != null) {
                throw new AssertionError("The archive has two entries");
            }
            return entry;
        }
    }

    private static List<JsonNode> xml(Path file, Descriptor descriptor) throws IOException {
        Document document = XmlFactories.parse(unzipped(file));
        NodeList elements = document.getElementsByTagNameNS(
                "*", descriptor.drop().path("row").asText());
        List<JsonNode> rows = new ArrayList<>();
        for (int i = 0; i < elements.getLength(); i++) {
            rows.add(XmlTree.of((Element) elements.item(i)));
        }
        return rows;
    }

    private static List<JsonNode> csv(Path file, char delimiter) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            if (!new String(in.readNBytes(3), java.nio.charset.StandardCharsets.UTF_8).equals("\uFEFF")) {
                throw new AssertionError("No byte order mark");
            }
            List<JsonNode> rows = new ArrayList<>();
            new CsvMapper()
                    .readerFor(JsonNode.class)
                    .with(CsvSchema.emptySchema().withHeader().withColumnSeparator(delimiter))
                    .<JsonNode>readValues(in)
                    .forEachRemaining(rows::add);
            return rows;
        }
    }

    private static List<JsonNode> fixedWidth(Path file, Descriptor descriptor) throws IOException {
        JsonNode record = descriptor.layout().path("record");
        List<JsonNode> rows = new ArrayList<>();
        for (String line : Files.readAllLines(
                file, Charset.forName(descriptor.drop().path("charset").asText()))) {
            if (line.startsWith(record.path("marker").asText())) {
                rows.add(fields(line, record.path("fields")));
            }
        }
        return rows;
    }

    static ObjectNode fields(String line, JsonNode fields) {
        ObjectNode row = JsonNodeFactory.instance.objectNode();
        for (JsonNode field : fields) {
            int from = field.path("from").asInt() - 1;
            row.put(
                    field.path("name").asText(),
                    line.substring(from, from + field.path("length").asInt()).strip());
        }
        return row;
    }

    private static List<JsonNode> jsonLines(Path file) throws IOException {
        List<JsonNode> rows = new ArrayList<>();
        for (String line : Files.readAllLines(file)) {
            rows.add(JSON.readTree(line));
        }
        return rows;
    }

    private Rows() {}
}
