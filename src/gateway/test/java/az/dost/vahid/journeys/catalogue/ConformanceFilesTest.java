package az.dost.vahid.journeys.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConformanceFilesTest {
    private static final String VERSION = "sha-256:" + "a".repeat(64);
    private static final String CERTIFICATE =
            "{\"kind\":\"connector-certificate\",\"connector\":\"tax\",\"version\":\"" + VERSION
                    + "\",\"gateway\":\"0.1.0\",\"at\":\"2026-11-28T10:00:00Z\",\"result\":\"PASSED\",\"passed\":30,\"failed\":0,\"skipped\":2,\"lines\":[]}";

    @TempDir
    private Path folder;

    private ConformanceFiles with(String text) throws IOException {
        Files.writeString(folder.resolve("tax.json"), text);
        return new ConformanceFiles(folder.toString());
    }

    @Test
    void the_certificate_of_the_version_in_use_is_shown_without_its_lines() throws IOException {
        assertThat(with(CERTIFICATE).of("tax", VERSION).orElseThrow())
                .hasToString(
                        "{\"result\":\"PASSED\",\"at\":\"2026-11-28T10:00:00Z\",\"gateway\":\"0.1.0\",\"passed\":30,\"failed\":0,\"skipped\":2}");
    }

    @Test
    void one_of_another_version_says_nothing() throws IOException {
        assertThat(with(CERTIFICATE).of("tax", "sha-256:" + "b".repeat(64))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "[]", "7", "null", "{\"version\":7}"})
    void what_cannot_be_read_says_nothing(String text) throws IOException {
        assertThat(with(text).of("tax", VERSION)).isEmpty();
    }

    @Test
    void nothing_is_shown_without_a_file_or_without_a_folder() {
        assertThat(new ConformanceFiles(folder.toString()).of("tax", VERSION)).isEmpty();
        assertThat(new ConformanceFiles("").of("tax", VERSION)).isEmpty();
    }
}
