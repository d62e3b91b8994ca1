package az.dost.vahid.kit.file;

import az.dost.vahid.answer.Fin;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.function.IntPredicate;

/**
 * Where fields seem to begin in lines of one length: behind blanks that every row has, where digits end and letters
 * begin in every row, around days and personal numbers. All of it is guessed.
 */
final class Ruler {
    private static final int PERSONAL_NUMBER_LENGTH = 7;
    private static final int DAY_LENGTH = 8;
    private static final List<DateTimeFormatter> DAYS = List.of(day("uuuuMMdd"), day("ddMMuuuu"));
    private final List<String> rows;
    private final int length;
    private final TreeSet<Integer> starts = new TreeSet<>();

    private static DateTimeFormatter day(String pattern) {
        return DateTimeFormatter.ofPattern(pattern, Locale.ROOT).withResolverStyle(ResolverStyle.STRICT);
    }

    private Ruler(List<String> rows, int length) {
        this.rows = rows;
        this.length = length;
    }

    /**
     * @param from first character that may belong to a field, from 0
     * @return fields FIELD_1, FIELD_2, ... over the whole length
     */
    static List<FixedField> fields(List<String> rows, int length, int from) {
        Ruler ruler = new Ruler(rows, length);
        ruler.starts.add(from);
        ruler.blanks(from);
        ruler.kinds(from);
        ruler.personalNumber(from);
        ruler.days();
        List<FixedField> fields = new ArrayList<>();
        for (int start : ruler.starts) {
            Integer next = ruler.starts.higher(start);
            fields.add(new FixedField(
                    "FIELD_" + (fields.size() + 1), start + 1, (next == null ? length : next) - start, null));
        }
        return fields;
    }

    private boolean blank(int at) {
        return rows.stream().allMatch(row -> RowMarks.kind(row, at) == ' ');
    }

    private boolean digits(int at) {
        return rows.stream().allMatch(row -> RowMarks.kind(row, at) == 'D');
    }

    private boolean letters(int at) {
        return rows.stream().allMatch(row -> RowMarks.kind(row, at) == 'L');
    }

    private boolean noDigit(int at) {
        return rows.stream().noneMatch(row -> RowMarks.kind(row, at) == 'D');
    }

    /** Blanks at its end belong to a field: registers fill up to the right. */
    private void blanks(int from) {
        for (int i = from + 1; i < length; i++) {
            if (!blank(i) && blank(i - 1)) {
                starts.add(i);
            }
        }
    }

    private void kinds(int from) {
        for (int i = from + 1; i < length; i++) {
            if (digits(i - 1) && letters(i)
                    || letters(i - 1) && digits(i)
                    || digits(i) && !blank(i - 1) && noDigit(i - 1) && run(i) > 2) {
                starts.add(i);
            }
        }
    }

    /** How many characters from here on are digits in every row. */
    private int run(int from) {
        int to = from;
        while (to < length && digits(to)) {
            to++;
        }
        return to - from;
    }

    /** The first place where each row has seven of its signs, digits among them, and where a field could begin. */
    private void personalNumber(int from) {
        for (int start = from; start + PERSONAL_NUMBER_LENGTH <= length; start++) {
            int at = start;
            if ((start == from || blank(start - 1))
                    && rows.stream()
                            .allMatch(row -> row.length() >= at + PERSONAL_NUMBER_LENGTH
                                    && Fin.matches(row.substring(at, at + PERSONAL_NUMBER_LENGTH)))
                    && some(at, Character::isDigit)
                    && some(at, Character::isLetter)) {
                starts.removeIf(other -> other > at && other < at + PERSONAL_NUMBER_LENGTH);
                starts.add(at);
                if (at + PERSONAL_NUMBER_LENGTH < length) {
                    starts.add(at + PERSONAL_NUMBER_LENGTH);
                }
                return;
            }
        }
    }

    private boolean some(int at, IntPredicate kind) {
        return rows.stream()
                .anyMatch(row ->
                        row.substring(at, at + PERSONAL_NUMBER_LENGTH).chars().anyMatch(kind));
    }

    /** Eight digits that are a day in every row are one field, wherever they lie among other digits. */
    private void days() {
        for (int i = 0; i + DAY_LENGTH <= length; i++) {
            int at = i;
            if (run(i) >= DAY_LENGTH
                    && DAYS.stream()
                            .anyMatch(form ->
                                    rows.stream().allMatch(row -> day(row.substring(at, at + DAY_LENGTH), form)))) {
                starts.add(i);
                if (i + DAY_LENGTH < length) {
                    starts.add(i + DAY_LENGTH);
                }
                i += DAY_LENGTH - 1;
            }
        }
    }

    private static boolean day(String text, DateTimeFormatter form) {
        try {
            int year = LocalDate.parse(text, form).getYear();
            return year > 1880 && year < 2100;
        } catch (DateTimeException e) {
            return false;
        }
    }
}
