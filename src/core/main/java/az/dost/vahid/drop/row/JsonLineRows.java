package az.dost.vahid.drop.row;

import az.dost.vahid.drop.DropRefused;
import az.dost.vahid.json.Json;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;

/** One JSON object a line; empty lines are passed over. */
final class JsonLineRows implements RowReader {
    @SuppressWarnings("deprecation")
    private static final ObjectMapper JSON = Json.strict()
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
