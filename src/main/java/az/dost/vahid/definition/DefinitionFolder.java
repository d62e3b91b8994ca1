package az.dost.vahid.definition;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.ResourcePatternResolver;

/** The YAML files of a folder, one definition each, and whether they have changed. */
public final class DefinitionFolder {
    private final ResourcePatternResolver resources;
    private final String folder;
    private String seen = "";

    /** @param folder with its scheme, {@code file:} or {@code classpath:} */
    public DefinitionFolder(ResourcePatternResolver resources, String folder) {
        this.resources = resources;
        this.folder = folder;
    }

    /** The files as they are now, by their names' order; {@link #changed} compares with them. */
    public List<Resource> files() {
        List<Resource> files = list();
        seen = look(files);
        return files;
    }

    /** Another file of the folder, which need not exist. */
    public Resource beside(String name) {
        return resources.getResource(folder + "/" + name);
    }

    /** Whether a file came, went or changed since {@link #files}. */
    public boolean changed() {
        return !look(list()).equals(seen);
    }

    private List<Resource> list() {
        try {
            Resource[] files = resources.getResources(folder + "/*.yaml");
            Arrays.sort(files, Comparator.comparing(Resource::getFilename));
            return List.of(files);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String look(List<Resource> files) {
        StringBuilder look = new StringBuilder();
        try {
            for (Resource file : files) {
                look.append(file.getFilename()).append(' ').append(file.lastModified()).append(' ').append(file.contentLength()).append('\n');
            }
        } catch (IOException e) {
            // It went while it was looked at: the next look will tell.
            look.append('?');
        }
        return look.toString();
    }
}
