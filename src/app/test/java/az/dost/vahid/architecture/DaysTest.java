package az.dost.vahid.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import az.dost.vahid.project.Checkout;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The tests pass on every day, and mean the same day everywhere. */
class DaysTest {
    /** The machine's zone decides. */
    private static final Pattern ANYWHERE = Pattern.compile(
            "\\b(LocalDate|LocalTime|LocalDateTime|OffsetDateTime|ZonedDateTime|MonthDay|YearMonth|Year)"
                    + "[.]now[(][)]");

    private static final Pattern THIS_MONTH = Pattern.compile("\\b(YearMonth|Year|MonthDay)[.]now[(]");

    private static List<Path> files(Pattern found, String... folders) {
        return Stream.of(folders)
                .flatMap(folder -> Checkout.files(folder, ".java").stream())
                .filter(file -> found.matcher(Project.text(file)).find())
                .toList();
    }

    @Test
    void whoever_asks_what_day_it_is_says_where() {
        assertThat(files(ANYWHERE, "main/java", "test/java")).isEmpty();
    }

    @Test
    void no_test_goes_by_the_present_month() {
        assertThat(files(THIS_MONTH, "test/java"))
                .extracting(file -> file.getFileName().toString())
                .as("AwkwardDays has months that are over; a running gateway closes those of its own clock")
                .containsExactly("ClosedQuarter.java");
    }
}
