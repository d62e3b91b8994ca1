package az.dost.vahid.journeys.misuse;

import java.time.Duration;

/**
 * One rule of {@code contracts/misuse-rules.schema.json}.
 *
 * @param window in which it counts; null for a rule that looks at one lookup
 * @param moreThan how many are still no misuse
 * @param after how long a case may wait for its second lookup, for abandoned cases; else null
 * @param delayMs how long a lookup waits that is slowed down
 */
record Rule(String id, Behaviour behaviour, Duration window, int moreThan, Duration after, Action action, int delayMs) {
    private static final Duration NIGHT = Duration.ofHours(12);

    /** Hits about one subject that are no further apart are one. */
    Duration together() {
        return window == null || window.compareTo(NIGHT) < 0 ? NIGHT : window;
    }
}
