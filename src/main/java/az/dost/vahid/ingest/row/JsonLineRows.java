package az.dost.vahid.ingest.row;

import az.dost.vahid.ingest.drop.DropRefused;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;

/** One JSON object a line; empty lines are passed over. */
final class JsonLineRows implements RowReader {
    private static final int MAX_DEPTH = 50;
    private static final ObjectMapper JSON = new ObjectMapper(JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(MAX_DEPTH).build()).build())
            .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            // The row is written anew for its hash: a number keeps every digit that the agency wrote.
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .setNodeFactory(JsonNodeFactory.withExactBigDecimals(true));
    private final TextLines lines;
    private long row;

    JsonLineRows(TextLines lines) {
        this.lines = lines;
    }

    @Override
    public long characters() {
        return lines.characters();
    }

    @Override
    public JsonNode next() throws IOException {
        String line = lines.next();
        while (line != null && line.isBlank()) {
            line = lines.next();
        }
        if (line == null) {
            return null;
        }
        row++;
        try {
            JsonNode node = JSON.readTree(line);
            if (node.isObject()) {
                return node;
            }
        } catch (JsonProcessingException e) {
            // Jackson's message may quote the file.
            throw DropRefused.at(row, lines.number(), null, "The line is not JSON");
        }
        throw DropRefused.at(row, lines.number(), null, "The line is not a JSON object");
    }
}
