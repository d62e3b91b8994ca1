package az.dost.vahid.connector;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.stream.Stream;

/** Every version of a connector that ever ran, so that what it read can be read by it again. */
public final class VersionArchive {
    private final Path folder;

    /** @param data the gateway's {@code vahid.data} */
    public VersionArchive(Path data) {
        this.folder = data.resolve("connector-versions");
    }

    /** Keeps a version that is about to run, unless it is kept already. @throws UncheckedIOException when it cannot be written */
    public void keep(ConnectorFolder connector) {
        Path target = path(connector.connector().id(), connector.version());
        if (Files.exists(target)) {
            return;
        }
        try {
            Path draft = Files.createTempDirectory(Files.createDirectories(target.getParent()), "draft");
            for (String file : Stream.concat(Stream.of("connector.yaml"), connector.connector().files().stream()).toList()) {
                Files.writeString(draft.resolve(file), connector.text(file));
            }
            try {
                Files.move(draft, target, StandardCopyOption.ATOMIC_MOVE);
            } catch (IOException e) {
                if (!Files.exists(target)) {
                    throw e;
                }
                // Another gateway on the same folder was quicker.
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The version of the connector " + connector.connector().id() + " cannot be kept in " + folder, e);
        }
    }

    /** The folder with the version's files; its name is the connector's id. */
    public Optional<Path> find(String agency, String version) {
        return Optional.of(path(agency, version)).filter(Files::isDirectory);
    }

    private Path path(String agency, String version) {
        return folder.resolve(version.replaceFirst("^sha-256:", "")).resolve(agency);
    }
}
