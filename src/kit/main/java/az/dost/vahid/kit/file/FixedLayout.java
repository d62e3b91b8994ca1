package az.dost.vahid.kit.file;

import az.dost.vahid.json.Json;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Where the fields of lines of fixed width lie, as a connector's {@code layout.yaml} says it.
 *
 * @param recordLength of every line in characters; null where no row showed it
 * @param shortLines whether lines end before their last fields
 * @param marks first characters of rows, head and trailer
 * @param guessed whether no table said where the fields lie
 * @param told what speaks for it
 */
record FixedLayout(
        Integer recordLength,
        boolean shortLines,
        RowMarks marks,
        boolean guessed,
        List<FixedField> fields,
        List<String> told) {
    private static final ObjectMapper JSON = Json.mapper();
    private static final int FEWEST_ROWS = 2;
    private static final int SHORTEST = 8;

    /**
     * Of a table and, where there are any, rows that it describes. @throws RowsException when they do not go together
     */
    static FixedLayout of(LayoutTable table, List<String> lines) {
        int end = table.fields().stream().mapToInt(FixedField::end).max().orElseThrow() - 1;
        List<String> told = new ArrayList<>(table.told());
        if (lines.isEmpty()) {
            told.add("layout: no row shows how long a line is, so it is not checked (recordLength)");
            return new FixedLayout(null, false, RowMarks.of(List.of()), false, table.fields(), told);
        }
        RowMarks marks = RowMarks.of(lines);
        int longest = longest(marks.rows());
        int shortest = shortest(marks.rows());
        if (longest < end && longest == shortest) {
            throw new RowsException("The rows have " + longest + " characters, and the layout " + end
                    + ": they do not go together, or the character set is another one (--charset)");
        }
        if (longest > end) {
            told.add("layout: it ends at character " + end + ", and the longest row at " + longest);
        }
        return of(lines, marks, Math.max(longest, end), shortest, false, table.fields(), told);
    }

    /** Of rows alone; empty where they are not of one length, but for blanks at their end. */
    static Optional<FixedLayout> guessed(List<String> lines) {
        RowMarks marks = RowMarks.of(lines);
        int length = longest(marks.rows());
        List<String> whole =
                marks.rows().stream().filter(line -> line.length() == length).toList();
        if (marks.rows().size() < FEWEST_ROWS
                || length < SHORTEST
                || whole.size() < FEWEST_ROWS
                || 2 * whole.size() < marks.rows().size()) {
            return Optional.empty();
        }
        List<FixedField> fields =
                named(marks, Ruler.fields(marks.rows(), length, marks.record().length()), lines.get(0));
        List<String> told = new ArrayList<>();
        told.add("layout, guessed from " + marks.rows().size() + " rows of " + length + " characters: " + fields.size()
                + " fields, each of which may be several or a part of one;"
                + " take the agency's own table by --layout, or look at layout.yaml line by line");
        return Optional.of(of(lines, marks, length, shortest(marks.rows()), true, fields, told));
    }

    private static FixedLayout of(
            List<String> lines,
            RowMarks marks,
            int length,
            int shortest,
            boolean guessed,
            List<FixedField> fields,
            List<String> told) {
        boolean early = shortest < length;
        boolean odd = Stream.of(
                        marks.header() == null ? "" : lines.get(0),
                        marks.trailer() == null ? "" : lines.get(lines.size() - 1))
                .anyMatch(line -> !line.isEmpty() && (early ? line.length() > length : line.length() != length));
        if (odd) {
            told.add(
                    "layout: head or trailer have another length than the rows, so no length is checked (recordLength)");
        }
        if (early) {
            told.add("short lines, guessed: rows end between character " + shortest + " and " + length);
        }
        if (marks.header() != null) {
            told.add("head, guessed: the first line, which begins with " + marks.header() + ", is no row");
        }
        if (marks.trailer() != null) {
            told.add("trailer, guessed: the last line, which begins with " + marks.trailer() + ", is no row");
        }
        return new FixedLayout(odd ? null : Integer.valueOf(length), early, marks, guessed, fields, told);
    }

    private static int longest(List<String> lines) {
        return lines.stream().mapToInt(String::length).max().orElse(0);
    }

    private static int shortest(List<String> lines) {
        return lines.stream().mapToInt(String::length).min().orElse(0);
    }

    /** By the words of the head, where one stands above each field. */
    private static List<FixedField> named(RowMarks marks, List<FixedField> fields, String head) {
        if (marks.header() == null) {
            return fields;
        }
        List<FixedField> named = new ArrayList<>();
        for (FixedField field : fields) {
            String word = field.of(head);
            if (word.isEmpty()
                    || word.contains("  ")
                    || word.matches(".*\\d{3}.*")
                    || named.stream().anyMatch(other -> other.name().equals(word))) {
                return fields;
            }
            named.add(new FixedField(word, field.from(), field.length(), null));
        }
        return named;
    }

    /** The file {@code layout.yaml}. */
    String yaml() {
        StringBuilder yaml = new StringBuilder(
                guessed ? "# Guessed from rows: compare each field with the agency's own description.\n" : "");
        if (recordLength != null) {
            yaml.append("recordLength: ").append(recordLength).append('\n');
        }
        yaml.append(shortLines ? "# Guessed: lines end before their last fields.\nshortLines: true\n" : "");
        if (marks.header() != null) {
            yaml.append("# Guessed: the first line is no row.\nheader:\n  marker: ")
                    .append(quoted(marks.header()))
                    .append("\n  fields: []\n");
        }
        yaml.append("record:\n")
                .append(marks.record().isEmpty() ? "" : "  marker: " + quoted(marks.record()) + "\n")
                .append("  fields:\n");
        fields.forEach(field -> yaml.append("    - {name: ")
                .append(quoted(field.name()))
                .append(", from: ")
                .append(field.from())
                .append(", length: ")
                .append(field.length())
                .append("}\n"));
        if (marks.trailer() != null) {
            yaml.append(
                            "# Guessed: the last line is no row. Its fields with the number of rows or a sum belong here, and into drop.trailer.\ntrailer:\n  marker: ")
                    .append(quoted(marks.trailer()))
                    .append("\n  fields: []\n");
        }
        return yaml.toString();
    }

    private static String quoted(String text) {
        try {
            return JSON.writeValueAsString(text);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Each field with the first value of it that is not empty. */
    List<FileColumn> columns() {
        return fields.stream()
                .map(field -> new FileColumn(
                        field.name(),
                        marks.rows().stream()
                                .map(field::of)
                                .filter(value -> !value.isEmpty())
                                .findFirst()
                                .orElse(""),
                        field.length(),
                        field.form()))
                .toList();
    }
}
