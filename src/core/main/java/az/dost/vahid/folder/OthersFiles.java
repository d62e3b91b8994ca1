package az.dost.vahid.folder;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.SecureDirectoryStream;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;
import org.springframework.core.io.Resource;

/**
 * Files that somebody else made and handed over to be read: an agency's contract with what it refers to, a connector's
 * folder. The way to the root is the reader's own choice and may have links. Below it each folder is opened within the
 * open one above it, without following a link, as {@link ForeignFolder} does; a link, a pipe, a device, a file with a
 * second name and one that is too long are refused and not passed over, for a person has to know. Paths may be relative
 * or absolute, as the root is; one that leads out of the root is refused.
 *
 * <p>What was read once stays as it was read, up to 64 MiB: what was checked is what is used.
 */
public final class OthersFiles {
    /** Bytes; more than any reply or contract may have. */
    public static final int LONGEST = 64 << 20;

    private static final int MOST_KEPT = 64 << 20;
    /** Somebody's own name, such as an editor's lock or a folder of a version control. */
    private static final String HIDDEN = ".";

    private final Path followed;
    private final List<String> way;
    private final Path root;
    private final Map<Path, byte[]> kept = new ConcurrentHashMap<>();
    private final AtomicLong left = new AtomicLong(MOST_KEPT);

    /** What stands at a path: nothing, a folder, a file, or what is refused. */
    private record Found(BasicFileAttributes attributes, String refused) {
        static final Found NOTHING = new Found(null, null);

        boolean there() {
            return refused != null || attributes != null && !attributes.isDirectory();
        }

        boolean folder() {
            return refused == null && attributes != null && attributes.isDirectory();
        }
    }

    private interface Work<T> {
        /** @param name of the last segment within the open folder */
        T in(SecureDirectoryStream<Path> folder, Path real, String name) throws IOException;
    }

    /** @param root chosen by whoever reads: it may be a link */
    public OthersFiles(Path root) {
        this(root, List.of());
    }

    private OthersFiles(Path followed, List<String> way) {
        this.followed = followed;
        this.way = way;
        this.root = way.isEmpty() ? followed : followed.resolve(String.join("/", way));
    }

    /** The folder that a file lies in which a person has named: the file itself must be none of what is refused. */
    public static OthersFiles beside(Path file) {
        Path parent = file.getParent();
        return new OthersFiles(parent == null ? file.resolveSibling("") : parent);
    }

    /** A folder that others put into one of ours: it may be no link itself. @param name of one folder */
    public static OthersFiles within(Path ours, String name) {
        return new OthersFiles(ours, List.of(name));
    }

    /** As it was given. */
    public Path root() {
        return root;
    }

    /** The same folder, of which only these files stay as they were read. @param names from the root */
    public OthersFiles keeping(Collection<String> names) {
        OthersFiles same = new OthersFiles(followed, way);
        for (String name : names) {
            Path place = Path.of(name);
            if (kept.containsKey(place)) {
                same.keep(place, kept.get(place));
            }
        }
        return same;
    }

    /** Whether something is there that is no folder; it may still be refused when it is read. */
    public boolean has(Path file) {
        return look(file).there();
    }

    /** Whether it is a folder that may be listed. */
    public boolean hasFolder(Path folder) {
        return look(folder).folder();
    }

    /** Why a file is not read, beginning with a verb; empty for one that is, and for one that is not there. */
    public Optional<String> refused(Path file) {
        return Optional.ofNullable(look(file).refused());
    }

    /** The same, of a file that may have so many bytes at most. */
    public Optional<String> refused(Path file, int most) {
        return refused(file).or(() -> isLonger(file, most) ? Optional.of(longer(most)) : Optional.empty());
    }

    /** Whether a plain file has more bytes than that. */
    public boolean isLonger(Path file, int bytes) {
        Found found = look(file);
        return found.refused() == null && found.there() && found.attributes().size() > bytes;
    }

    private static String longer(int most) {
        return "is longer than " + most + " bytes";
    }

