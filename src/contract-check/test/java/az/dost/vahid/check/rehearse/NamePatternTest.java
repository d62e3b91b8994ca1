package az.dost.vahid.check.rehearse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NamePatternTest {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 25);

    @ParameterizedTest
    @CsvSource({
        "staff-(?<date>\\d{8})\\.csv, staff-20261125.csv",
        "A_(?<date>\\d{8})_(?<sequence>\\d{3})\\.zip, A_20261125_007.zip",
        "^(?<kind>full|delta)_(?<date>[0-9]{8})(?:_v2)?\\.csv$, full_20261125.csv",
        "(?<kind>delta|full)-(?<date>\\d+)-(?<sequence>\\d+)\\.jsonl, full-20261125-7.jsonl",
        "[A-Z]{2}\\w+(?<date>\\d{8}).(txt|TXT), AAa20261125xtxt"
    })
    void a_name_is_made_that_the_pattern_takes(String pattern, String name) {
        assertThat(new NamePattern(pattern).name(DAY, 7, true)).isEqualTo(name).matches(pattern);
    }

    @Test
    void a_file_of_changes_has_another_kind_than_full() {
        assertThat(new NamePattern("(?<kind>full|delta)_(?<date>\\d{8})").name(DAY, 1, false))
                .isEqualTo("delta_20261125");
    }

    /** The last: more files a day than it has room for. */
    @ParameterizedTest
    @ValueSource(strings = {"(?<date>\\d{8})(?=x)", "x{2}{3}(?<date>\\d{8})", "(?<date>\\d{8})_(?<sequence>\\d)"})
    void a_pattern_that_is_too_clever_is_told_so(String pattern) {
        assertThatThrownBy(() -> new NamePattern(pattern).name(DAY, 10, true))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("drop.pattern");
    }
}
