package az.dost.vahid.kit.draft.field;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * The form of a value.
 *
 * @param pattern of a day or time as java.time writes it, null otherwise
 * @param values that are allowed; empty for any
 * @param narrow whether the id of a request, which has 36 characters, is none of it
 */
public record Value(Kind kind, String pattern, List<String> values, String example, boolean narrow) {
    private static final List<String> DAYS = List.of(
            "yyyy-MM-dd", "dd.MM.yyyy", "dd/MM/yyyy", "dd-MM-yyyy", "yyyy.MM.dd", "yyyy/MM/dd", "yyyyMMdd", "ddMMyyyy");
    private static final List<String> CLOCKS = List.of("HH:mm:ss.SSS", "HH:mm:ss", "HH:mm");
    private static final List<String> OFFSETS = List.of("", "XXX");
    /** Of days and times, as agencies write them. */
    static final List<String> PATTERNS = DAYS.stream()
            .flatMap(day -> Stream.concat(
                    Stream.of(day),
                    Stream.of("'T'", " ")
                            .flatMap(border -> CLOCKS.stream()
                                    .flatMap(clock -> OFFSETS.stream().map(offset -> day + border + clock + offset)))))
            .toList();

    public Value(Kind kind, String pattern, List<String> values, String example) {
        this(kind, pattern, values, example, false);
    }

    public static Value text(String example) {
        return new Value(Kind.TEXT, null, List.of(), example);
    }

    public Value narrowed(boolean soBound) {
        return new Value(kind, pattern, values, example, narrow || soBound);
    }

    public static Value of(Kind kind, String pattern, String example) {
        return new Value(kind, pattern, List.of(), example);
    }

    public static Value oneOf(List<String> values) {
        return new Value(Kind.TEXT, null, values, values.get(0));
    }

    /** Recognises the form by an example. */
    public static Value like(String example) {
        if (example.matches("true|false")) {
            return of(Kind.BOOLEAN, null, example);
        }
        for (String pattern : PATTERNS) {
            if (parses(example, pattern)) {
                return of(pattern.contains("H") ? Kind.TIME : Kind.DAY, pattern, example);
            }
        }
        return example.matches("-?(0|[1-9]\\d{0,14})([.,]\\d{1,6})?") ? of(Kind.NUMBER, null, example) : text(example);
    }

    private static boolean parses(String text, String pattern) {
        // A plain number is a day only where day and year are likely ones.
        if (text.length() < 8 || text.length() > 35) {
            return false;
        }
        try {
            LocalDate day = LocalDate.from(DateTimeFormatter.ofPattern(pattern.replace('y', 'u'), Locale.ROOT)
                    .withResolverStyle(ResolverStyle.STRICT)
                    .parse(text));
            return day.getYear() > 1880 && day.getYear() < 2100;
        } catch (DateTimeException e) {
            return false;
        }
    }
}
