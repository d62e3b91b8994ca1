package az.dost.vahid.verdicts;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The tables of {@code src/gateway/test/resources/verdicts/table.md}; each row by the names of its columns. */
final class VerdictTable {
    private static final Path FILE = Path.of("src/gateway/test/resources/verdicts/table.md");
    private final List<Map<String, String>> rows = new ArrayList<>();

    /**
     * One row of the tables of cases.
     *
     * @param happened in this order; empty when every register answered as it is
     * @param names what the reason must name, such as {@code field documentNumber}
     */
    record Case(
            String id,
            String person,
            List<String> happened,
            String state,
            String service,
            String paper,
            String verdict,
            String reason,
            List<String> names) {
        /** Whether the case is about the person alone. */
        boolean ofThePerson() {
            return paper.equals("-") || judgesNothing();
        }

        /** Whether the dossier must not judge any paper. */
        boolean judgesNothing() {
            return paper.equals("any paper");
        }

        @Override
        public String toString() {
            return id + " " + person + ", " + service + ", " + paper + ", " + String.join(" and ", happened);
        }
    }

    VerdictTable() {
        try {
            List<String> header = null;
            for (String line : Files.readAllLines(FILE)) {
                List<String> cells = cells(line);
                if (cells.isEmpty()) {
                    header = null;
                } else if (header == null) {
                    header = cells;
                } else if (!cells.get(0).startsWith("---")) {
                    add(header, cells, line);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void add(List<String> header, List<String> cells, String line) {
        if (header.size() != cells.size()) {
            throw new AssertionError("Another number of columns than its table has: " + line);
        }
        Map<String, String> row = new LinkedHashMap<>();
        for (int i = 0; i < cells.size(); i++) {
            row.put(header.get(i), cells.get(i));
        }
        rows.add(row);
    }

    /** A bar inside a cell is written with a backslash, code with back-ticks around it. */
    private static List<String> cells(String line) {
        if (!line.startsWith("|")) {
            return List.of();
        }
        return Arrays.stream(line.substring(1).split("(?<!\\\\)\\|"))
                .map(String::strip)
                .map(cell -> cell.replaceAll("^`(.*)`$", "$1").replace("\\|", "|"))
                .toList();
    }

    private Map<String, Map<String, String>> by(String column) {
        return rows.stream()
                .filter(row -> row.containsKey(column)
                        && row.keySet().iterator().next().equals(column))
                .collect(Collectors.toMap(row -> row.get(column), Function.identity()));
    }

    /** By name. */
    Map<String, Map<String, String>> people() {
        return by("who");
    }

    /** By the words that tell it. */
    Map<String, Map<String, String>> changes() {
        return by("change");
    }

    /** By code. */
    Map<String, Map<String, String>> reasons() {
        return by("reason code");
    }

    List<Case> cases() {
        return rows.stream()
                .filter(row -> row.containsKey("case"))
                .map(row -> new Case(
                        row.get("case"),
                        row.get("person"),
                        list(row.get("what happened")),
                        row.get("state"),
                        row.get("service"),
                        row.get("paper"),
                        row.get("verdict"),
                        row.get("reason"),
                        list(row.get("names"))))
                .toList();
    }

    private static List<String> list(String cell) {
        return cell.isEmpty() || cell.equals("-")
                ? List.of()
                : Arrays.stream(cell.split(";")).map(String::strip).toList();
    }
}
