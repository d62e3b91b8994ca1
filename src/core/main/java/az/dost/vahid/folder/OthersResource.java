package az.dost.vahid.folder;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import org.springframework.core.io.AbstractResource;
import org.springframework.core.io.Resource;

/** A file of somebody else's folder for what reads resources; it has no path that could be opened otherwise. */
final class OthersResource extends AbstractResource {
    private static final int LONGEST = 5 << 20;
    private final OthersFiles files;
    private final Path file;

    OthersResource(OthersFiles files, Path file) {
        this.files = files;
        this.file = file;
    }

    OthersFiles files() {
        return files;
    }

    @Override
    public InputStream getInputStream() throws IOException {
        return new ByteArrayInputStream(files.read(file, LONGEST));
    }

    /** Also of what is refused: reading it says why. */
    @Override
    public boolean exists() {
        return files.has(file);
    }

    @Override
    public String getFilename() {
        return file.getFileName().toString();
    }

    @Override
    public Resource createRelative(String relative) throws IOException {
        try {
            return new OthersResource(files, file.resolveSibling(relative));
        } catch (InvalidPathException e) {
            throw new IOException("It is no name of a file", e);
        }
    }

    @Override
    public String getDescription() {
        return "file [" + file.toAbsolutePath() + "]";
    }
}
