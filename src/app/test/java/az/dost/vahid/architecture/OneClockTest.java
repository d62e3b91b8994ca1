package az.dost.vahid.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What is compared with a time in the database goes by the database's clock: those of gateways differ. */
class OneClockTest {
    private static final Pattern OWN_TIME = Pattern.compile(
            "Timestamp[.](from|valueOf)[(](Instant|LocalDateTime)[.]now|new Timestamp[(]System[.]currentTimeMillis|"
                    + "set(Timestamp|Object)[(]\\d+, (Timestamp[.]from[(])?(Instant|OffsetDateTime)[.]now");

    private static List<Path> files() {
        return Project.sources().stream()
                .filter(file -> !file.toString().contains("/mock/"))
                .toList();
    }

    @Test
    void no_statement_is_given_the_time_of_this_machine() {
        assertThat(files())
                .filteredOn(file -> OWN_TIME.matcher(Project.text(file)).find())
                .isEmpty();
    }

    @Test
    void who_waits_for_an_advisory_lock_in_a_transaction_waits_for_no_frozen_gateway() {
        assertThat(files())
                .filteredOn(file -> Project.text(file).contains("pg_advisory_xact_lock"))
                .extracting(file -> file.getFileName().toString())
                .as("Partitions makes them ahead of their day, so nobody waits")
                .isSubsetOf("TransactionLock.java", "Partitions.java");
    }
}
