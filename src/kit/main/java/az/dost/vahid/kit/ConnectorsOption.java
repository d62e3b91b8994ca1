package az.dost.vahid.kit;

import az.dost.vahid.check.ConnectorCheck;
import az.dost.vahid.definition.Nearest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** Where the connectors lie. */
final class ConnectorsOption {
    @Option(
            names = "--connectors",
            paramLabel = "DIR",
            defaultValue = "connectors",
            description = "Folder that holds the connectors' folders (default: ${DEFAULT-VALUE}).")
    private Path directory;

    Path directory() {
        return directory;
    }

    /** @throws ParameterException when there is no such folder */
    List<Path> folders(CommandSpec spec) {
        if (!Files.isDirectory(directory)) {
            throw new ParameterException(
                    spec.commandLine(), "There is no folder " + directory + ": name one with --connectors");
        }
        try {
            return ConnectorCheck.folders(directory);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @throws ParameterException when no connector has the id */
    Path folder(CommandSpec spec, String id) {
        List<Path> folders = folders(spec);
        List<String> names =
                folders.stream().map(folder -> folder.getFileName().toString()).toList();
        if (!names.contains(id)) {
            String near = Nearest.of(id, names);
            throw new ParameterException(
                    spec.commandLine(),
                    directory + " has no connector " + id + (near == null ? "" : "; did you mean " + near + "?"));
        }
        return folders.get(names.indexOf(id));
    }
}
