package az.dost.vahid.kit.file;

import az.dost.vahid.logging.PlainText;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * A file of rows, or the table that describes one: in which character set it is, how it is divided, which columns it
 * has.
 *
 * @param members of the descriptor's {@code drop}, in order: format, charset and what else says how to read it
 * @param layout text of {@code layout.yaml}; null unless the lines are of fixed width
 * @param rows whether the file had rows, and was not a layout alone
 * @param told what was found, what speaks for it, and what was guessed; for people
 * @param guessed members that could be something else without anything being refused later, each with why
 */
public record RowsFile(
        Map<String, Object> members,
        String layout,
        boolean rows,
        List<FileColumn> columns,
        List<String> told,
        Map<String, String> guessed) {
    /** Of a file of one column. */
    private static final int LONGEST_VALUE = 100;
    /** The layout's name in a connector's folder. */
    public static final String LAYOUT = "layout.yaml";

    /**
     * @param file rows as the agency sent them; or its table of a layout
     * @param table the agency's table of the layout; null where there is none beside
     * @param charset of the file, as a person says it; null where it is to be found
     * @throws RowsException when it cannot be understood
     */
    public static RowsFile read(byte[] file, byte[] table, String charset) {
        FileEncoding encoding = charset == null ? FileEncoding.of(file) : FileEncoding.said(charset);
        String text = encoding.text(file);
        LayoutWords words = new LayoutWords();
        if (table != null) {
            FileEncoding written = FileEncoding.of(table);
            LayoutTable layout = LayoutTable.of(written.text(table), words, false)
                    .orElseThrow(
                            () -> new RowsException(
                                    "The layout has no line that names its columns: a name, and a first place, a range or a length, such as name;from;length"));
            return fixed(encoding, FixedLayout.of(layout, lines(text)), true);
        }
        Optional<LayoutTable> alone = LayoutTable.of(text, words, true);
        if (alone.isPresent()) {
            // It says nothing of the character set of the rows.
            return fixed(
                    new FileEncoding(
                            StandardCharsets.UTF_8,
                            false,
                            "a layout does not show in which the rows are: ask the agency"),
                    FixedLayout.of(alone.get(), List.of()),
                    false);
        }
        Optional<Division> divided = Division.of(text);
        if (divided.isPresent()) {
            return separated(encoding, divided.get(), text);
        }
        List<String> lines = lines(text);
        Optional<FixedLayout> guessed = FixedLayout.guessed(lines);
        if (guessed.isPresent()) {
            return fixed(encoding, guessed.get(), true);
        }
        if (lines.size() < 2
                || lines.stream()
                        .anyMatch(line ->
                                line.length() > LONGEST_VALUE || line.strip().matches("(?s).*\\s.*"))) {
            throw new RowsException(
                    "No delimiter divides the rows into columns, and they are not of one length: take ten whole rows, or give the layout by --layout");
        }
        return separated(encoding, Division.ofOneColumn(text), text);
    }

    private static List<String> lines(String text) {
        return text.lines().filter(line -> !line.isBlank()).toList();
    }

    private static RowsFile fixed(FileEncoding encoding, FixedLayout layout, boolean rows) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("format", "fixed-width");
        members.put("charset", encoding.charset().name());
        members.put("layout", LAYOUT);
        List<String> told = new ArrayList<>(List.of(encoding.told()));
        told.addAll(layout.told());
        Map<String, String> guessed = guessed(encoding);
        if (layout.guessed()) {
            guessed.put("layout", "where its fields lie was read off the rows; each may be several, or a part of one");
        }
        return new RowsFile(members, layout.yaml(), rows, layout.columns(), plain(told), guessed);
    }

    private static RowsFile separated(FileEncoding encoding, Division division, String text) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("format", "csv");
        members.put("charset", encoding.charset().name());
        members.put("delimiter", String.valueOf(division.delimiter()));
        List<String> told = new ArrayList<>(List.of(encoding.told()));
        told.addAll(division.told(text));
        Map<String, String> guessed = guessed(encoding);
        if (!division.certain(text)) {
            guessed.put("delimiter", "it does not divide each row alike, or another sign does so as well");
        }
        if (!division.quote().equals("\"")) {
            members.put("quote", division.quote());
            guessed.put("quote", "most values stand between such signs, or hold \" where it is no quote");
        }
        boolean headed = division.headed();
        List<String> names;
        if (headed) {
            names = division.names();
        } else {
            names = IntStream.rangeClosed(1, division.columns())
                    .mapToObj(i -> "COLUMN_" + i)
                    .toList();
            members.put("columns", names);
            guessed.put("columns", "the first line looks like a row, and so the names were invented");
            told.add(
                    "no head, guessed: the first line has values like those of the others; give the columns their names in drop.columns and in the mapping");
        }
        return new RowsFile(members, null, true, division.read(names, headed), plain(told), guessed);
    }

    /** What is no UTF-8 is refused when it is read so; in another character set a wrong guess makes wrong names. */
    private static Map<String, String> guessed(FileEncoding encoding) {
        Map<String, String> guessed = new LinkedHashMap<>();
        if (!encoding.known() && !encoding.charset().equals(StandardCharsets.UTF_8)) {
            guessed.put("charset", encoding.evidence());
        }
        return guessed;
    }

    private static List<String> plain(List<String> told) {
        return told.stream().map(PlainText::of).toList();
    }
}
