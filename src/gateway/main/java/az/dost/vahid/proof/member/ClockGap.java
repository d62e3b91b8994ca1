package az.dost.vahid.proof.member;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * How far this machine's clock is surely off the database's: what the way there and back may have taken is not held
 * against it.
 */
final class ClockGap {
    private static final Duration MOST = Duration.ofSeconds(2);

    /**
     * What is wrong, in one sentence; empty when the clocks agree.
     *
     * @param database asks for the database's time
     */
    static Optional<String> of(Clock clock, Supplier<Instant> database) {
        Instant before = clock.instant();
        Instant there = database.get();
        return of(before, there, clock.instant());
    }

    /**
     * @param before and @param after by this machine's clock, around the moment at which the database said what time it
     *     is
     */
    static Optional<String> of(Instant before, Instant there, Instant after) {
        Duration ahead = Duration.between(there, before);
        Duration behind = Duration.between(after, there);
        boolean wrong = ahead.compareTo(MOST) > 0 || behind.compareTo(MOST) > 0;
        return wrong
                ? Optional.of("This machine's clock is " + tenths(ahead.isNegative() ? behind : ahead) + " seconds "
                        + (ahead.isNegative() ? "behind" : "ahead of") + " the database's, and may be off by "
                        + MOST.toSeconds() + ": set both by NTP")
                : Optional.empty();
    }

    private static String tenths(Duration gap) {
        return gap.toSeconds() + "." + gap.toMillisPart() / 100;
    }

    private ClockGap() {}
}
