package az.dost.vahid.folder;

import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NotDirectoryException;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.SecureDirectoryStream;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.FileAttributeView;
import java.util.Iterator;
import java.util.Set;

/**
 * What there is where a file system cannot open files within an open folder (Windows): the same by paths, without
 * links, but not at one moment.
 */
final class PathStream implements SecureDirectoryStream<Path> {
    private final Path folder;
    private final DirectoryStream<Path> files;

    PathStream(Path folder, DirectoryStream<Path> files) {
        this.folder = folder;
        this.files = files;
    }

    @Override
    public Iterator<Path> iterator() {
        return files.iterator();
    }

    @Override
    @SuppressWarnings("StreamResourceLeak") // The one that is given out closes it.
    public SecureDirectoryStream<Path> newDirectoryStream(Path name, LinkOption... options) throws IOException {
        Path next = folder.resolve(name);
        // A junction is no symbolic link, and leads elsewhere all the same.
        if (!Files.readAttributes(next, BasicFileAttributes.class, options).isDirectory()
                || !next.toRealPath().equals(folder.toRealPath().resolve(name))) {
            throw new NotDirectoryException(next.toString());
        }
        return new PathStream(next, Files.newDirectoryStream(next));
    }

    @Override
    public SeekableByteChannel newByteChannel(
            Path name, Set<? extends OpenOption> options, FileAttribute<?>... attributes) throws IOException {
        return Files.newByteChannel(folder.resolve(name), options, attributes);
    }

    @Override
    public void deleteFile(Path name) throws IOException {
        Files.delete(folder.resolve(name));
    }

    @Override
    public void deleteDirectory(Path name) throws IOException {
        Files.delete(folder.resolve(name));
    }

    @Override
    public void move(Path from, SecureDirectoryStream<Path> to, Path name) throws IOException {
        Files.move(
                folder.resolve(from),
                ((PathStream) to).folder.resolve(name),
                StandardCopyOption.ATOMIC_MOVE,
                StandardCopyOption.REPLACE_EXISTING);
    }

    @Override
    public <V extends FileAttributeView> V getFileAttributeView(Class<V> type) {
        return Files.getFileAttributeView(folder, type);
    }

    @Override
    public <V extends FileAttributeView> V getFileAttributeView(Path name, Class<V> type, LinkOption... options) {
        return Files.getFileAttributeView(folder.resolve(name), type, options);
    }

    @Override
    public void close() throws IOException {
        files.close();
    }
}
