package az.dost.vahid.fact;

import java.time.DateTimeException;
import java.time.LocalDate;

/** What rules ask of single values. */
final class Plausible {
    private static final int YEAR = 4;

    static boolean isDay(String text) {
        try {
            LocalDate.parse(text);
            return true;
        } catch (DateTimeException e) {
            return false;
        }
    }

    /** Of {@code a/b} in digits. */
    static boolean atMostOne(String fraction) {
        int slash = fraction.indexOf('/');
        int above = slash;
        int below = fraction.length() - slash - 1;
        // Without zeros in front, more digits are a larger number.
        return above < below || above == below && fraction.substring(0, slash).compareTo(fraction.substring(slash + 1)) <= 0;
    }

    /** Of {@code 2025/2026}. */
    static boolean consecutive(String years) {
        return Integer.parseInt(years.substring(0, YEAR)) + 1 == Integer.parseInt(years.substring(YEAR + 1));
    }

    private Plausible() { }
}
