package az.dost.vahid.disclosure;

import java.util.OptionalLong;

/**
 * A count in the open data: hidden below 10, and rounded to 5. It is made of counts that the reports show and of
 * nothing else, so whoever has the reports learns nothing from it.
 */
public final class OpenFigure {
    /** What is smaller is not in the open data, 0 excepted. */
    public static final int LEAST = 10;
    /** Open data are multiples of this. */
    public static final int STEP = 5;

    private OpenFigure() {}

    /** @param hidden whether the report hides the count @return empty where the open data hide it */
    public static OptionalLong of(long value, boolean hidden) {
        if (hidden || value > 0 && value < LEAST) {
            return OptionalLong.empty();
        }
        return OptionalLong.of((value + STEP / 2) / STEP * STEP);
    }
}
