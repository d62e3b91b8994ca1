package az.dost.vahid.pages.words;

import az.dost.vahid.wordbook.Language;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** All that a template asks for in one language; it has it as {@code w}. Days and times are those of Baku. */
public final class Wording {
    public static final ZoneId BAKU = ZoneId.of("Asia/Baku");
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd.MM.uuuu");
    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("dd.MM.uuuu HH:mm").withZone(BAKU);
    private static final DateTimeFormatter CLOCK =
            DateTimeFormatter.ofPattern("HH:mm").withZone(BAKU);
    private static final Pattern AMOUNT = Pattern.compile("(-?)(\\d+)[.](\\d{2})");
    /** Between groups of digits, and before the sign of the currency: no line ends there. */
    private static final char SPACE = '\u00a0';

    private final Names names;
    private final Language language;
    private final Locale locale;

    Wording(Names names, Language language) {
        this.names = names;
        this.language = language;
        this.locale = Locale.forLanguageTag(language.name().toLowerCase(Locale.ROOT));
    }

    public Language language() {
        return language;
    }

    public Locale locale() {
        return locale;
    }

    /** For the attribute {@code lang}. */
    public String tag() {
        return locale.toLanguageTag();
    }

    /**
     * The word of {@code contracts/words}.
     *
     * @param kind name of a file
     * @return the last part of the key where there is none, as of a code of a newer gateway
     */
    public String of(String kind, String key) {
        return names.words().find(kind, key, language).orElseGet(() -> key.substring(key.lastIndexOf('.') + 1));
    }

    /** @return null where there is none */
    public String orNull(String kind, String key) {
        return names.words().find(kind, key, language).orElse(null);
    }

    /**
     * A field of a fact, as registers are told of it.
     *
     * @param fact blank where a whole answer is meant: then the answer is blank, too
     * @param field its name, or a JSON Pointer (RFC 6901) with {@code -} for each index, into the fact or beside it
     */
    public String field(String fact, String field) {
        if (fact.isEmpty()) {
            return "";
        }
        String rest = field.replaceFirst("^/" + fact + "(?=/|$)", "")
                .replace("/-", "")
                .replaceFirst("^/", "")
                .replace('/', '.');
        String whole = of("facts", fact);
        return rest.isEmpty() ? whole : whole + ": " + of("facts", fact + "." + rest);
    }

    public String value(String place, String value) {
        return of("values", place + "." + value);
    }

    /** The values of a place that have words, in the order of their file. */
    public List<String> values(String place) {
        String below = place + ".";
        return names.words().of("values").keySet().stream()
                .filter(key -> key.startsWith(below))
                .map(key -> key.substring(below.length()))
                .filter(value -> value.indexOf('.') < 0)
                .toList();
    }

    public String agency(String id) {
        return names.agency(id).in(language);
    }

    /** Names of all agencies by id, in the order of the alphabet. */
    public Map<String, String> agencies() {
        Map<String, String> named = new LinkedHashMap<>();
        names.agencies().stream()
                .sorted(Comparator.comparing(this::agency, order()).thenComparing(Comparator.naturalOrder()))
                .forEach(id -> named.put(id, agency(id)));
        return named;
    }

    public String service(String code) {
        return names.service(code).in(language);
    }

    /** What a right is called, by its code. */
    public String right(String code) {
        return names.right(code).in(language);
    }

    public String paper(String id) {
        return names.paper(id).in(language);
    }

    /** @param day as contracts write it, {@code 2026-11-27}; another text comes back as it is */
    public String day(String day) {
        try {
            return DAY.format(LocalDate.parse(day));
        } catch (DateTimeParseException e) {
            return day;
        }
    }

    /**
     * @param dated a day, a month or a year, as sources bear them: {@code 2026-11-27}, {@code 2026-11}, {@code 2026}
     */
    public String dated(String dated) {
        return dated.matches("\\d{4}-\\d{2}") ? dated.substring(5) + "." + dated.substring(0, 4) : day(dated);
    }

    /** @param instant as contracts write it, UTC; another text comes back as it is */
    public String moment(String instant) {
        try {
            return moment(Instant.parse(instant));
        } catch (DateTimeParseException e) {
            return instant;
        }
    }

    public String moment(Instant instant) {
        return MOMENT.format(instant);
    }

    public String clock(Instant instant) {
        return CLOCK.format(instant);
    }

    /** @param amount in manats with two decimals, {@code 1234.50}; another text comes back as it is */
    public String money(String amount) {
        var parts = AMOUNT.matcher(amount);
        return parts.matches()
                ? parts.group(1) + grouped(parts.group(2)) + decimal() + parts.group(3) + SPACE + '₼'
                : amount;
    }

    public String number(long number) {
        return (number < 0 ? "-" : "") + grouped(Long.toString(Math.abs(number)));
    }

    /** With so many digits after the sign at most, without zeros at its end. */
    public String decimal(double number, int places) {
        return written(rounded(number, places).stripTrailingZeros());
    }

    /** @param decimals that are written, whether they are noughts or not */
    public String number(double number, int decimals) {
        return written(rounded(number, decimals));
    }

    private static BigDecimal rounded(double number, int places) {
        return BigDecimal.valueOf(number).setScale(places, RoundingMode.HALF_UP);
    }

    private String written(BigDecimal number) {
        String[] parts = number.abs().toPlainString().split("[.]");
        return (number.signum() < 0 ? "-" : "") + grouped(parts[0]) + (parts.length > 1 ? decimal() + parts[1] : "");
    }

    /** @param share of one, {@code 0.982} */
    public String percent(double share) {
        return number(share * 100, 1) + SPACE + '%';
    }

    private char decimal() {
        return language == Language.AZ ? ',' : '.';
    }

    private static String grouped(String digits) {
        StringBuilder grouped = new StringBuilder(digits);
        for (int i = digits.length() - 3; i > 0; i -= 3) {
            grouped.insert(i, SPACE);
        }
        return grouped.toString();
    }

    /** Names in the order of the language's own alphabet. */
    public Comparator<String> order() {
        return Alphabets.of(language);
    }
}
