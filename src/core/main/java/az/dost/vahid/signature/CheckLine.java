package az.dost.vahid.signature;

import java.util.List;

/**
 * One thing that a check found.
 *
 * @param named what it is about, in no language: names of parts, ids of agencies, times, numbers
 * @param sentence in English, for whoever repeats the check
 */
public record CheckLine(Outcome outcome, CheckCode code, List<String> named, String sentence) {
    /** What it means for whether the whole holds. */
    public enum Outcome {
        HOLDS,
        WRONG,
        /** Worth knowing, and nothing is wrong. */
        NOTED
    }

    public CheckLine {
        named = List.copyOf(named);
    }

    public static CheckLine wrong(CheckCode code, String sentence, String... named) {
        return new CheckLine(Outcome.WRONG, code, List.of(named), sentence);
    }

    public static CheckLine holds(CheckCode code, String sentence, String... named) {
        return new CheckLine(Outcome.HOLDS, code, List.of(named), sentence);
    }

    public static CheckLine noted(CheckCode code, String sentence, String... named) {
        return new CheckLine(Outcome.NOTED, code, List.of(named), sentence);
    }
}
