package az.dost.vahid.normalise;

import java.util.stream.Stream;

/**
 * The forms that a date pattern with optional parts reads, each as a pattern without such parts: one can be written,
 * too.
 */
public final class PatternVariants {
    /**
     * @param pattern of {@link java.time.format.DateTimeFormatter}; optional parts stand in brackets and not in each
     *     other
     */
    public static Stream<String> of(String pattern) {
        int from = pattern.indexOf('[');
        int to = pattern.indexOf(']', from);
        return from < 0 || to < 0
                ? Stream.of(pattern)
                : Stream.of("", pattern.substring(from + 1, to))
                        .flatMap(part -> of(pattern.substring(0, from) + part + pattern.substring(to + 1)));
    }

    private PatternVariants() {}
}
