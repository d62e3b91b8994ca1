package az.dost.vahid.definition;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.ResourceLoader;
import org.springframework.core.io.support.ResourcePatternResolver;

/**
 * The YAML files of a folder, one definition each, and whether they have changed. A folder that is away is no folder
 * without files: what was in it still holds. It is away while it is not there or cannot be listed, and while another,
 * empty folder stands in its place, as where nothing is mounted.
 */
public final class DefinitionFolder {
    private static final String FILE = "file:";
    private static final String ALL = "*.yaml";
    private final ResourceLoader resources;
    private final String folder;
    /** Null where it comes with the program. */
    private final Path path;

    private final String names;
    /** What came with the program. */
    private final List<Resource> fixed;

    private Look seen = Look.AWAY;
    private boolean away;

    /**
     * @param key of the folder itself, null for one that is not there or has none; @param files their names and what
     *     changes with them
     */
    private record Look(boolean there, Object key, String files) {
        static final Look AWAY = new Look(false, null, "");

        boolean away(Look before) {
            return before.there
                    && (!there || files.isEmpty() && !before.files.isEmpty() && !Objects.equals(key, before.key));
        }
    }

    /** @param folder with its scheme, {@code file:} or {@code classpath:} */
    public DefinitionFolder(ResourcePatternResolver resources, String folder) {
        this(
                resources,
                folder,
                folder.startsWith(FILE) ? Path.of(folder.substring(FILE.length())) : null,
                ALL,
                folder.startsWith(FILE) ? List.of() : program(resources, folder));
    }

    private DefinitionFolder(ResourceLoader resources, String folder, Path path, String names, List<Resource> fixed) {
        this.resources = resources;
        this.folder = folder;
        this.path = path;
        this.names = names;
        this.fixed = fixed;
    }

    private static List<Resource> program(ResourcePatternResolver resources, String folder) {
        try {
            Resource[] files = resources.getResources(folder + "/" + ALL);
            Arrays.sort(files, Comparator.comparing(Resource::getFilename));
            return List.of(files);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One file in its folder, looked at in the same way. */
    static DefinitionFolder of(Resource file) {
        if (!file.isFile()) {
            return new DefinitionFolder(null, "", null, "", List.of(file));
        }
        try {
            Path path = file.getFile().toPath().toAbsolutePath();
            return new DefinitionFolder(
                    null,
                    FILE + path.getParent(),
                    path.getParent(),
                    path.getFileName().toString(),
                    List.of());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The files as they are now, by their names' order; {@link #changed} compares with them. */
    public List<Resource> files() {
        seen = look();
        away = false;
        return list();
    }

    /** Another file of the folder, which need not exist. */
    public Resource beside(String name) {
        return resources.getResource(folder + "/" + name);
    }

    /** Whether a file came, went or changed since {@link #files}; not while the folder is away. */
    public boolean changed() {
        Look now = look();
        away = now.away(seen);
        return !away && !now.equals(seen);
    }

    /** Whether it was away when it was looked at last. */
    boolean away() {
        return away;
    }

    /** The next look finds a change, or that the folder is away. */
    void forget() {
        if (path != null) {
            seen = new Look(true, seen.key, "?");
        }
    }

    private List<Resource> list() {
        try {
            return path == null
                    ? fixed
                    : Files.isDirectory(path)
                            ? paths(false).stream()
                                    .<Resource>map(FileSystemResource::new)
                                    .toList()
                            : List.of();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @param more whether to list what lies beside the definitions too, such as a certificate that one names */
    private List<Path> paths(boolean more) throws IOException {
        List<Path> files = new ArrayList<>();
        try (DirectoryStream<Path> all =
                Files.newDirectoryStream(path, file -> named(file.getFileName().toString(), more))) {
            all.forEach(files::add);
        } catch (DirectoryIteratorException e) {
            throw e.getCause();
        }
        files.sort(Comparator.comparing(file -> file.getFileName().toString()));
        return files;
    }

    private boolean named(String name, boolean more) {
        return names.equals(ALL) ? more && !name.startsWith(".") || name.endsWith(".yaml") : name.equals(names);
    }

    private Look look() {
        if (path == null) {
            return Look.AWAY;
        }
        StringBuilder look = new StringBuilder();
        try {
            Object key = Files.readAttributes(path, BasicFileAttributes.class).fileKey();
            for (Path file : paths(true)) {
                look.append(file.getFileName()).append(' ').append(state(file)).append('\n');
            }
            return new Look(true, key, look.toString());
        } catch (IOException e) {
            return Look.AWAY;
        }
    }

    /** Another file under the same name is a change, whatever its time and length say. */
    private static String state(Path file) {
        try {
            BasicFileAttributes now = Files.readAttributes(file, BasicFileAttributes.class);
            return now.lastModifiedTime() + " " + now.size() + " " + now.fileKey();
        } catch (IOException e) {
            // It went while it was looked at: the next look will tell.
            return "?";
        }
    }
}
