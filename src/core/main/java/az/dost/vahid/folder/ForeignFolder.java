package az.dost.vahid.folder;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SecureDirectoryStream;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributeView;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/**
 * A folder that somebody else may write into: a partner, an agency, a requester. No link in it is ever followed. Each
 * folder below is opened within the open one above it, and each file within its open folder, so that a link put there
 * meanwhile leads nowhere either. What is no plain file, or has a second name (a hard link), is not there.
 */
public final class ForeignFolder {
    /** A file that is being written; what others call a part of theirs is called otherwise. */
    private static final Pattern PART = Pattern.compile("\\.[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\\.part");
    /** Nobody writes on a part that was left alone for so long: who began it has ended in the middle. */
    private static final Duration LEFT = Duration.ofHours(1);

    private final Path root;
    /** When parts were last looked for, by folder. */
    private final Map<String, Instant> swept = new ConcurrentHashMap<>();

    /**
     * A file as it was seen.
     *
     * @param changed UTC
     * @param size bytes
     */
    public record Entry(String name, Instant changed, long size) {}

    interface Work<T> {
        T in(SecureDirectoryStream<Path> folder, Path path) throws IOException;
    }

    /** Opens the next folder within an open one. */
    interface Step {
        /** @param path of the open one; real */
        SecureDirectoryStream<Path> from(SecureDirectoryStream<Path> folder, Path path, String name) throws IOException;
    }

    /** @param root chosen by the operator; the way to it may have links */
    public ForeignFolder(Path root) {
        this.root = root.toAbsolutePath();
    }

    /** Makes the folder and those below it. @param folders with {@code /} between them, empty for the folder itself */
    public void make(String folders) throws IOException {
        Files.createDirectories(root);
        within(root.toRealPath(), names(folders), true, (folder, path) -> null);
    }

    /** The plain files of a folder in their names' order; none when it is not there. */
    public List<Entry> files(String folders) throws IOException {
        return list(folders, true);
    }

    /** What lies in a folder and is no plain file, nor a folder: links, pipes, files with a second name. */
    public List<Entry> others(String folders) throws IOException {
        return list(folders, false);
    }

    private List<Entry> list(String folders, boolean plain) throws IOException {
        List<Entry> entries = new ArrayList<>();
        try {
            within(root.toRealPath(), names(folders), false, (folder, path) -> {
                for (Path each : folder) {
                    String name = each.getFileName().toString();
                    BasicFileAttributes now = attributes(folder, name);
                    if (now != null
                            && !now.isDirectory()
                            && plain == (now.isRegularFile() && oneName(path.resolve(name), now))) {
                        entries.add(new Entry(name, now.lastModifiedTime().toInstant(), now.size()));
                    }
                }
                return null;
            });
        } catch (NoSuchFileException e) {
            return List.of();
        }
        entries.sort(Comparator.comparing(Entry::name));
        return entries;
    }

    /**
     * A plain file's content.
     *
     * @throws IOException when it is not there, or is no plain file of this folder
     */
    public InputStream open(String folders, String name) throws IOException {
        return within(root.toRealPath(), names(folders), false, (folder, path) -> {
            BasicFileAttributes before = attributes(folder, single(name));
            if (before == null || !before.isRegularFile() || !oneName(path.resolve(name), before)) {
                throw new NoSuchFileException(name, null, "it is no plain file of its folder");
            }
            SeekableByteChannel file =
                    folder.newByteChannel(Path.of(name), Set.of(StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS));
            BasicFileAttributes after = attributes(folder, name);
            if (after == null || !same(before, after) || !oneName(path.resolve(name), after)) {
                file.close();
                throw new NoSuchFileException(name, null, "it became another file as it was opened");
            }
            return Channels.newInputStream(file);
        });
    }

    /**
     * Writes a file that appears whole, in place of one of its name; the folders are made. The content is closed. Parts
     * that were left behind an hour ago or more are taken away.
     */
    public void write(String folders, String name, InputStream content) throws IOException {
        try (content) {
            make(folders);
            within(root.toRealPath(), names(folders), false, (folder, path) -> {
                sweep(folders, folder);
                Path part = Path.of("." + UUID.randomUUID() + ".part");
                try {
                    try (OutputStream out = Channels.newOutputStream(folder.newByteChannel(
                            part,
                            Set.of(
                                    StandardOpenOption.CREATE_NEW,
                                    StandardOpenOption.WRITE,
                                    LinkOption.NOFOLLOW_LINKS)))) {
                        content.transferTo(out);
                    }
                    folder.move(part, folder, Path.of(single(name)));
                } catch (IOException e) {
                    delete(folder, part);
                    throw e;
                }
                return null;
            });
        }
    }

