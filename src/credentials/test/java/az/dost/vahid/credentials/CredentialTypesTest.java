package az.dost.vahid.credentials;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import az.dost.vahid.connector.CanonicalFacts;
import az.dost.vahid.connector.Catalogue;
import az.dost.vahid.definition.DefinitionException;
import az.dost.vahid.definition.EventTypes;
import az.dost.vahid.problem.StartException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** The files of credentials: those that are there are right, and one that is wrong stops the start. */
class CredentialTypesTest {
    private static final Path FOLDER = Path.of("contracts/credentials");
    private final Wallets wallets = Wallets.get();

    @TempDir
    private Path folder;

    private CredentialTypes read(Path from) {
        return CredentialTypes.of(
                new PathMatchingResourcePatternResolver(),
                from.toUri().toString(),
                wallets.vahid.bean(CanonicalFacts.class),
                wallets.vahid.bean(Catalogue.class).connectors(),
                wallets.vahid.bean(EventTypes.class));
    }

    static Stream<Path> files() throws IOException {
        try (var files = Files.list(FOLDER)) {
            return files.toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("files")
    void each_file_is_a_credential_that_a_death_ends(Path file) {
        String code = file.getFileName().toString().replace(".yaml", "");
        CredentialType type = read(FOLDER).find(code).orElseThrow();
        assertThat(type.endedBy()).contains("az.dost.death.v1");
        assertThat(type.purpose().code()).isEqualTo("credential:" + code);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "disability|field: cause|field: reason|reason",
                "martyr-family|field: relation,|field: martyrFin,|martyrFin",
                "disability|az.dost.death.v1]|az.dost.end-of-days.v1]|end-of-days"
            })
    void a_claim_or_an_event_that_cannot_be_stops_the_start(String code, String right, String wrong, String named)
            throws IOException {
        String text = Files.readString(FOLDER.resolve(code + ".yaml"));
        assertThat(text).contains(right);
        Files.writeString(folder.resolve(code + ".yaml"), text.replace(right, wrong));
        assertThatThrownBy(() -> read(folder))
                .isInstanceOf(StartException.class)
                .hasMessageContaining(named);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "register: disability|register: tax",
                "validUntil: reviewOn|validUntil: someDay",
                "family: credential|family: ccu",
                "endedBy:|untilTold:"
            })
    void a_file_that_its_schema_or_the_registers_do_not_allow_is_told_by_line(String right, String wrong)
            throws IOException {
        String text = Files.readString(FOLDER.resolve("disability.yaml"));
        assertThat(text).contains(right);
        Files.writeString(folder.resolve("disability.yaml"), text.replace(right, wrong));
        assertThatThrownBy(() -> read(folder))
                .isInstanceOf(DefinitionException.class)
                .hasMessageContaining("disability.yaml");
    }

    /** Of a list the record counts that began last and is valid that day. */
    @Test
    void of_several_records_the_newest_one_that_counts_is_shown() throws IOException {
        CredentialType pension = read(FOLDER).find("pension").orElseThrow();
        JsonNode dossier = Wallets.JSON.readTree("""
                {"facts":{"benefits":{"value":[
                  {"kind":"TARGETED_ASSISTANCE","amount":"90.00","from":"2026-01-01"},
                  {"kind":"OLD_AGE_PENSION","amount":"400.00","from":"2020-01-01","until":"2025-12-31"},
                  {"kind":"DISABILITY_PENSION","amount":"300.00","from":"2021-01-01"},
                  {"kind":"SURVIVOR_PENSION","amount":"500.00","from":"2099-01-01"}]}}}""");
        assertThat(pension.record((ObjectNode) dossier, LocalDate.parse("2026-12-03"))
                        .path("amount")
                        .asText())
                .isEqualTo("300.00");
    }

    /** Days of Baku, whose midnight is 20:00 UTC of the day before. */
    @ParameterizedTest
    @CsvSource({
        "disability,2026-12-20,2026-12-20T20:00:00Z",
        "disability,2026-12-03,2026-12-03T20:00:00Z",
        "disability,2099-01-01,2027-03-03T20:00:00Z",
        "disability,,2027-03-03T20:00:00Z",
        "martyr-family,2026-12-20,2027-03-03T20:00:00Z"
    })
    void it_is_never_valid_for_longer_than_its_register_says(String code, String review, Instant expires) {
        CredentialType type = read(FOLDER).find(code).orElseThrow();
        ObjectNode record = Wallets.JSON.createObjectNode();
        if (review != null) {
            record.put("reviewOn", review);
        }
        assertThat(type.expires(record, LocalDate.parse("2026-12-03"), 90)).isEqualTo(expires);
    }

    @ParameterizedTest
    @CsvSource({
        "0,PT10M,5,20,P90D",
        "20,PT0S,5,20,P90D",
        "20,PT10M,0,20,P90D",
        "20,PT10M,5,0,P90D",
        "20,PT10M,5,20,PT1H"
    })
    void a_setting_that_is_none_stops_the_start(int perDay, Duration offered, int tries, int batch, Duration valid) {
        assertThatThrownBy(() ->
                        new CredentialSettings("", "credentials", "credentials", perDay, offered, tries, batch, valid))
                .isInstanceOf(StartException.class)
                .hasMessageContaining("vahid.credentials");
    }
}
