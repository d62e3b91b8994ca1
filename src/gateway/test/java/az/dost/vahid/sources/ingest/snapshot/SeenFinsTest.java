package az.dost.vahid.sources.ingest.snapshot;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SeenFinsTest {
    /** One that differs from all others below 36^7. */
    private static String fin(long number) {
        String text = Long.toString(number, Character.MAX_RADIX).toUpperCase(Locale.ROOT);
        return "0".repeat(7 - text.length()) + text;
    }

    private static SeenFins of(int rows) {
        SeenFins seen = new SeenFins();
        IntStream.range(0, rows).forEach(row -> seen.add(fin(row * 40_000L)));
        return seen;
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 3_000, 100_000, 1_000_000})
    void rows_that_differ_are_known_to(int rows) {
        assertThat(of(rows).distinct()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3_000, 100_000, 1_000_000})
    void one_that_is_there_again_is_found_wherever_it_was(int rows) {
        for (int again : new int[] {0, rows / 2, rows - 1}) {
            SeenFins seen = of(rows);
            seen.add(fin(again * 40_000L));
            seen.add("ZZZZZZZ");
            assertThat(seen.distinct()).as("row %d of %d", again, rows).isFalse();
        }
    }

    @Test
    void of_more_than_memory_is_for_nothing_is_known() {
        assertThat(of(1_600_000).distinct()).isFalse();
    }

    @Test
    void neighbours_are_no_twins() {
        SeenFins seen = new SeenFins();
        new Random(1).ints(50_000, 0, 1_000_000_000).distinct().forEach(number -> {
            seen.add(fin(2L * number));
            seen.add(fin(2L * number + 1));
        });
        assertThat(seen.distinct()).isTrue();
    }
}
