package az.dost.vahid.check;

import az.dost.vahid.connector.Connector;
import az.dost.vahid.drop.row.RowSample;
import az.dost.vahid.folder.OthersFiles;
import az.dost.vahid.json.Json;
import az.dost.vahid.normalise.MappingException;
import az.dost.vahid.normalise.SoapContent;
import az.dost.vahid.normalise.XmlTree;
import az.dost.vahid.signature.xml.AttachedParts;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** One case folder of a connector's samples: {@code reply*} or {@code row.*}, and what is expected of it. */
public record Sample(OthersFiles files, Path folder) {
    /** The most that a descriptor allows. */
    private static final int MOST_PARTS = 100;

    private static final int LONGEST_PART = 5 << 20;
    private static final ObjectMapper JSON = Json.exact().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);

    /** A case folder that lies alone. */
    public Sample(Path folder) {
        this(new OthersFiles(folder), folder);
    }

    public Path expected() {
        return folder.resolve("expected.json");
    }

    /** Holds a word that the mapping's error contains. */
    public Path expectedError() {
        return folder.resolve("expected-error.txt");
    }

    public boolean hasExpected() {
        return files.has(expected());
    }

    public boolean hasExpectedError() {
        return files.has(expectedError());
    }

    /** Whether it shows a reply that breaks the agency's contract, and so says itself what is wrong with it. */
    public boolean bad() {
        try {
            return hasExpectedError()
                    || hasExpected()
                            && !JSON.readTree(files.bytes(expected()))
                                    .path(BelievedFacts.UNMAPPABLE)
                                    .isEmpty();
        } catch (IOException e) {
            return false;
        }
    }

    /** The reply, its pages in order, or the row. */
    public List<Path> inputs() {
        return files.files(folder).stream()
                .filter(file -> file.getFileName().toString().matches("(reply|row).*"))
                .toList();
    }

    /**
     * What the mapping sees: read as the gateway reads it, but for the proof.
     *
     * @param layout text of a fixed-width drop's layout, null otherwise
     * @throws IllegalArgumentException when an input is not in its format
     * @throws az.dost.vahid.signature.key.ProofException when it is no XML document, or declares a document type
     */
    public JsonNode tree(Connector connector, String layout) {
        JsonNode whole = null;
        for (Path input : inputs()) {
            JsonNode tree = input.getFileName().toString().startsWith("row")
                    ? RowSample.read(connector.drop(), layout, files.bytes(input))
                    : input.toString().endsWith(".xml")
                            ? xml(AttachedParts.of(files.bytes(input), parts()), connector)
                            : json(files.bytes(input));
            whole = whole == null ? tree : joined(whole, tree, connector.call().paging());
        }
        return whole;
    }

    /** The first page's tree with the items of all. @throws IllegalArgumentException when they cannot be joined */
    public static JsonNode whole(List<JsonNode> pages, Connector connector) {
        return pages.stream()
                .reduce((whole, page) -> joined(whole, page, connector.call().paging()))
                .orElseThrow();
    }

    /**
     * Parts beside the reply's envelope, by name of their files in the folder {@code parts}: {@code cid:photo.jpg} is
     * {@code parts/photo.jpg}.
     */
    public Map<String, byte[]> parts() {
        Map<String, byte[]> contents = new TreeMap<>();
        files.files(folder.resolve("parts")).stream()
                .limit(MOST_PARTS + 1L)
                .forEach(file -> contents.put(file.getFileName().toString(), files.bytes(file, LONGEST_PART)));
        return contents;
    }

    /** What the mapping sees of a reply as it came. */
    public static JsonNode tree(byte[] reply, Connector connector) {
        return connector.drop() != null || connector.call().xml()
                ? xml(AttachedParts.of(reply, null, MOST_PARTS), connector)
                : json(reply);
    }

    private static JsonNode json(byte[] reply) {
        try {
            return JSON.readTree(reply);
        } catch (IOException e) {
            throw new IllegalArgumentException("The reply is not JSON", e);
        }
    }

    private static JsonNode joined(JsonNode whole, JsonNode page, Connector.Paging paging) {
        if (paging != null
                && whole.at(paging.items()) instanceof ArrayNode all
                && page.at(paging.items()) instanceof ArrayNode next) {
            all.addAll(next);
            return whole;
        }
        throw new IllegalArgumentException(
                "The sample has several replies, but the connector no paging, or a page no list");
    }

    private static JsonNode xml(AttachedParts parts, Connector connector) {
        Document document = parts.document();
        Element root = document.getDocumentElement();
        if (!root.getLocalName().equals("Envelope")) {
            return XmlTree.of(root);
        }
        SoapContent content = SoapContent.of(document)
                .orElseThrow(() -> new IllegalArgumentException("The envelope has no Body with one element in it"));
        parts.inline(
                content.element(),
                connector.call() == null
                        ? Set.of()
                        : connector.call().attachments().swaRefs(),
                true);
        try {
            return content.tree();
        } catch (MappingException e) {
            throw new IllegalArgumentException(e.getMessage(), e);
        }
    }
}
