package az.dost.vahid.connector;

import az.dost.vahid.definition.DefinitionException;
import az.dost.vahid.definition.Finding;
import az.dost.vahid.folder.OthersFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.ResourcePatternResolver;

/** Finds the connectors' folders, checks them all and reports every error at once. */
final class CatalogueReader {
    /** An operator's own folder, into which somebody else may write: no link in it is followed. */
    private static final Pattern OWN = Pattern.compile("file:(.+)/\\*/connector\\.yaml");

    private final ResourcePatternResolver resources;
    private final FolderReader reader;
    private final List<Finding> findings = new ArrayList<>();

    CatalogueReader(ResourcePatternResolver resources, FolderReader reader) {
        this.resources = resources;
        this.reader = reader;
    }

    /**
     * @param locations patterns of descriptor files, such as {@code classpath:connectors/*}{@code /connector.yaml}
     * @throws DefinitionException with every error of every folder
     */
    Catalogue read(List<String> locations) {
        Map<String, ConnectorFolder> folders = new TreeMap<>();
        Map<String, String> taken = new HashMap<>();
        for (String location : locations) {
            for (Resource descriptor : find(location)) {
                FolderReader.Reading reading = reader.read(descriptor, folder(descriptor, location));
                findings.addAll(reading.findings());
                String id =
                        reading.connector() == null ? null : reading.connector().id();
                String other = id == null
                        ? null
                        : taken.putIfAbsent(id, reading.definition().file());
                if (other != null) {
                    findings.add(reading.definition().at("the id " + id + " is that of " + other, "id"));
                } else if (reading.findings().isEmpty()) {
                    folders.put(id, new ConnectorFolder(reading.connector(), reading.mapping(), descriptor));
                }
            }
        }
        if (!findings.isEmpty()) {
            throw new DefinitionException(findings);
        }
        return new Catalogue(folders);
    }

    private List<Resource> find(String location) {
        Matcher own = OWN.matcher(location);
        try {
            return own.matches()
                    ? OthersFiles.resources(Path.of(own.group(1)), "connector.yaml")
                    : List.of(resources.getResources(location));
        } catch (IOException e) {
            throw new UncheckedIOException("No connectors can be read from " + location, e);
        }
    }

    /** As a person would type it: an operator's own folder by its whole path. */
    private static String folder(Resource descriptor, String location) {
        String path = descriptor
                .getDescription()
                .replaceFirst("^[^\\[]*\\[(file:)?", "")
                .replaceFirst("]$", "")
                .replace('\\', '/');
        String folder = path.substring(0, Math.max(0, path.lastIndexOf('/')));
        return location.startsWith("file:")
                ? folder
                : "connectors" + folder.substring(Math.max(0, folder.lastIndexOf('/')));
    }
}
