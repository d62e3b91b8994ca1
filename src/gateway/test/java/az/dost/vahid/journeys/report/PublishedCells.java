package az.dost.vahid.journeys.report;

import az.dost.vahid.disclosure.ExactRanges;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * Somebody who has every report, of every version, and computes. He knows what the contract and everybody know of the
 * figures: that rows add up to their total, services to their family, months to their quarter, cases with papers and
 * without to all cases, verdicts to questions, and that no more certificates are fetched than papers are not asked for.
 */
final class PublishedCells {
    private static final List<String> COMPUTED = List.of(
            "FREE_SHARE",
            "ANSWERED_SHARE",
            "AWAY_SHARE",
            "HOURS",
            "MEDIAN_SECONDS",
            "P95_SECONDS",
            "MEDIAN_DURATION",
            "P95_DURATION",
            "ACCEPTED_DAYS",
            "ANSWERED_DAYS");
    private static final List<String> MAIN = List.of("TOTAL", "BY_SERVICE", "BY_FAMILY", "BY_CENTRE", "BY_CHANNEL");
    private static final List<String> ADDED_UP = List.of(
            "BY_SERVICE",
            "BY_FAMILY",
            "BY_CENTRE",
            "BY_CHANNEL",
            "BY_OUTCOME",
            "BY_DOCUMENT",
            "BY_AGENCY",
            "BY_REFUSAL",
            "BY_RIGHT",
            "BY_RIGHT_REFUSAL",
            "D_REFUSALS",
            "BY_SEX",
            "BY_AGE",
            "BY_SEX_AND_AGE",
            "D_COMPARED",
            "D_BAND",
            "D_SEX",
            "D_AGE",
            "D_CHANNEL");
    private static final List<String> VERDICTS = List.of(
            "ANSWERED",
            "NO_RECORD",
            "STALE",
            "NOT_AUTHORISED",
            "TIMED_OUT",
            "UNAVAILABLE",
            "REJECTED",
            "OTHER_VERDICT");
    private final UnaryOperator<String> family;
    private final Map<String, JsonNode> reports = new LinkedHashMap<>();
    /** What is shown of each cell; null for what is hidden. */
    private final Map<String, Long> cells = new LinkedHashMap<>();

    private final Map<String, Integer> unknown = new HashMap<>();
    /** The hidden ones that he knows to be at least 1: a count of 0 is shown, unless a version before hid it. */
    private final Set<String> atLeastOne = new HashSet<>();

    private final List<List<String>> sums = new ArrayList<>();
    private final List<List<String>> atMost = new ArrayList<>();

    PublishedCells(UnaryOperator<String> family) {
        this.family = family;
    }

    static String id(String period, int version, String table, String row, String figure) {
        return String.join("|", period, Integer.toString(version), table, row, figure);
    }

    /** In the order of time. */
    void add(JsonNode report) {
        String period = report.path("period").asText();
        int version = report.path("version").asInt();
        reports.put(period + "|" + version, report);
        for (JsonNode table : report.path("tables")) {
            String name = table.path("table").asText();
            row(table.path("total"), id(period, version, name, "TOTAL", ""));
            table.path("rows")
                    .forEach(row -> row(
                            row.path("cells"),
                            id(period, version, name, row.path("key").asText(), "")));
        }
        sums(period + "|" + version, report);
        for (JsonNode month : report.path("months")) {
            if (!reports.containsKey(
                    month.path("period").asText() + "|" + month.path("version").asInt())) {
                throw new IllegalStateException("A quarter before its months");
            }
        }
        if (report.has("months")) {
            months(period + "|" + version, report);
        }
    }

    private void row(JsonNode row, String id) {
        row.properties().stream()
                .filter(cell -> !COMPUTED.contains(cell.getKey()))
                .forEach(cell -> {
                    cells.put(
                            id + cell.getKey(),
                            cell.getValue().isNumber() ? cell.getValue().asLong() : null);
                    if (!cell.getValue().isNumber()) {
                        unknown.put(id + cell.getKey(), unknown.size());
                    }
                });
    }

    private static Stream<String> rows(JsonNode table) {
        return StreamSupport.stream(table.path("rows").spliterator(), false)
                .map(row -> row.path("key").asText());
    }

