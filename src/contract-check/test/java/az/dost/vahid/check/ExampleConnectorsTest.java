package az.dost.vahid.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The examples of the kinds beyond the built-in ones pass the same check. */
class ExampleConnectorsTest {
    private static final ConnectorCheck CHECK = Kit.check();

    static Stream<Path> folders() throws IOException {
        return ConnectorCheck.folders(Path.of("src/core/test/resources/kinds")).stream();
    }

    @ParameterizedTest
    @MethodSource("folders")
    void an_example_passes_its_check(Path folder) throws IOException {
        assertThat(CHECK.check(folders().toList(), List.of(folder)).sorted())
                .filteredOn(remark -> remark.severity() == Severity.ERROR)
                .isEmpty();
    }
}
