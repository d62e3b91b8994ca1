package az.dost.vahid.awkward;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/**
 * Texts as agencies write them: days, times, amounts and names in every form, most of them sane, some of them extreme.
 */
final class StrangeText {
    private static final List<LocalDate> DAYS = List.of(
            LocalDate.of(1951, 3, 8),
            LocalDate.of(1987, 6, 15),
            LocalDate.of(1996, 2, 29),
            LocalDate.of(2004, 12, 31),
            LocalDate.of(2011, 1, 1),
            LocalDate.of(2018, 7, 19),
            LocalDate.of(2020, 11, 10),
            LocalDate.of(2023, 5, 2),
            LocalDate.of(2025, 9, 30),
            LocalDate.of(1, 1, 1),
            LocalDate.of(9999, 12, 31),
            LocalDate.of(2044, 4, 4));
    private static final List<String> DAY_FORMS = List.of(
            "dd.MM.uuuu", "dd/MM/uuuu", "dd-MM-uuuu", "uuuu/MM/dd", "uuuu.MM.dd", "uuuuMMdd", "ddMMuuuu", "uuuu-MM-dd");
    private static final List<String> TIME_FORMS = List.of(
            " HH:mm:ss",
            " HH:mm:ss.SSS",
            "'T'HH:mm:ss.SSS",
            "'T'HH:mm:ss",
            "HHmmss",
            " HH:mm:ss '+04:00'",
            " HH:mm:ss.SSS'+04:00'",
            "'T'HH:mm:ss.SSS'+04:00'",
            "'T'HH:mm:ss'+04:00'");
    /** What a register's free text is like. */
    private static final List<String> TEXTS = List.of(
            "Nizami",
            "Ə",
            "Мәммәдов",
            "Новосёлова",
            "  Şəki  ",
            "Naxçıvan MR, \"A\" bloku; 3/1",
            "x".repeat(501),
            "字",
            "0",
            "-",
            "1,000.00 USD",
            "müddətsiz",
            "AZ1000",
            "1000",
            "az-1000",
            "PROTEZ;ƏLİL ARABASI",
            "");

    private static final List<String> KNOWN = known();
    private static final Map<String, List<String>> MATCHING = new ConcurrentHashMap<>();
    private static final int MOSTLY = 5;

    /** A text of any kind; each second one is like no other. */
    static String any(Random random) {
        return random.nextInt(MOSTLY) > 0
                ? "mətn " + Integer.toString(random.nextInt(Integer.MAX_VALUE), 36)
                : pick(TEXTS, random);
    }

    /** A text that matches, mostly one that means something. */
    static String matching(String pattern, Random random) {
        List<String> sane = MATCHING.computeIfAbsent(
                pattern,
                p -> KNOWN.stream()
                        .filter(Pattern.compile(java(p)).asMatchPredicate())
                        .toList());
        return sane.isEmpty() || random.nextInt(MOSTLY) == 0 ? PatternText.draw(pattern, random) : pick(sane, random);
    }

    static LocalDate day(Random random) {
        return pick(DAYS, random);
    }

    static <T> T pick(List<T> choices, Random random) {
        return choices.get(random.nextInt(choices.size()));
    }

    /** XML Schema's patterns are anchored, which those of JSON Schema say themselves. */
    private static String java(String pattern) {
        return pattern.replaceAll("^\\^|\\$$", "");
    }

    private static List<String> known() {
        List<String> known = new ArrayList<>(List.of(
                "1.234,50",
                "12,40",
                "1,234.50",
                "12.40",
                "86,40",
                "1/1",
                "3/6",
                "2/5",
                "AZƏRBAYCAN",
                "GÜRCÜSTAN",
                "ZƏNGİBAR",
                "CƏBRAYIL",
                "HACIBƏYLİ-SEYİDOV",
                "M007",
                "M013",
                "M999",
                "2019",
                "2007",
                "2019-20",
                "1999-00",
                "2019-21"));
        for (LocalDate day : DAYS) {
            for (String form : DAY_FORMS) {
                known.add(DateTimeFormatter.ofPattern(form).format(day));
                TIME_FORMS.forEach(time ->
                        known.add(DateTimeFormatter.ofPattern(form + time).format(day.atTime(LocalTime.of(8, 5, 59)))));
            }
        }
        return List.copyOf(known);
    }

    private StrangeText() {}
}
