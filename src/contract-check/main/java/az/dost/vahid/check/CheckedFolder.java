package az.dost.vahid.check;

import az.dost.vahid.connector.Connector;
import az.dost.vahid.connector.ConnectorFolder;
import az.dost.vahid.connector.FolderReader;
import az.dost.vahid.definition.Definition;
import az.dost.vahid.normalise.Mapping;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.springframework.core.io.FileSystemResource;

/** A connector's folder on disk and what could be read of it. */
public record CheckedFolder(Path path, FolderReader.Reading reading) {
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
        return new ConnectorFolder(connector(), mapping(), new FileSystemResource(path.resolve("connector.yaml")));
    }

    /** The path of a file in the folder as a person would type it. */
    public String name(Path file) {
        return file.toString().replace('\\', '/');
    }

    String name(String file) {
        return name(path.resolve(file));
    }

    public boolean has(String file) {
        return file != null && Files.isRegularFile(path.resolve(file));
    }

    /** In UTF-8; bytes that are not are replaced. */
    public String text(Path file) {
        try {
            return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Files directly in the folder, in the order of their names. */
    public List<Path> files() {
        try (var files = Files.list(path)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What the mapping sees of a sample; throws what {@link Sample#tree} throws. */
    public JsonNode tree(Sample sample) {
        String layout = connector().drop() == null || !has(connector().drop().layout())
                ? null
                : text(path.resolve(connector().drop().layout()));
        return sample.tree(connector(), layout);
    }

    /** The case folders below {@code samples}, in the order of their names. */
    public List<Sample> samples() {
        Path samples = path.resolve("samples");
        if (!Files.isDirectory(samples)) {
            return List.of();
        }
        try (var cases = Files.list(samples)) {
            return cases.filter(Files::isDirectory).sorted().map(Sample::new).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
