package az.dost.vahid.drop.row;

import az.dost.vahid.json.Json;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The layout file of a fixed-width drop.
 *
 * @param recordLength of every line in characters, null where lines differ
 * @param shortLines whether a line may end before its last fields, which are empty or shorter then
 * @param header null where the file has none; else its first line
 * @param trailer null where the file has none; else its last line
 */
public record Layout(Integer recordLength, boolean shortLines, Line record, Line header, Line trailer) {
    private static final ObjectMapper YAML = Json.yaml();

    /** @param marker first characters of the line; empty where any line is one */
    public record Line(String marker, List<Field> fields) {
        public Line {
            marker = marker == null ? "" : marker;
            fields = fields == null ? List.of() : List.copyOf(fields);
        }
    }

    /** @param from first character, from 1 */
    public record Field(String name, int from, int length) {
        /** Trimmed; null where the line is too short to hold it. */
        public String of(String line) {
            return from - 1 + length > line.length()
                    ? null
                    : line.substring(from - 1, from - 1 + length).strip();
        }

        /** As much of it as the line has, trimmed. */
        String start(String line) {
            return from > line.length()
                    ? ""
                    : line.substring(from - 1, Math.min(line.length(), from - 1 + length))
                            .strip();
        }
    }

    /** A field that cannot be where it is said to be, or is there twice; empty when there is none. */
    Optional<String> mistake() {
        return Stream.of(record, header, trailer)
                .filter(Objects::nonNull)
                .map(this::mistake)
                .filter(Objects::nonNull)
                .findFirst();
    }

    private String mistake(Line line) {
        Set<String> names = new HashSet<>();
        for (Field field : line.fields()) {
            if (field.name() == null || field.name().isBlank() || !names.add(field.name())) {
                return "The layout's fields need names, each its own: "
                        + (field.name() == null || field.name().isBlank()
                                ? "one has none"
                                : field.name() + " is there twice");
            }
            if (field.from() < 1
                    || field.length() < 1
                    || recordLength != null && field.from() - 1L + field.length() > recordLength) {
                return "The field " + field.name()
                        + " does not lie within the line: from is at least 1, length at least 1"
                        + (recordLength == null ? "" : ", and recordLength is " + recordLength);
            }
        }
        return null;
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
