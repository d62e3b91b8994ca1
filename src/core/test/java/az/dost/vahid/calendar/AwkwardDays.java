package az.dost.vahid.calendar;

import java.time.Clock;
import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.ArgumentsProvider;
import org.junit.jupiter.params.support.ParameterDeclarations;

/**
 * Moments for tests of what is handed a clock, by {@code @ArgumentsSource(AwkwardDays.class)}: ends of months, quarters
 * and years, the leap day, and hours (20:00 to 24:00 UTC) in which Baku has the next day already. All are over, so a
 * record may have entries of them.
 */
public final class AwkwardDays implements ArgumentsProvider {
    /** In Baku the new year has begun, in UTC it has not. */
    public static final Instant NEW_YEAR = Instant.parse("2023-12-31T20:30:00Z");

    private static final String[] OTHERS = {
        "2023-12-31T12:00:00Z", // the last day of a year
        "2024-01-31T12:00:00Z", // there is no 31st before it and after it
        "2024-02-28T20:00:00Z", // the leap day begins in Baku
        "2024-02-29T12:00:00Z",
        "2024-02-29T20:00:00Z", // 1 March begins in Baku
        "2024-03-10T23:59:59.999Z",
        "2024-03-15T12:00:00Z",
        "2024-03-31T19:59:59.999Z", // the last moment of a quarter in Baku
        "2024-03-31T20:30:00Z", // another quarter in Baku than in UTC
        "2024-05-31T12:00:00Z",
        "2025-02-28T21:00:00Z" // 1 March in Baku, without a leap day
    };

    /** A clock that stands still, in Baku. */
    public static Clock at(Instant moment) {
        return Clock.fixed(moment, Baku.ZONE);
    }

    /** For a test that tries them all. */
    public static Stream<Instant> all() {
        return Stream.concat(Stream.of(NEW_YEAR), Stream.of(OTHERS).map(Instant::parse));
    }

    @Override
    public Stream<Arguments> provideArguments(ParameterDeclarations parameters, ExtensionContext context) {
        return all().map(Arguments::of);
    }
}