    private void sums(String version, JsonNode report) {
        for (JsonNode table : report.path("tables")) {
            String name = version + "|" + table.path("table").asText() + "|";
            List<String> rows = Stream.concat(Stream.of("TOTAL"), rows(table)).toList();
            table.path("figures").forEach(figure -> {
                if (ADDED_UP.contains(table.path("table").asText())) {
                    sum(rows.stream()
                            .map(row -> name + row + "|" + figure.asText())
                            .toList());
                }
                if (MAIN.contains(table.path("table").asText())) {
                    sum(List.of(name + "TOTAL|" + figure.asText(), version + "|TOTAL|TOTAL|" + figure.asText()));
                }
            });
            for (String row : rows) {
                sum(Stream.of("CASES", "FREE", "NOT_FREE")
                        .map(figure -> name + row + "|" + figure)
                        .toList());
                sum(Stream.concat(Stream.of("ASKED"), VERDICTS.stream())
                        .map(figure -> name + row + "|" + figure)
                        .toList());
                atMost(name + row + "|NOT_ASKED", name + row + "|COLLECTED");
                atMost(name + row + "|IN_VAIN", name + row + "|COMPLETED");
            }
        }
        grouped(version, report, "BY_SERVICE", "BY_FAMILY", family);
        grouped(version, report, "BY_SEX_AND_AGE", "BY_SEX", row -> row.substring(0, row.indexOf('/')));
        grouped(version, report, "BY_SEX_AND_AGE", "BY_AGE", row -> row.substring(row.indexOf('/') + 1));
        List.of("CASES", "FREE", "NOT_FREE")
                .forEach(figure -> List.of("BY_SEX", "BY_AGE", "BY_SEX_AND_AGE")
                        .forEach(table -> sum(List.of(
                                version + "|" + table + "|TOTAL|" + figure, version + "|TOTAL|TOTAL|" + figure))));
        List.of("NOT_ASKED", "COLLECTED")
                .forEach(figure ->
                        sum(List.of(version + "|BY_DOCUMENT|TOTAL|" + figure, version + "|TOTAL|TOTAL|" + figure)));
        List.of("D_BAND", "D_SEX", "D_AGE", "D_CHANNEL")
                .forEach(table ->
                        sum(List.of(version + "|" + table + "|TOTAL|CASES", version + "|D_COMPARED|DISABILITY|CASES")));
        sum(List.of(version + "|BY_OUTCOME|TOTAL|CASES", version + "|TOTAL|TOTAL|CASES"));
        sum(List.of(version + "|BY_OUTCOME|FREE|CASES", version + "|TOTAL|TOTAL|FREE"));
        Map.of("D_SEX", "BY_SEX", "D_AGE", "BY_AGE", "D_CHANNEL", "BY_CHANNEL")
                .forEach((part, whole) -> partOf(version, report, part, whole, "CASES"));
        partOf(version, report, "D_REFUSALS", "BY_REFUSAL", "REFUSALS");
        grouped(version, report, "BY_RIGHT_REFUSAL", "BY_RIGHT", row -> row.substring(0, row.indexOf('/')));
        undecided(version, report);
        acts(version, report);
    }

    private void partOf(String version, JsonNode report, String part, String whole, String figure) {
        report.path("tables").forEach(table -> {
            if (table.path("table").asText().equals(part)) {
                Stream.concat(Stream.of("TOTAL"), rows(table))
                        .forEach(row -> atMost(
                                version + "|" + whole + "|" + row + "|" + figure,
                                version + "|" + part + "|" + row + "|" + figure));
            }
        });
    }

    /** Each register failed at most as many looks as were undecided, of its right and of all. */
    private void undecided(String version, JsonNode report) {
        report.path("tables").forEach(table -> {
            if (table.path("table").asText().equals("BY_RIGHT_UNDECIDED")) {
                sum(List.of(version + "|BY_RIGHT_UNDECIDED|TOTAL|UNDECIDED", version + "|BY_RIGHT|TOTAL|UNDECIDED"));
                rows(table)
                        .forEach(row -> List.of(row.substring(0, row.indexOf('/')), "TOTAL")
                                .forEach(whole -> atMost(
                                        version + "|BY_RIGHT|" + whole + "|UNDECIDED",
                                        version + "|BY_RIGHT_UNDECIDED|" + row + "|UNDECIDED")));
            }
        });
    }

