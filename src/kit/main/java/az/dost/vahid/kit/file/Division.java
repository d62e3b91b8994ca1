package az.dost.vahid.kit.file;

import az.dost.vahid.json.Json;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * How the values of a row are divided: read as a gateway reads them, by each delimiter and quote that files have.
 *
 * @param quote empty where values are not quoted
 * @param rows the first ones, the head too
 * @param columns that most rows have
 */
record Division(char delimiter, String quote, List<String[]> rows, int columns) {
    private static final CsvMapper CSV = Json.csv().enable(CsvParser.Feature.WRAP_AS_ARRAY);
    private static final String DELIMITERS = ";,\t|^~:";
    private static final int ROWS = 200;
    private static final double MOST = 0.9;

    /** Empty where no delimiter divides nine rows of ten into as many values, two at least. */
    static Optional<Division> of(String text) {
        List<Division> all = new ArrayList<>();
        for (char delimiter : DELIMITERS.toCharArray()) {
            for (String quote : List.of("\"", "'", "")) {
                Division one = by(text, delimiter, quote);
                if (one.columns > 1 && one.share() >= MOST) {
                    all.add(one);
                }
            }
        }
        // The first of those that are as good: quotation marks are likelier than apostrophes, and both than none.
        return all.stream()
                .max(Comparator.comparingDouble(Division::share)
                        .thenComparingInt(Division::columns)
                        .thenComparing(one -> -all.indexOf(one)))
                .map(best -> best.single() ? by(text, best.delimiter, "'") : best);
    }

    /** One column, named by the first line. */
    static Division ofOneColumn(String text) {
        return by(text, ';', "\"");
    }

    static Division by(String text, char delimiter, String quote) {
        CsvSchema schema = CsvSchema.emptySchema().withColumnSeparator(delimiter);
        List<String[]> rows = new ArrayList<>();
        try (MappingIterator<String[]> values = CSV.readerFor(String[].class)
                .with(quote.isEmpty() ? schema.withoutQuoteChar() : schema.withQuoteChar(quote.charAt(0)))
                .readValues(text)) {
            while (rows.size() < ROWS && values.hasNextValue()) {
                rows.add(values.nextValue());
            }
        } catch (IOException | RuntimeException e) {
            // Not by this delimiter and quote: what Jackson says may quote the file.
            return new Division(delimiter, quote, List.of(), 0);
        }
        Map<Integer, Integer> counts = new TreeMap<>();
        rows.forEach(row -> counts.merge(row.length, 1, Integer::sum));
        return new Division(
                delimiter,
                quote,
                rows,
                counts.entrySet().stream()
                        .max(Map.Entry.comparingByValue())
                        .map(Map.Entry::getKey)
                        .orElse(0));
    }

    private double share() {
        return rows.isEmpty()
                ? 0
                : (double) rows.stream().filter(row -> row.length == columns).count() / rows.size();
    }

    /** Whether values stand between apostrophes, and none between quotation marks. */
    private boolean single() {
        long some = values().filter(value -> !value.isBlank()).count();
        return values().filter(value -> value.length() > 1 && value.startsWith("'") && value.endsWith("'"))
                                        .count()
                                * 2
                        > some
                && values().noneMatch(value -> value.indexOf('"') >= 0);
    }

    private Stream<String> values() {
        return rows.stream().flatMap(Arrays::stream);
    }

    /**
     * Whether the first row has names: none looks like a value of a register, or is empty, but for the last one behind
     * a delimiter too many.
     */
    boolean headed() {
        List<String> first = rows.isEmpty() ? List.of() : List.of(rows.get(0));
        return !first.isEmpty()
                && IntStream.range(0, first.size()).noneMatch(this::valued)
                && first.subList(0, first.size() - 1).stream().noneMatch(String::isBlank);
    }

    /** Whether a column begins with a value, and goes on so. */
    private boolean valued(int column) {
        return data(rows.get(0)[column])
                && rows.stream()
                        .skip(1)
                        .filter(row -> row.length > column)
                        .allMatch(row -> row[column].isBlank() || data(row[column]));
    }

    private static boolean data(String value) {
        String bare = value.strip();
        return bare.matches("[+-]?\\d[\\d\\s.,:/+TZ-]*") || bare.matches("(?=.*[0-9])[0-9A-HJ-NP-Z]{7}");
    }

    /** @throws RowsException when the first row does not name each column once */
    List<String> names() {
        List<String> names = List.of(rows.get(0));
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < names.size(); i++) {
            if (names.get(i).isBlank() || !seen.add(names.get(i))) {
                throw new RowsException("Line 1 must name the columns, each once: column " + (i + 1)
                        + (names.get(i).isBlank()
                                ? " has no name"
                                : " has the name of column " + (names.indexOf(names.get(i)) + 1)));
            }
        }
        return names;
    }

    /** Other signs that would divide each row into as many values, too. */
    private List<Character> others(String text) {
        List<Character> others = new ArrayList<>();
        for (char other : DELIMITERS.toCharArray()) {
            Division one = by(text, other, quote);
            if (other != delimiter && one.columns > 1 && one.share() == 1) {
                others.add(other);
            }
        }
        return others;
    }

    /** Whether its delimiter alone divides each row alike; a file of one column has none. */
    boolean certain(String text) {
        return columns == 1 || rows.size() > 1 && share() == 1 && others(text).isEmpty();
    }

    /** What speaks for it. */
    List<String> told(String text) {
        List<String> told = new ArrayList<>();
        List<Character> others = others(text);
        boolean known = certain(text);
        told.add("delimiter " + shown(delimiter) + (known ? "" : ", guessed") + ": it makes " + columns + " columns in "
                + (share() == 1 ? "each of " + rows.size() : Math.round(share() * rows.size()) + " of " + rows.size())
                + " rows"
                + (others.isEmpty()
                        ? ""
                        : "; "
                                + String.join(
                                        ", ",
                                        others.stream().map(Division::shown).toList())
                                + " would divide each row, too"));
        for (int i = 0; i < rows.size(); i++) {
            if (rows.get(i).length != columns) {
                told.add("row " + (i + 1) + ", counted with the head, has " + rows.get(i).length + " columns, and not "
                        + columns + ": a gateway refuses such a file");
                break;
            }
        }
        if (!quote.equals("\"")) {
            told.add(
                    quote.isEmpty()
                            ? "no quotes, guessed: the file holds \" where they would not be quotes"
                            : "quotes ', guessed: most values stand between them");
        } else if (text.indexOf('"') >= 0) {
            told.add("quotes \": values stand between them");
        }
        return told;
    }

    static String shown(char delimiter) {
        return delimiter == '\t' ? "tab" : String.valueOf(delimiter);
    }

    /** The first value of each column that is not empty, and the columns' names. */
    List<FileColumn> read(List<String> names, boolean headed) {
        List<FileColumn> columns = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            int at = i;
            String example = rows.stream()
                    .skip(headed ? 1 : 0)
                    .filter(row -> row.length > at)
                    .map(row -> row[at].strip())
                    .filter(value -> !value.isEmpty())
                    .findFirst()
                    .orElse("");
            columns.add(new FileColumn(names.get(i), example, 0, null));
        }
        return columns;
    }
}
