package az.dost.vahid.kit.draft;

import az.dost.vahid.check.wsdl.XmlNames;
import az.dost.vahid.folder.OthersFiles;
import az.dost.vahid.folder.RefusedFileException;
import az.dost.vahid.json.Json;
import az.dost.vahid.kit.draft.field.ColumnValue;
import az.dost.vahid.kit.draft.field.DraftException;
import az.dost.vahid.kit.draft.field.Field;
import az.dost.vahid.kit.draft.field.Kind;
import az.dost.vahid.kit.draft.field.Synthetic;
import az.dost.vahid.kit.draft.field.Value;
import az.dost.vahid.kit.file.RowsException;
import az.dost.vahid.kit.file.RowsFile;
import az.dost.vahid.normalise.XmlTree;
import az.dost.vahid.signature.key.ProofException;
import az.dost.vahid.signature.xml.XmlFactories;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.w3c.dom.Element;

/** A reply or a drop that the agency gave as an example; nothing of its values is kept, see {@link Synthetic}. */
final class SampleReader {
    private static final int MAX_BYTES = 5 << 20;
    private static final ObjectMapper JSON = Json.mapper();
    private final Path file;
    private final byte[] bytes;

    SampleReader(Path file) {
        this(OthersFiles.beside(file), file);
    }

    SampleReader(OthersFiles files, Path file) {
        this.file = file;
        try {
            if (files.isLonger(file, MAX_BYTES)) {
                throw new DraftException(
                        file.getFileName() + " is longer than " + MAX_BYTES + " bytes: a few rows are enough");
            }
            bytes = files.read(file, MAX_BYTES);
        } catch (RefusedFileException e) {
            throw new DraftException(file + " " + e.why(), e);
        } catch (IOException e) {
            throw new DraftException(file + " cannot be read", e);
        }
    }

    /** As they were read. */
    byte[] bytes() {
        return bytes;
    }

    /**
     * Rows of separated values or of fixed width, or a layout alone.
     *
     * @param table the agency's table of the layout; null without
     * @param charset as a person says it; null where it is to be found
     */
    RowsFile rows(Path table, String charset) {
        try {
            return RowsFile.read(bytes, table == null ? null : new SampleReader(table).bytes, charset);
        } catch (RowsException e) {
            throw new DraftException(file.getFileName() + ": " + e.getMessage(), e);
        }
    }

    AgencyContract contract(RowsFile rows) {
        String name = file.getFileName().toString();
        Map<String, Object> drop = drop("csv", rows.rows() ? name : "rows.txt");
        drop.putAll(rows.members());
        Charset charset = Charset.forName(drop.get("charset").toString());
        List<Field> columns = rows.columns().stream()
                .map(column -> Field.leaf(column.name(), "", false, true, ColumnValue.of(column, charset, rows.rows())))
                .toList();
        return new AgencyContract(
                "file",
                drop,
                rows.layout() == null ? "csv" : "fixed",
                null,
                Field.group("row", "", false, true, columns),
                Map.of(),
                rows.told());
    }

    /** @param asDrop whether the file is a drop of many rows, and not one reply */
    AgencyContract xml(boolean asDrop) {
        Element root;
        try {
            root = XmlFactories.parse(bytes).getDocumentElement();
        } catch (ProofException e) {
            throw new DraftException(file.getFileName() + " is not well-formed XML, or declares a document type");
        }
        if (!asDrop) {
            return new AgencyContract(
                    "rest", call("xml"), "xml", question(), element(root, false), Map.of(), List.of());
        }
        Element row = rows(root);
        if (row == null) {
            throw new DraftException(file.getFileName() + " has no element that repeats: a drop holds rows");
        }
        Map<String, Object> drop = drop("xml");
        drop.put("rows", row.getParentNode().getLocalName());
        drop.put("row", row.getLocalName());
        return new AgencyContract("file", drop, "xml", null, element(row, false), Map.of(), List.of());
    }

    AgencyContract json(boolean asDrop) {
        try {
            JsonNode tree = JSON.readTree(bytes);
            if (!tree.isObject() && (asDrop || !tree.path(0).isObject())) {
                throw new DraftException(file.getFileName() + " is not a JSON object");
            }
            return asDrop
                    ? new AgencyContract(
                            "file", drop("json-lines"), "json", null, node("row", tree), Map.of(), List.of())
                    : new AgencyContract(
                            "rest",
                            call("json"),
                            "json",
                            question(),
                            node("reply", tree).asDocument(false),
                            Map.of(),
                            List.of());
        } catch (IOException e) {
            throw new DraftException(file.getFileName() + " is not JSON", e);
        }
    }

