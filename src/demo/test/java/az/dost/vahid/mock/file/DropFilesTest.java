package az.dost.vahid.mock.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import az.dost.vahid.mock.kit.DemoKeys;
import az.dost.vahid.mock.kit.Faults;
import az.dost.vahid.mock.population.Population;
import az.dost.vahid.mock.register.ComputedPopulation;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Drops of any length, for other tests. */
class DropFilesTest {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 20);
    private final Population population = new ComputedPopulation(3_000);

    @TempDir
    Path folder;

    @Test
    void haveAsManyDifferentCitizensAsAskedFor() throws Exception {
        Path file = write(2_500);
        Descriptor descriptor = Descriptor.of("defence");
        assertThat(descriptor.name(file).group("date")).isEqualTo("20261120");
        assertThat(Rows.of(file, descriptor).stream()
                        .map(row -> row.path("FIN").asText())
                        .distinct())
                .hasSize(2_500);
        try (Stream<Path> files = Files.list(folder.resolve("defence"))) {
            assertThat(files).containsExactly(file);
        }
    }

    @Test
    void haveNoMoreThanThereAreCitizens() {
        assertThatThrownBy(() -> write(3_001)).isInstanceOf(IllegalArgumentException.class);
    }

    private Path write(int rows) throws Exception {
        return DropFiles.defence(
                folder.resolve("defence"),
                DAY,
                7,
                rows,
                population,
                new DemoKeys(folder.resolve("keys"), new Faults()).agency("defence", "RSA"));
    }
}
