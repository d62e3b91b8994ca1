package az.dost.vahid.journeys.misuse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import az.dost.vahid.definition.DefinitionException;
import az.dost.vahid.definition.DefinitionReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.io.FileSystemResource;

class RuleReaderTest {
    private static final Path BROKEN = Path.of("src/gateway/test/resources/az/dost/vahid/journeys/misuse");

    static RuleBook read(String file) {
        return RuleReader.read(
                new FileSystemResource(file),
                new DefinitionReader(new FileSystemResource("contracts/misuse-rules.schema.json")));
    }

    @Test
    void every_error_of_the_rules_stands_in_one_report_with_its_line() throws IOException {
        assertThatThrownBy(() -> read(BROKEN.resolve("broken.yaml").toString()))
                .isInstanceOf(DefinitionException.class)
                .extracting(e -> e.getMessage() + "\n")
                .isEqualTo(Files.readString(BROKEN.resolve("report.txt")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "src/gateway/main/resources/misuse-rules.yaml",
                "src/demo/main/resources/demo/misuse-rules.yaml",
                "src/gateway/test/resources/misuse/rules.yaml"
            })
    void the_rules_of_the_house_watch_for_all_that_can_be_watched_for(String file) {
        assertThat(read(file).rules()).extracting(Rule::behaviour).contains(Behaviour.values());
    }

    @Test
    void what_was_seen_is_kept_as_long_as_the_longest_rule_counts() {
        RuleBook book = read("src/gateway/main/resources/misuse-rules.yaml");
        assertThat(book.longest()).as("by number").isEqualTo(Duration.ofMinutes(30));
        assertThat(book.kept()).isEqualTo(Duration.ofDays(30));
    }

    /** Baku is four hours ahead of UTC all year. */
    @ParameterizedTest
    @CsvSource({
        "2026-01-05T04:00:00Z, true",
        "2026-01-05T03:59:59Z, false",
        "2026-01-05T14:59:59Z, true",
        "2026-01-05T15:00:00Z, false",
        "2026-01-03T08:00:00Z, false",
        "2026-01-04T08:00:00Z, false",
        "2026-01-01T08:00:00Z, false",
        "2026-05-28T08:00:00Z, false",
        "2026-05-29T08:00:00Z, true"
    })
    void working_hours_are_those_of_baku(Instant at, boolean working) {
        assertThat(read("src/gateway/main/resources/misuse-rules.yaml").hours().at(at.toEpochMilli()))
                .isEqualTo(working);
    }
}
