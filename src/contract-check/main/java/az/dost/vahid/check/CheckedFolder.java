package az.dost.vahid.check;

import az.dost.vahid.connector.Connector;
import az.dost.vahid.connector.ConnectorFolder;
import az.dost.vahid.connector.FolderReader;
import az.dost.vahid.definition.Definition;
import az.dost.vahid.folder.OthersFiles;
import az.dost.vahid.normalise.Mapping;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * A connector's folder on disk and what could be read of it. What of it is refused is thrown as an
 * {@link java.io.UncheckedIOException} with an {@link az.dost.vahid.folder.RefusedFileException}.
 *
 * @param files that are read by nobody else
 */
public record CheckedFolder(OthersFiles files, FolderReader.Reading reading) {
    /** As it was given. */
    public Path path() {
        return files.root();
    }

    /** Null when the descriptor is too wrong to be read. */
    public Connector connector() {
        return reading.connector();
    }

    Definition descriptor() {
        return reading.definition();
    }

    /** Null when there is none that compiles. */
    public Mapping mapping() {
        return reading.mapping();
    }

    /** Only of a folder with a mapping. */
    public BoundedMapping bounded() {
        return new BoundedMapping(mapping(), connector() != null && connector().drop() != null);
    }

    /** As the gateway reads it; only of a folder without findings. */
    public ConnectorFolder running() {
        List<String> read = Stream.concat(Stream.of("connector.yaml"), connector().files().stream())
                .toList();
        return new ConnectorFolder(
                connector(), mapping(), files.keeping(read).resource(path().resolve("connector.yaml")));
    }

    /** The path of a file in the folder as a person would type it. */
    public String name(Path file) {
        return file.toString().replace('\\', '/');
    }

    String name(String file) {
        return name(path().resolve(file));
    }

    public boolean has(String file) {
        return file != null && files.has(path().resolve(file));
    }

    /** In UTF-8; bytes that are not are replaced. */
    public String text(Path file) {
        return files.text(file);
    }

    /** Files directly in the folder, in the order of their names. */
    public List<Path> own() {
        return files.files(path());
    }

    /** What the mapping sees of a sample; throws what {@link Sample#tree} throws. */
    public JsonNode tree(Sample sample) {
        String layout = connector().drop() == null || !has(connector().drop().layout())
                ? null
                : text(path().resolve(connector().drop().layout()));
        return sample.tree(connector(), layout);
    }

    /** The case folders below {@code samples}, in the order of their names. */
    public List<Sample> samples() {
        return files.folders(path().resolve("samples")).stream()
                .map(folder -> new Sample(files, folder))
                .toList();
    }
}