    /** Acts of a kind add up to all of them; a complaint comes with a rating. */
    private void acts(String version, JsonNode report) {
        String table = version + "|TRANSPARENCY|";
        report.path("tables").forEach(one -> {
            if (one.path("table").asText().equals("TRANSPARENCY")) {
                List<String> rows = rows(one).toList();
                List.of("HIT_OPENED", "HIT_CLOSED", "CORRECTION_ENDED", "RATING")
                        .forEach(act -> sum(Stream.concat(
                                        Stream.of(act), rows.stream().filter(row -> row.startsWith(act + "/")))
                                .map(row -> table + row + "|ENTRIES")
                                .toList()));
            }
        });
        atMost(table + "RATING|ENTRIES", table + "COMPLAINT|ENTRIES");
    }

    private void grouped(String version, JsonNode report, String parts, String wholes, UnaryOperator<String> whole) {
        for (JsonNode table : report.path("tables")) {
            if (table.path("table").asText().equals(parts)) {
                Map<String, List<String>> groups = new LinkedHashMap<>();
                rows(table)
                        .forEach(row -> groups.computeIfAbsent(whole.apply(row), key -> new ArrayList<>())
                                .add(row));
                groups.forEach((group, rows) -> table.path("figures")
                        .forEach(figure -> sum(Stream.concat(
                                        Stream.of(version + "|" + wholes + "|" + group + "|" + figure.asText()),
                                        rows.stream()
                                                .map(row -> version + "|" + parts + "|" + row + "|" + figure.asText()))
                                .toList())));
            }
        }
    }

    private void months(String version, JsonNode quarter) {
        cells.keySet().stream()
                .filter(id -> id.startsWith(version + "|") && !id.contains("|D_"))
                .toList()
                .forEach(id -> {
                    String cell = id.substring(version.length());
                    List<String> sum = new ArrayList<>(List.of(id));
                    quarter.path("months")
                            .forEach(month -> sum.add(month.path("period").asText() + "|"
                                    + month.path("version").asInt() + cell));
                    sums.add(sum.stream().filter(cells::containsKey).toList());
                });
    }

    /** The first is the sum of the others. Nothing is known of a cell that there is not. */
    private void sum(List<String> ids) {
        if (ids.stream().allMatch(cells::containsKey)) {
            sums.add(ids);
        }
    }

    private void atMost(String whole, String part) {
        if (cells.containsKey(whole) && cells.containsKey(part)) {
            atMost.add(List.of(whole, part));
        }
    }

    /** Tells him that a hidden count is not 0. */
    void tellNotZero(String id) {
        atLeastOne.add(id);
    }

    boolean hides(String id) {
        return cells.containsKey(id) && cells.get(id) == null;
    }

    boolean shows(String id) {
        return cells.get(id) != null;
    }

    /** @return by id of each hidden one of {@code wanted} the smallest and the largest that it can be */
    Map<String, double[]> ranges(List<String> wanted) {
        int columns = unknown.size() + atMost.size();
        List<long[]> equations = new ArrayList<>();
        sums.forEach(sum -> {
            long[] row = new long[columns + 1];
            for (int i = 0; i < sum.size(); i++) {
                put(row, sum.get(i), i == 0 ? -1 : 1);
            }
            equations.add(row);
        });
        for (int i = 0; i < atMost.size(); i++) {
            long[] row = new long[columns + 1];
            put(row, atMost.get(i).get(0), -1);
            put(row, atMost.get(i).get(1), 1);
            row[unknown.size() + i] = 1;
            equations.add(row);
        }
        ExactRanges ranges = new ExactRanges(
                columns, equations.stream().filter(row -> !empty(row)).toList());
        Map<String, double[]> found = new LinkedHashMap<>();
        wanted.stream().filter(this::hides).forEach(id -> {
            double[] range = ranges.of(unknown.get(id));
            found.put(id, new double[] {range[0] + least(id), range[1] + least(id)});
        });
        return found;
    }

    private static boolean empty(long[] row) {
        for (long number : row) {
            if (number != 0) {
                return false;
            }
        }
        return true;
    }

    private int least(String id) {
        return atLeastOne.contains(id) ? 1 : 0;
    }

    private void put(long[] row, String id, long factor) {
        if (hides(id)) {
            row[unknown.get(id)] += factor;
            row[row.length - 1] -= factor * least(id);
        } else {
            row[row.length - 1] -= factor * cells.get(id);
        }
    }
}
