package az.dost.vahid.mock.population;

import java.time.LocalDate;

/**
 * Local days of Azerbaijan as epoch days, on a calendar that stands still so that facts do not drift. Whether a paper
 * is valid yet goes by the true day.
 */
public final class Days {
    public static final LocalDate TODAY = LocalDate.of(2026, 11, 1);
    public static final int NOW = (int) TODAY.toEpochDay();
    /** The day of what has not happened. */
    public static final int NEVER = Integer.MAX_VALUE;

    public static int of(int year, int month, int day) {
        return (int) LocalDate.of(year, month, day).toEpochDay();
    }

    /** Days that hold at least so many calendar years, wherever they begin. */
    public static int years(int count) {
        return count * 1461 / 4 + 1;
    }

    public static LocalDate date(int day) {
        return day == NEVER ? null : LocalDate.ofEpochDay(day);
    }

    private Days() {}
}
