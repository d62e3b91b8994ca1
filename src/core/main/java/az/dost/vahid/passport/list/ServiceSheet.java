package az.dost.vahid.passport.list;

import az.dost.vahid.definition.Finding;
import az.dost.vahid.definition.Nearest;
import az.dost.vahid.definition.Reading;
import az.dost.vahid.wordbook.AlikeLetters;
import az.dost.vahid.wordbook.Wordbook;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A sheet of services, as DOST itself may give its list: every mistake in it is found, each with its line and column.
 */
public final class ServiceSheet {
    private static final int MOST_BYTES = 1 << 20;
    private static final int MOST_ROWS = 1000;
    private final String file;
    private final SheetTerms families;
    private final SheetTerms channels;
    private final SheetTerms audience;
    private final List<Finding> findings = new ArrayList<>();
    private final List<SheetColumn> columns = new ArrayList<>();
    private final Map<String, Integer> seen = new HashMap<>();
    private final Map<String, String> passports;

    private ServiceSheet(String file, Wordbook words, Map<String, String> passports) {
        this.file = file;
        this.passports = passports;
        this.families = SheetTerms.of(words, "passport.family");
        this.channels = SheetTerms.of(words, "passport.channel");
        this.audience = SheetTerms.of(words, "passport.person");
    }

    /**
     * The entries of a sheet, without status and source: none of them unless all are right.
     *
     * @param file name by which a person knows it
     * @param passports by code, the family of each service that has a passport
     */
    public static Reading<List<ObjectNode>> read(
            String file, byte[] bytes, Wordbook words, Map<String, String> passports) {
        ServiceSheet sheet = new ServiceSheet(file, words, passports);
        List<ObjectNode> entries = sheet.entries(bytes);
        return new Reading<>(sheet.findings.isEmpty() ? entries : null, sheet.findings);
    }

    private List<ObjectNode> entries(byte[] bytes) {
        List<ObjectNode> entries = new ArrayList<>();
        String text = text(bytes);
        if (text == null) {
            return entries;
        }
        List<List<Cell>> rows = SheetRows.of(file, text, findings);
        if (rows.size() < 2 || rows.size() > MOST_ROWS + 1) {
            findings.add(new Finding(
                    file, 1, "must have a line with the names of the columns, and 1 to " + MOST_ROWS + " rows"));
            return entries;
        }
        if (header(rows.get(0))) {
            rows.subList(1, rows.size()).forEach(row -> row(row, entries));
        }
        return entries;
    }

    private String text(byte[] bytes) {
        if (bytes.length > MOST_BYTES) {
            findings.add(new Finding(file, 0, "has more than " + MOST_BYTES + " bytes"));
            return null;
        }
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return text.startsWith("\ufeff") ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            findings.add(new Finding(file, line(bytes), "is not UTF-8 from here on"));
            return null;
        }
    }

    /** The line of the first byte that is no UTF-8. */
    private static int line(byte[] bytes) {
        String read = new String(bytes, StandardCharsets.UTF_8);
        int bad = read.indexOf('\ufffd');
        return 1
                + (int) read.substring(0, Math.max(0, bad))
                        .chars()
                        .filter(c -> c == '\n')
                        .count();
    }

    /** Whether the rows can be read by it. */
    private boolean header(List<Cell> names) {
        int before = findings.size();
        for (Cell name : names) {
            SheetColumn column = SheetColumn.of(name.text());
            if (column == null) {
                findings.add(new Finding(
                        file,
                        name.line(),
                        name.column(),
                        "no column is called so; there are " + String.join(", ", SheetColumn.words()),
                        Nearest.of(name.text(), SheetColumn.words())));
            } else if (columns.contains(column)) {
                findings.add(new Finding(
                        file, name.line(), name.column(), "the column " + column.word() + " stands twice", null));
            }
            columns.add(column);
        }
        for (SheetColumn column : SheetColumn.values()) {
            if (column.required() && !columns.contains(column)) {
                findings.add(new Finding(file, 1, "there is no column " + column.word()));
            }
        }
        return findings.size() == before;
    }

    private void row(List<Cell> cells, List<ObjectNode> entries) {
        Cell first = cells.get(0);
        if (cells.size() != columns.size()) {
            findings.add(new Finding(
                    file,
                    first.line(),
                    first.column(),
                    "the row has " + cells.size() + " fields, and the first line " + columns.size(),
                    null));
            return;
        }
        Map<SheetColumn, Cell> named = new EnumMap<>(SheetColumn.class);
        for (int i = 0; i < cells.size(); i++) {
            named.put(columns.get(i), cells.get(i));
        }
        SheetRow row = new SheetRow(file, named, findings);
        ObjectNode entry = row.entry(families, channels, audience);
        String family = passports.get(entry.path("code").asText());
        if (family != null
                && entry.has("family")
                && !family.equals(entry.path("family").asText())) {
            row.found(
                    SheetColumn.FAMILY,
                    "the passport " + entry.path("code").asText() + " is of the family " + family,
                    null);
        }
        entries.add(entry);
        List.of(SheetColumn.CODE, SheetColumn.OFFICIAL_ID, SheetColumn.AZ).stream()
                .filter(column -> !row.text(column).isEmpty())
                .forEach(column -> once(row, column, first.line()));
    }

    private void once(SheetRow row, SheetColumn column, int line) {
        Integer other = seen.putIfAbsent(column + " " + AlikeLetters.of(row.text(column)), line);
        if (other != null) {
            row.found(column, "stands in line " + other + " too", null);
        }
    }
}