    private Found look(Path file) {
        try {
            return walk(file, (folder, real, name) -> {
                BasicFileAttributes found = ForeignFolder.attributes(folder, name);
                return found == null ? Found.NOTHING : new Found(found, wrong(found, real.resolve(name)));
            });
        } catch (RefusedFileException e) {
            return new Found(null, e.why());
        } catch (NoSuchFileException | NotDirectoryException e) {
            return Found.NOTHING;
        } catch (AccessDeniedException e) {
            return new Found(null, "may not be read");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Null for a folder and a plain file. */
    private static String wrong(BasicFileAttributes found, Path real) {
        return found.isDirectory()
                ? null
                : found.isSymbolicLink()
                        ? RefusedFileException.LINK
                        : !found.isRegularFile()
                                ? RefusedFileException.NO_FILE
                                : ForeignFolder.oneName(real, found) ? null : RefusedFileException.SECOND_NAME;
    }

    /** In UTF-8; bytes that are not are replaced. @throws UncheckedIOException as {@link #bytes} */
    public String text(Path file) {
        return new String(bytes(file), StandardCharsets.UTF_8);
    }

    /** At most {@link #LONGEST}. */
    public byte[] bytes(Path file) {
        return bytes(file, LONGEST);
    }

    /**
     * A file's content, whole and of one moment as far as its length goes.
     *
     * @param most bytes
     * @throws UncheckedIOException with a {@link RefusedFileException} for what is there and not opened, or longer;
     *     else with what happened when it is not there or cannot be read
     */
    public byte[] bytes(Path file, int most) {
        try {
            return read(file, most);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The same, for those who expect that it fails. */
    public byte[] read(Path file, int most) throws IOException {
        Path place = place(file);
        byte[] known = kept.get(place);
        byte[] bytes = known == null
                ? walk(file, (folder, real, name) -> read(folder, real, name, root.resolve(place), most))
                : known;
        if (bytes.length > most) {
            throw new RefusedFileException(shown(root.resolve(place)), longer(most));
        }
        keep(place, bytes);
        return bytes.clone();
    }

    private void keep(Path place, byte[] bytes) {
        if (bytes.length <= left.get() && kept.putIfAbsent(place, bytes) == null) {
            left.addAndGet(-bytes.length);
        }
    }

    private byte[] read(SecureDirectoryStream<Path> folder, Path real, String name, Path file, int most)
            throws IOException {
        BasicFileAttributes before = ForeignFolder.attributes(folder, name);
        if (before == null || before.isDirectory()) {
            throw new NoSuchFileException(shown(file));
        }
        String wrong = wrong(before, real.resolve(name));
        if (wrong == null && before.size() > most) {
            wrong = longer(most);
        }
        if (wrong != null) {
            throw new RefusedFileException(shown(file), wrong);
        }
        try (InputStream in = Channels.newInputStream(
                folder.newByteChannel(Path.of(name), Set.of(StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS)))) {
            BasicFileAttributes after = ForeignFolder.attributes(folder, name);
            if (after == null || !ForeignFolder.same(before, after)) {
                throw new RefusedFileException(shown(file), RefusedFileException.CHANGED);
            }
            // It may grow while it is read.
            return in.readNBytes(most + 1);
        }
    }

    /**
     * What lies directly in a folder and is no folder, in the names' order; none when it is not there. What is refused
     * is among it, but for what a hidden name has.
     *
     * @throws UncheckedIOException with a {@link RefusedFileException} when the way to it is a link
     */
    public List<Path> files(Path folder) {
        return list(folder, found -> !found.folder());
    }

    /** The folders directly in one, and what is refused and may stand for one; else as {@link #files}. */
    public List<Path> folders(Path folder) {
        return list(
                folder,
                found -> found.folder()
                        || found.attributes() != null && found.attributes().isSymbolicLink());
    }

    private List<Path> list(Path folder, Predicate<Found> wanted) {
        try {
            List<Path> listed = new ArrayList<>();
            Path from = followed.toRealPath();
            ForeignFolder.within(from, names(folder), step(from), (open, real) -> {
                for (Path each : open) {
                    String name = each.getFileName().toString();
                    BasicFileAttributes attributes = ForeignFolder.attributes(open, name);
                    Found found = attributes == null
                            ? Found.NOTHING
                            : new Found(attributes, wrong(attributes, real.resolve(name)));
                    if (attributes != null
                            && wanted.test(found)
                            && (found.refused() == null || !name.startsWith(HIDDEN))) {
                        listed.add(folder.resolve(name));
                    }
                }
                return null;
            });
            listed.sort(null);
            return listed;
        } catch (NoSuchFileException | NotDirectoryException e) {
            return List.of();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Whatever lies in the root and below that is no folder, and is not refused, by its way from the root; folders that
     * may not be listed are passed over.
     *
     * @param depth how many folders deep; 1 for the root alone
     * @param most how many files and folders are looked at
     */
    public List<Path> below(int depth, int most) {
        List<Path> found = new ArrayList<>();
        below(root, depth, new int[] {most}, found);
        return found.stream().map(root::relativize).sorted().toList();
    }

    private void below(Path folder, int depth, int[] left, List<Path> found) {
        try {
            List<Path> files = files(folder);
            files.stream()
                    .limit(Math.max(0, left[0]))
                    .filter(file -> refused(file).isEmpty())
                    .forEach(found::add);
            left[0] -= files.size();
            for (Path next : depth > 1 && left[0] > 0 ? folders(folder) : List.<Path>of()) {
                if (left[0]-- > 0 && hasFolder(next)) {
                    below(next, depth - 1, left, found);
                }
            }
        } catch (UncheckedIOException e) {
            // A folder of somebody else's in between: what cannot be seen is not there.
        }
    }

    /** For what reads definitions: at most 5 MiB, and what it refers to is of this folder, too. */
    public Resource resource(Path file) {
        return new OthersResource(this, file);
    }

    /** The folder that a resource of {@link #resource} is of; empty for any other resource. */
    public static Optional<OthersFiles> of(Resource resource) {
        return resource instanceof OthersResource others ? Optional.of(others.files()) : Optional.empty();
    }

    /**
     * The file of that name in each folder that others put into ours; what is refused is among them, and says so when
     * it is read.
     */
    public static List<Resource> resources(Path ours, String name) {
        List<Resource> found = new ArrayList<>();
        for (Path folder : new OthersFiles(ours).folders(ours)) {
            OthersFiles files = within(ours, folder.getFileName().toString());
            if (files.has(folder.resolve(name))) {
                found.add(files.resource(folder.resolve(name)));
            }
        }
        return found;
    }

    /** From the root, without {@code .} and {@code ..}. */
    private Path place(Path file) throws RefusedFileException {
        Path from = root.toAbsolutePath().normalize();
        Path to = file.toAbsolutePath().normalize();
        if (!to.startsWith(from)) {
            throw new RefusedFileException(shown(file), RefusedFileException.OUTSIDE);
        }
        return from.relativize(to);
    }

    private List<String> names(Path file) throws IOException {
        List<String> names = new ArrayList<>(way);
        for (Path name : place(file)) {
            if (!name.toString().isEmpty()) {
                names.add(name.toString());
            }
        }
        return names;
    }

    private <T> T walk(Path file, Work<T> work) throws IOException {
        List<String> names = names(file);
        if (names.isEmpty()) {
            throw new NoSuchFileException(shown(file));
        }
        Path from = followed.toRealPath();
        return ForeignFolder.within(
                from,
                names.subList(0, names.size() - 1),
                step(from),
                (folder, real) -> work.in(folder, real, names.get(names.size() - 1)));
    }

    /** Refuses a link on the way, by its own name. @param real of the root's folder */
    private ForeignFolder.Step step(Path real) {
        return (folder, path, name) -> {
            BasicFileAttributes found = ForeignFolder.attributes(folder, name);
            String shown = shown(followed.resolve(real.relativize(path)).resolve(name));
            if (found == null || found.isRegularFile()) {
                throw new NoSuchFileException(shown);
            }
            if (!found.isDirectory()) {
                throw new RefusedFileException(shown, wrong(found, path.resolve(name)));
            }
            try {
                return folder.newDirectoryStream(Path.of(name), LinkOption.NOFOLLOW_LINKS);
            } catch (NoSuchFileException | AccessDeniedException e) {
                throw e;
            } catch (FileSystemException e) {
                throw new RefusedFileException(shown, RefusedFileException.CHANGED);
            }
        };
    }

    private static String shown(Path file) {
        return file.toString().replace('\\', '/');
    }
}