    private Map<String, Object> drop(String format) {
        return drop(format, file.getFileName().toString());
    }

    /** @param like name of a file as the agency calls it */
    static Map<String, Object> drop(String format, String like) {
        Map<String, Object> drop = new LinkedHashMap<>();
        String name = like.replaceAll("[^A-Za-z0-9._-]", "_");
        String pattern = name.replaceAll("[.]", "\\\\.")
                .replaceFirst("(?<![0-9])(?:19|20)\\d{6}(?![0-9])", "(?<date>\\\\\\\\d{8})");
        drop.put(
                "pattern",
                pattern.contains("(?<date>")
                        ? pattern.replace("\\\\", "\\")
                        : "(?<date>\\d{8}).*\\." + name.substring(name.lastIndexOf('.') + 1));
        drop.put("signatureSuffix", ".p7s");
        drop.put("format", format);
        return drop;
    }

    private static Map<String, Object> call(String form) {
        Map<String, Object> call = new LinkedHashMap<>();
        call.put("request", "request.json");
        call.put("path", "/");
        call.put("accept", "application/" + form);
        call.put("reply", form);
        return call;
    }

    /** A sample of an answer says nothing of its question. */
    static Field question() {
        return Field.group(
                "request",
                "",
                false,
                true,
                List.of(
                        Field.leaf("fin", "", false, true, Value.text("5AB1CD2")),
                        Field.leaf("requestId", "", false, true, Value.text("6f1b2c3d-4e5f-4a6b-8c7d-9e0f1a2b3c4d"))));
    }

    private static Element rows(Element parent) {
        List<Element> children = XmlNames.children(parent);
        for (Element child : children) {
            if (children.stream()
                            .filter(other -> other.getLocalName().equals(child.getLocalName()))
                            .count()
                    > 1) {
                return child;
            }
        }
        return children.stream()
                .map(SampleReader::rows)
                .filter(java.util.Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    private static Field element(Element element, boolean repeated) {
        JsonNode tree = XmlTree.of(element);
        String namespace = element.getNamespaceURI() == null ? "" : element.getNamespaceURI();
        if (!tree.isObject()) {
            return leaf(element.getLocalName(), namespace, repeated, tree.asText(""));
        }
        Map<String, Field> children = new LinkedHashMap<>();
        tree.properties().forEach(member -> {
            if (member.getKey().startsWith("@") || member.getKey().startsWith("#")) {
                children.put(
                        member.getKey(),
                        leaf(member.getKey(), "", false, member.getValue().asText()));
            }
        });
        for (Element child : XmlNames.children(element)) {
            if (tree.has(child.getLocalName())) {
                children.putIfAbsent(
                        child.getLocalName(),
                        element(child, tree.path(child.getLocalName()).isArray()));
            }
        }
        return Field.group(element.getLocalName(), namespace, repeated, true, List.copyOf(children.values()));
    }

    private static Field node(String name, JsonNode node) {
        if (node instanceof ArrayNode array) {
            Field element = node(name, array.path(0));
            return new Field(
                    name,
                    "",
                    element.kind(),
                    true,
                    true,
                    element.pattern(),
                    element.values(),
                    element.example(),
                    element.children(),
                    false,
                    element.repeated() ? element.nested() + 1 : 0,
                    false,
                    null,
                    null);
        }
        if (node.isObject()) {
            List<Field> children = node.properties().stream()
                    .map(member -> node(member.getKey(), member.getValue()))
                    .toList();
            return Field.group(name, "", false, true, children);
        }
        return node.isNumber()
                ? Field.leaf(name, "", false, true, Value.of(Kind.NUMBER, null, Synthetic.of(node.asText())))
                : node.isBoolean()
                        ? Field.leaf(name, "", false, true, Value.of(Kind.BOOLEAN, null, node.asText()))
                        : Field.leaf(name, "", false, true, text(node.isNull() ? "" : node.asText()));
    }

    private static Field leaf(String name, String namespace, boolean repeated, String example) {
        return Field.leaf(name, namespace, repeated, true, Value.like(Synthetic.of(example)));
    }

    /** JSON's text is text, whatever it looks like, but for days and times. */
    private static Value text(String example) {
        Value value = Value.like(Synthetic.of(example));
        return value.pattern() == null ? Value.text(value.example()) : value;
    }
}
