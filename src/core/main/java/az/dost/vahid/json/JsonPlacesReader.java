package az.dost.vahid.json;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.yaml.snakeyaml.DumperOptions.FlowStyle;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/**
 * JSON as YAML's nodes, which know their places: what YAML's own reader cannot take of JSON are tabs before a line and
 * escaped slashes.
 */
final class JsonPlacesReader {
    private final JsonParser parser;

    private JsonPlacesReader(JsonParser parser) {
        this.parser = parser;
    }

    /** @throws IOException when the text is no JSON, or goes on after it */
    static Node of(String json) throws IOException {
        try (JsonParser parser = Json.factory().createParser(json)) {
            parser.nextToken();
            Node root = new JsonPlacesReader(parser).node();
            if (parser.nextToken() != null) {
                throw new IOException("The text goes on after the document");
            }
            return root;
        }
    }

    private Mark mark() {
        JsonLocation place = parser.currentTokenLocation();
        return new Mark(
                "json", 0, Math.max(0, place.getLineNr() - 1), Math.max(0, place.getColumnNr() - 1), new int[0], 0);
    }

    /** Its depth has the bounds of all JSON. */
    private Node node() throws IOException {
        Mark start = mark();
        if (parser.currentToken() == JsonToken.START_OBJECT) {
            List<NodeTuple> members = new ArrayList<>();
            while (parser.nextToken() != JsonToken.END_OBJECT) {
                Node name = scalar(mark(), Tag.STR, ScalarStyle.DOUBLE_QUOTED);
                parser.nextToken();
                members.add(new NodeTuple(name, node()));
            }
            return new MappingNode(Tag.MAP, true, members, start, mark(), FlowStyle.FLOW);
        }
        if (parser.currentToken() == JsonToken.START_ARRAY) {
            List<Node> elements = new ArrayList<>();
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                elements.add(node());
            }
            return new SequenceNode(Tag.SEQ, true, elements, start, mark(), FlowStyle.FLOW);
        }
        boolean text = parser.currentToken() == JsonToken.VALUE_STRING;
        return scalar(start, text ? Tag.STR : Tag.NULL, text ? ScalarStyle.DOUBLE_QUOTED : ScalarStyle.PLAIN);
    }

    private Node scalar(Mark start, Tag tag, ScalarStyle style) throws IOException {
        String value = parser.currentToken() == JsonToken.FIELD_NAME ? parser.currentName() : parser.getText();
        if (value == null) {
            throw new IOException("The text ends before the document does");
        }
        return new ScalarNode(tag, value, start, start, style);
    }
}
