package az.dost.vahid.kit.draft.field;

import az.dost.vahid.check.pattern.CountedText;
import az.dost.vahid.check.pattern.PatternText;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The bounds of a text, and a value that keeps to them: one of many that are tried, or one that is made of an
 * expression.
 *
 * @param expressions all of which it fits
 * @param least characters
 * @param most characters
 */
public record Example(List<String> expressions, int least, int most) {
    private static final String ID = "6f1b2c3d-4e5f-4a6b-8c7d-9e0f1a2b3c4d";
    private static final ZonedDateTime MOMENT =
            ZonedDateTime.of(2026, 11, 25, 10, 15, 30, 123_000_000, ZoneId.of("Asia/Baku"));
    private static final List<String> TRIED = List.of(
            "5AB1CD2",
            "2020-05-17",
            "17.05.2020",
            "17-05-2020",
            "17/05/2020",
            "20200517",
            "2026-11-25T10:15:30+04:00",
            "2026-11-25T10:15:30.123+04:00",
            "2026-11-25T10:15:30",
            "2026-11-25T06:15:30Z",
            "17.05.2020 10:15",
            "17.05.2020 10:15:30",
            "1234567890",
            "AZE",
            "AZ",
            "1",
            "0",
            "12",
            "123",
            "1234",
            "12345",
            "123456",
            "1234567",
            "12345678",
            "123456789",
            "12345678901",
            "12.50",
            "1234.50",
            "1234,50",
            "1/2",
            "2025/2026",
            "A",
            "AB",
            "ABC",
            "ABCD",
            "a",
            "ab",
            "abc",
            "AA123456",
            "AZE12345678",
            "AZ1000",
            "+994501234567",
            "0501234567",
            "B",
            "X",
            "F",
            "M",
            "K",
            "Q",
            ID,
            "urn:uuid:" + ID,
            "G40.1",
            "10-AA-123",
            "text");

    /** The fallback when none of them fits. */
    public String or(String fallback) {
        try {
            List<Pattern> patterns = expressions.stream().map(Pattern::compile).toList();
            return Stream.of(
                            TRIED.stream(),
                            Value.PATTERNS.stream().map(Example::moment),
                            expressions.stream().flatMap(this::made))
                    .flatMap(texts -> texts)
                    .filter(text -> fits(patterns, text))
                    .findFirst()
                    .orElse(fallback);
        } catch (PatternSyntaxException e) {
            // XML Schema's expressions are not quite Java's.
            return fallback;
        }
    }

    /** Whether the id of a request may be it: true where that cannot be told. */
    public boolean takesId() {
        try {
            return fits(expressions.stream().map(Pattern::compile).toList(), ID);
        } catch (PatternSyntaxException e) {
            return true;
        }
    }

    /** Whether a text that somebody gives keeps to them: true where that cannot be told. */
    public boolean allow(String text) {
        try {
            // The last holds of the whole text, what stands before it makes one.
            return fits(
                    expressions.stream()
                            .skip(Math.max(0, expressions.size() - 1))
                            .map(Pattern::compile)
                            .toList(),
                    text);
        } catch (PatternSyntaxException e) {
            return true;
        }
    }

    private boolean fits(List<Pattern> patterns, String text) {
        return text.length() >= least
                && text.length() <= most
                && patterns.stream().allMatch(pattern -> CountedText.fits(pattern, text));
    }

    /** What is too short, again and again. */
    private Stream<String> made(String expression) {
        return PatternText.of(expression).stream()
                .flatMap(text -> text.isEmpty() || text.length() >= least
                        ? Stream.of(text)
                        : IntStream.of(1, text.length())
                                .mapToObj(end -> (text
                                                + text.substring(text.length() - end)
                                                        .repeat(least))
                                        .substring(0, least)));
    }

    private static String moment(String pattern) {
        return DateTimeFormatter.ofPattern(pattern, Locale.ROOT).format(MOMENT);
    }
}
