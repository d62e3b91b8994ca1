package az.dost.vahid.fact;

import java.time.LocalDate;
import java.time.Month;
import java.time.MonthDay;
import java.time.YearMonth;

/** What rules ask of single values. */
final class Plausible {
    private static final TextPattern DAY = TextPattern.of("^[0-9]{4}-[0-9]{2}-[0-9]{2}$");
    private static final int YEAR = 4;
    private static final int MONTHS = 12;
    private static final MonthDay ADMITTED = MonthDay.of(Month.JULY, 1);
    private static final MonthDay BEGIN = MonthDay.of(Month.SEPTEMBER, 15);

    /** Digit for digit: the JDK's formatter takes ten times as long. */
    static boolean isDay(String text) {
        if (!DAY.matches(text)) {
            return false;
        }
        int month = number(text, YEAR + 1, YEAR + 3);
        return month >= 1
                && month <= MONTHS
                && YearMonth.of(number(text, 0, YEAR), month).isValidDay(number(text, YEAR + 4, text.length()));
    }

    private static int number(String text, int from, int to) {
        int number = 0;
        for (int i = from; i < to; i++) {
            number = number * 10 + text.charAt(i) - '0';
        }
        return number;
    }

    /** Of {@code a/b} in digits. */
    static boolean atMostOne(String fraction) {
        int slash = fraction.indexOf('/');
        int above = slash;
        int below = fraction.length() - slash - 1;
        // Without zeros in front, more digits are a larger number.
        return above < below
                || above == below && fraction.substring(0, slash).compareTo(fraction.substring(slash + 1)) <= 0;
    }

    /** Of {@code 2025/2026}. */
    static boolean consecutive(String years) {
        return number(years, 0, YEAR) + 1 == number(years, YEAR + 1, years.length());
    }

    /**
     * Of {@code 2025/2026}: whether somebody can be studying in it. Studies begin on 15 September (Law on Education of
     * 19 June 2009); who is admitted in summer is listed before.
     */
    static boolean isOfNow(String years, LocalDate today) {
        int first = number(years, 0, YEAR);
        return !today.isBefore(ADMITTED.atYear(first)) && today.isBefore(BEGIN.atYear(first + 1));
    }

    private Plausible() {}
}
