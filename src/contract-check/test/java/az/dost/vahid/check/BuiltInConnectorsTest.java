package az.dost.vahid.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every connector of the jar passes its own check: descriptor, contract, request, and each sample through its mapping.
 */
class BuiltInConnectorsTest {
    private static final ConnectorCheck CHECK = Kit.check();

    static Stream<Path> folders() throws IOException {
        return ConnectorCheck.folders(Path.of("connectors")).stream();
    }

    @ParameterizedTest
    @MethodSource("folders")
    void a_connector_passes_its_check(Path folder) throws IOException {
        assertThat(CHECK.check(folders().toList(), List.of(folder)).sorted())
                .filteredOn(remark -> remark.severity() == Severity.ERROR)
                .isEmpty();
    }
}
