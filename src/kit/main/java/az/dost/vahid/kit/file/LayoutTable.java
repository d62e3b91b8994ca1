package az.dost.vahid.kit.file;

import az.dost.vahid.kit.file.LayoutWords.Role;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The table by which a register publishes where the fields of a line lie: names with a first position and a length, a
 * last position, a range, or lengths alone, with any delimiter, as Markdown, or with blanks between the columns.
 */
final class LayoutTable {
    private static final Pattern RANGE = Pattern.compile("(\\d{1,6})\\s*(?:-|–|—|\\.\\.|:|to|bis|по|до)\\s*(\\d{1,6})");
    private static final Pattern NUMBER = Pattern.compile("\\d{1,6}");
    private static final int MOST_FIELDS = 2_000;
    private static final int LONGEST_LINE = 100_000;
    private static final int LONGEST_NAME = 200;
    /** A title and some remarks may stand above it. */
    private static final int HEAD_WITHIN = 60;

    private static final List<String> DIVIDERS = List.of("|", ";", "\t", ",", "  ");
    private static final Set<Role> PLACED = EnumSet.of(Role.FROM, Role.LENGTH, Role.RANGE);
    private static final Set<Role> CLOSED = EnumSet.of(Role.TO, Role.LENGTH, Role.RANGE);
    private final LayoutWords words;
    private final List<String> lines;
    private final List<FixedField> fields = new ArrayList<>();
    private final List<String> told = new ArrayList<>();

    private LayoutTable(LayoutWords words, List<String> lines) {
        this.words = words;
        this.lines = lines;
    }

    private record Head(int line, String divider, Map<Role, Integer> roles) {}

    /**
     * Empty where no line is the head of such a table.
     *
     * @param alone whether it may be rows just as well: a list of persons may have names and numbers, too, but no
     *     lengths or last places
     * @throws RowsException naming the line of the table that cannot be right
     */
    static Optional<LayoutTable> of(String text, LayoutWords words, boolean alone) {
        LayoutTable table = new LayoutTable(words, text.lines().toList());
        Head head = table.head(alone).orElse(null);
        if (head == null) {
            List<String> said = LayoutSentences.rows(table.lines, words).orElse(null);
            if (said == null) {
                return Optional.empty();
            }
            table = new LayoutTable(words, said);
            head = new Head(-1, LayoutSentences.DIVIDER, LayoutSentences.ROLES);
        }
        table.read(head);
        return Optional.of(table);
    }

    /** In the order of their places, without those where nothing stands. */
    List<FixedField> fields() {
        return fields;
    }

    List<String> told() {
        return told;
    }

    private Optional<Head> head(boolean alone) {
        for (String divider : DIVIDERS) {
            for (int i = 0; i < Math.min(HEAD_WITHIN, lines.size()); i++) {
                Map<Role, Integer> roles = words.roles(cells(lines.get(i), divider));
                if (roles.containsKey(Role.NAME)
                        && (alone ? CLOSED : PLACED).stream().anyMatch(roles::containsKey)
                        && numbers(i + 1, divider, roles, alone)) {
                    return Optional.of(new Head(i, divider, roles));
                }
            }
        }
        return Optional.empty();
    }

    /**
     * Whether the first line below that says anything says a place or a length; with nothing else in such a column,
     * where it could be a row.
     */
    private boolean numbers(int from, String divider, Map<Role, Integer> roles, boolean alone) {
        for (int i = from; i < lines.size(); i++) {
            List<String> cells = cells(lines.get(i), divider);
            if (cells.stream().anyMatch(cell -> cell.matches(".*[\\p{L}\\p{N}].*"))) {
                List<String> said = EnumSet.complementOf(EnumSet.of(Role.NAME, Role.FORM)).stream()
                        .map(role -> cell(cells, roles.get(role)))
                        .filter(cell -> !cell.isEmpty())
                        .toList();
                return said.stream().anyMatch(LayoutTable::numeric)
                        && (!alone || said.stream().allMatch(LayoutTable::numeric));
            }
        }
        return false;
    }

    private static boolean numeric(String cell) {
        return NUMBER.matcher(cell).matches() || RANGE.matcher(cell).matches();
    }

    private static List<String> cells(String line, String divider) {
        if (line.length() > LONGEST_LINE) {
            return List.of();
        }
        if (divider.equals("  ")) {
            String joined = line.strip().replaceAll("(?<=\\d)\\s*[-–—]\\s+(?=\\d)", "-");
            return Arrays.stream(joined.split("\\s{2,}|\\t")).map(String::strip).toList();
        }
        String bare =
                divider.equals("|") ? line.strip().replaceFirst("^\\|", "").replaceFirst("\\|$", "") : line;
        List<String[]> row = bare.isBlank()
                ? List.of()
                : Division.by(bare, divider.charAt(0), "\"").rows();
        return row.isEmpty()
                ? List.of()
                : Arrays.stream(row.get(0))
                        .map(cell -> cell.strip().replaceAll("^[`*_]+|[`*_]+$", ""))
                        .toList();
    }

    /** Empty for a cell that is not there. */
    private static String cell(List<String> cells, Integer at) {
        return at == null || at >= cells.size() ? "" : cells.get(at);
    }

