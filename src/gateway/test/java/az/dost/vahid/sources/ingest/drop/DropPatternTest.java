package az.dost.vahid.sources.ingest.drop;

import static org.assertj.core.api.Assertions.assertThat;

import az.dost.vahid.connector.Connector;
import az.dost.vahid.drop.DropPattern;
import java.time.Duration;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class DropPatternTest {
    private static DropPattern pattern(String pattern) {
        return new DropPattern(new Connector.Drop(
                pattern,
                null,
                false,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                Connector.Mode.SNAPSHOT,
                null,
                null,
                1,
                1,
                false,
                null,
                null));
    }

    @Test
    @Tag("attack")
    void a_name_made_for_a_pattern_that_tries_again_and_again_is_no_drop() {
        DropPattern runaway = pattern("(a+)+_(?<date>\\d{8})[.]csv");
        assertThat(runaway.read("aaa_20261127.csv")).isPresent();
        Assertions.assertTimeoutPreemptively(
                Duration.ofSeconds(10),
                () -> assertThat(runaway.read("a".repeat(140) + "-20261127")).isEmpty());
    }
}
