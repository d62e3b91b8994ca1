package az.dost.vahid.ingest.row;

import az.dost.vahid.json.Json;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;

/**
 * The layout file of a fixed-width drop.
 *
 * @param recordLength of every line in characters, null where lines differ
 * @param header       null where the file has none; else its first line
 * @param trailer      null where the file has none; else its last line
 */
public record Layout(Integer recordLength, Line record, Line header, Line trailer) {
    private static final ObjectMapper YAML = Json.yaml();

    /** @param marker first characters of the line */
    public record Line(String marker, List<Field> fields) {
        public Line {
            fields = fields == null ? List.of() : List.copyOf(fields);
        }
    }

    /** @param from first character, from 1 */
    public record Field(String name, int from, int length) {
        /** Trimmed; null where the line is too short to hold it. */
        public String of(String line) {
            return from - 1 + length > line.length() ? null : line.substring(from - 1, from - 1 + length).strip();
        }
    }

    /** @throws IllegalStateException when the YAML is no layout */
    public static Layout read(String yaml) {
        try {
            return YAML.readValue(yaml, Layout.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The layout cannot be read: " + e.getOriginalMessage(), e);
        }
    }
}
