package az.dost.vahid.journeys.warm;

import static org.assertj.core.api.Assertions.assertThat;

import az.dost.vahid.check.Kit;
import az.dost.vahid.connector.ConnectorFolder;
import az.dost.vahid.connector.FolderReader;
import az.dost.vahid.folder.OthersFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.core.io.Resource;
import org.springframework.util.FileSystemUtils;

/** Samples of a folder that an operator has named, into which somebody else may write. */
class WarmSamplesTest {
    @TempDir
    private Path connectors;

    private ConnectorFolder folder() throws IOException {
        FileSystemUtils.copyRecursively(Path.of("connectors/disability"), connectors.resolve("disability"));
        OthersFiles files = OthersFiles.within(connectors, "disability");
        Resource descriptor = files.resource(files.root().resolve("connector.yaml"));
        FolderReader.Reading reading =
                Kit.reader().read(descriptor, files.root().toString());
        assertThat(reading.findings()).isEmpty();
        return new ConnectorFolder(reading.connector(), reading.mapping(), descriptor);
    }

    @Test
    void they_are_found() throws IOException {
        assertThat(WarmSamples.facts(folder())).isPresent();
    }

    @Test
    @EnabledOnOs({OS.LINUX, OS.MAC})
    void none_is_read_through_a_link() throws IOException {
        ConnectorFolder folder = folder();
        Path samples = connectors.resolve("disability/samples");
        Files.move(samples, connectors.resolve("elsewhere"));
        Files.createSymbolicLink(samples, connectors.resolve("elsewhere"));
        assertThat(WarmSamples.facts(folder)).isEmpty();
    }
}
