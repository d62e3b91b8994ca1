package az.dost.vahid.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/**
 * What the bench may use: the gateway as anybody has it. The compiler keeps it from tests, as its module knows none;
 * whether its peers start, PeersStartIT says.
 */
class BenchTest {
    private static final Path SOURCES = Path.of("src/bench/main/java");

    @Test
    void the_bench_stands_in_packages_of_its_own_and_reaches_nothing_package_private() {
        assertThat(Project.files(SOURCES.toString(), ".java"))
                .isNotEmpty()
                .allMatch(file -> file.startsWith(SOURCES.resolve("az/dost/vahid/bench")));
    }
}
