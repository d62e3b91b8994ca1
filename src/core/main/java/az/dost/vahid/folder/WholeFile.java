package az.dost.vahid.folder;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/**
 * A file that is there as it was or as it will be, whenever somebody looks and whenever the process is killed: it is
 * written beside itself, forced to the disk, and then takes the place of the one before.
 */
public final class WholeFile {
    /** What an ended write may leave; the next one takes its place. */
    static final String BESIDE = ".new";

    private final Path file;
    private final Path like;

    /**
     * @param like whose owner and rights it gets where it is not there yet: whoever reads that one reads this one; null
     *     for a secret, which its writer alone may read
     */
    public WholeFile(Path file, Path like) {
        this.file = file;
        this.like = like;
    }

    /** One that is there keeps its owner and its rights. */
    public void write(byte[] content) throws IOException {
        Path fresh = file.resolveSibling(file.getFileName() + BESIDE);
        Path model = Files.exists(file) ? file : like;
        if (model == null) {
            Files.deleteIfExists(fresh);
            OwnFiles.write(fresh).close();
        } else {
            // A copy, since that is how owner and rights come along.
            Files.copy(model, fresh, StandardCopyOption.COPY_ATTRIBUTES, StandardCopyOption.REPLACE_EXISTING);
        }
        try (FileChannel out =
                FileChannel.open(fresh, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING)) {
            ByteBuffer bytes = ByteBuffer.wrap(content);
            while (bytes.hasRemaining()) {
                out.write(bytes);
            }
            out.force(true);
        }
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}