    private void read(Head head) {
        boolean fromZero = false;
        int next = 1;
        List<Integer> open = new ArrayList<>();
        for (int i = head.line() + 1; i < lines.size(); i++) {
            List<String> cells = cells(lines.get(i), head.divider());
            String name = cell(cells, head.roles().get(Role.NAME));
            int[] place = place(cells, head.roles(), i + 1, next);
            if (place == null) {
                continue;
            }
            if (fields.isEmpty() && place[0] == 0) {
                fromZero = true;
                told.add("layout: its first place is 0, so every place was taken one further");
            }
            if (fromZero && place[2] == 1) {
                place[0]++;
            }
            if (name.isEmpty() || name.length() > LONGEST_NAME || place[0] < 1 || fields.size() == MOST_FIELDS) {
                throw new RowsException("Line " + (i + 1) + " of the layout "
                        + (name.isEmpty()
                                ? "gives a place without a name"
                                : name.length() > LONGEST_NAME
                                        ? "has a name of more than " + LONGEST_NAME + " characters"
                                        : place[0] < 1
                                                ? "has a place before the line's first character"
                                                : "is one of more than " + MOST_FIELDS + " fields"));
            }
            if (place[1] == 0) {
                open.add(fields.size());
            }
            fields.add(new FixedField(
                    name,
                    place[0],
                    place[1],
                    DayForms.of(cell(cells, head.roles().get(Role.FORM)))));
            next = place[0] + place[1];
        }
        close(open);
        settle();
    }

    /**
     * First place, length (0 where only the next field tells it), and 1 where the table said the place itself; null for
     * a line that is no field.
     *
     * @param next the place after the field before
     */
    private int[] place(List<String> cells, Map<Role, Integer> roles, int line, int next) {
        String from = cell(cells, roles.get(Role.FROM));
        String to = cell(cells, roles.get(Role.TO));
        String length = cell(cells, roles.get(Role.LENGTH));
        String range = cell(cells, roles.get(Role.RANGE));
        Matcher both = RANGE.matcher(range.isEmpty() ? from : range);
        if (both.matches()) {
            from = both.group(1);
            to = both.group(2);
        } else if (!range.isEmpty()) {
            from = range;
            to = roles.containsKey(Role.LENGTH) ? "" : range;
        }
        if (from.isEmpty() && to.isEmpty() && length.isEmpty()
                || cells.stream().allMatch(cell -> cell.matches("[\\s:=-]*"))) {
            return null;
        }
        int first = from.isEmpty() ? next : number(from, "first place", line);
        int last = to.isEmpty() ? -1 : number(to, "last place", line);
        int said = length.isEmpty() ? -1 : number(length.replaceFirst("[.,]0+$", ""), "length", line);
        if (last >= 0 && said >= 0 && last - first + 1 != said) {
            throw new RowsException("Line " + line + " of the layout: from " + first + " to " + last + " are "
                    + (last - first + 1) + " characters, not " + said);
        }
        int characters = said >= 0 ? said : last >= 0 ? last - first + 1 : 0;
        if (characters < 1 && (said >= 0 || last >= 0)) {
            throw new RowsException(
                    "Line " + line + " of the layout: a field has one character at least, not " + characters);
        }
        return new int[] {first, characters, from.isEmpty() ? 0 : 1};
    }

    private static int number(String text, String what, int line) {
        if (!NUMBER.matcher(text).matches()) {
            throw new RowsException("Line " + line + " of the layout: the " + what + " is "
                    + (text.length() > 20 ? text.substring(0, 20) + "..." : text) + ", which is no number");
        }
        return Integer.parseInt(text);
    }

    /** Where the table gives first places only, a field ends before the next one. */
    private void close(List<Integer> open) {
        for (int at : open) {
            FixedField field = fields.get(at);
            if (at + 1 == fields.size()) {
                throw new RowsException("The layout does not say how long its last field " + field.name() + " is");
            }
            int length = fields.get(at + 1).from() - field.from();
            if (length < 1) {
                throw new RowsException("The layout does not say how long " + field.name()
                        + " is, and the next field does not begin after it");
            }
            fields.set(at, new FixedField(field.name(), field.from(), length, field.form()));
        }
    }

    /** Takes out what is no field of its own, and holds the rest against each other. */
    private void settle() {
        if (fields.isEmpty()) {
            throw new RowsException("The layout has no field below its head");
        }
        fields.sort((one, other) -> one.from() != other.from()
                ? Integer.compare(one.from(), other.from())
                : Integer.compare(other.length(), one.length()));
        List<String> fillers = new ArrayList<>();
        List<String> parts = new ArrayList<>();
        List<FixedField> kept = new ArrayList<>();
        FixedField last = null;
        for (FixedField field : fields) {
            if (words.filler(field.name())) {
                fillers.add(field.from() + "-" + (field.end() - 1));
            } else if (last != null && field.from() < last.end()) {
                if (field.end() > last.end()) {
                    throw new RowsException("The layout's field " + field.name() + " begins at " + field.from()
                            + ", and " + last.name() + " ends only at " + (last.end() - 1));
                }
                parts.add(field.name());
            } else {
                String name = field.name();
                if (kept.stream().anyMatch(other -> other.name().equals(name))) {
                    throw new RowsException("The layout has two fields " + name);
                }
                kept.add(field);
                last = field;
            }
        }
        fields.clear();
        fields.addAll(kept);
        if (!fillers.isEmpty()) {
            told.add("layout: nothing is read from " + String.join(", ", fillers) + ", which it calls empty");
        }
        if (!parts.isEmpty()) {
            told.add("layout: left out, as they lie within the field before: " + String.join(", ", parts));
        }
        told.add(
                0,
                "layout: " + fields.size() + " fields, to character "
                        + (fields.stream().mapToInt(FixedField::end).max().orElse(1) - 1));
    }
}