    /** Not at each write: a folder may have a hundred thousand files. */
    private void sweep(String folders, SecureDirectoryStream<Path> folder) throws IOException {
        Instant now = Instant.now();
        if (swept.getOrDefault(folders, Instant.MIN).isAfter(now.minus(LEFT))) {
            return;
        }
        swept.put(folders, now);
        for (Path each : folder) {
            String name = each.getFileName().toString();
            if (PART.matcher(name).matches()) {
                BasicFileAttributes part = attributes(folder, name);
                if (part != null
                        && part.isRegularFile()
                        && part.lastModifiedTime().toInstant().isBefore(now.minus(LEFT))) {
                    delete(folder, Path.of(name));
                }
            }
        }
    }

    /** Takes a file away, if it is there; of a link the link. */
    public void delete(String folders, String name) throws IOException {
        within(root.toRealPath(), names(folders), false, (folder, path) -> {
            delete(folder, Path.of(single(name)));
            return null;
        });
    }

    private static void delete(SecureDirectoryStream<Path> folder, Path name) throws IOException {
        try {
            folder.deleteFile(name);
        } catch (NoSuchFileException e) {
            return;
        }
    }

    private static <T> T within(Path path, List<String> names, boolean make, Work<T> work) throws IOException {
        return within(
                path,
                names,
                (folder, at, name) -> {
                    if (make && attributes(folder, name) == null) {
                        Files.createDirectory(at.resolve(name));
                    }
                    return folder.newDirectoryStream(Path.of(name), LinkOption.NOFOLLOW_LINKS);
                },
                work);
    }

    /** Walks from folder to folder, each opened within the one before. @param path real */
    static <T> T within(Path path, List<String> names, Step step, Work<T> work) throws IOException {
        try (DirectoryStream<Path> stream = Files.newDirectoryStream(path)) {
            return within(
                    stream instanceof SecureDirectoryStream<Path> folder ? folder : new PathStream(path, stream),
                    path,
                    names,
                    step,
                    work);
        }
    }

    private static <T> T within(
            SecureDirectoryStream<Path> folder, Path path, List<String> names, Step step, Work<T> work)
            throws IOException {
        if (names.isEmpty()) {
            return work.in(folder, path);
        }
        try (SecureDirectoryStream<Path> next = step.from(folder, path, names.get(0))) {
            return within(next, path.resolve(names.get(0)), names.subList(1, names.size()), step, work);
        }
    }

    /** Of what is there under the name, a link itself; null for nothing. */
    static BasicFileAttributes attributes(SecureDirectoryStream<Path> folder, String name) throws IOException {
        try {
            return folder.getFileAttributeView(Path.of(name), BasicFileAttributeView.class, LinkOption.NOFOLLOW_LINKS)
                    .readAttributes();
        } catch (NoSuchFileException e) {
            return null;
        }
    }

    static boolean same(BasicFileAttributes one, BasicFileAttributes other) {
        return other.isRegularFile() && Objects.equals(one.fileKey(), other.fileKey());
    }

    /** Somebody who may not read a file may still give it a second name here. */
    static boolean oneName(Path file, BasicFileAttributes of) {
        if (!file.getFileSystem().supportedFileAttributeViews().contains("unix")) {
            return true;
        }
        try {
            return (Integer) Files.getAttribute(file, "unix:nlink", LinkOption.NOFOLLOW_LINKS) == 1
                    && of.fileKey()
                            .equals(Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS)
                                    .fileKey());
        } catch (IOException e) {
            return false;
        }
    }

    private static List<String> names(String folders) {
        List<String> names = new ArrayList<>();
        for (String name : folders.split("/")) {
            if (!name.isEmpty()) {
                names.add(single(name));
            }
        }
        return names;
    }

    private static String single(String name) {
        if (name.isEmpty()
                || name.equals(".")
                || name.equals("..")
                || name.indexOf('/') >= 0
                || name.indexOf('\0') >= 0) {
            throw new IllegalArgumentException("It is not the name of one file");
        }
        return name;
    }
}
