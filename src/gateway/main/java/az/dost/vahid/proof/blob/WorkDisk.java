package az.dost.vahid.proof.blob;

import az.dost.vahid.folder.OwnFiles;
import az.dost.vahid.signature.key.Sha256;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;

/**
 * Files on this gateway's own disk, while it takes them and no longer. A disk that takes nothing is told by the health;
 * the files stay at their source.
 */
public final class WorkDisk implements HealthIndicator {
    private static final Logger LOG = LoggerFactory.getLogger(WorkDisk.class);
    private static final Status WARNING = new Status("WARNING");
    private static final Duration LONGEST_WORK = Duration.ofDays(1);
    private static final int DEEPEST = 3;
    private final Path work;
    private volatile boolean failing;

    /** @param work folder of this gateway's own */
    public WorkDisk(Path work) {
        this.work = work;
    }

    /**
     * A file that was copied.
     *
     * @param bytes its length: more than was allowed for one that is too long, whose beginning it is
     * @param digest {@code sha-256:<hex>}
     */
    public record Received(Path file, long bytes, String digest) {}

    /**
     * Copies what is being fetched and takes its digest, in one pass. Stops soon after {@code maxBytes}.
     *
     * @param folder below that of all work
     * @throws IOException when it cannot be fetched, or not be written; then nothing of it is left
     */
    public Received receive(InputStream source, String folder, String name, long maxBytes) throws IOException {
        Path target = work.resolve(folder).resolve(name);
        try {
            OwnFiles.folder(target.getParent());
            Received received = copy(source, target, maxBytes);
            failing = false;
            return received;
        } catch (IOException | RuntimeException e) {
            Files.deleteIfExists(target);
            throw e;
        }
    }

    private Received copy(InputStream source, Path target, long maxBytes) throws IOException {
        try (FileChannel file = OwnFiles.write(target)) {
            MessageDigest digest = Sha256.digest();
            byte[] block = new byte[1 << 16];
            for (int count = source.read(block);
                    count >= 0 && file.position() <= maxBytes;
                    count = source.read(block)) {
                digest.update(block, 0, count);
                write(file, ByteBuffer.wrap(block, 0, count));
            }
            return new Received(
                    target, file.position(), "sha-256:" + HexFormat.of().formatHex(digest.digest()));
        }
    }

    private void write(FileChannel file, ByteBuffer block) throws IOException {
        try {
            while (block.hasRemaining()) {
                file.write(block);
            }
        } catch (IOException e) {
            if (!failing) {
                LOG.warn("The disk of vahid.data takes no more; files stay where they are, and it is tried again");
            }
            failing = true;
            throw e;
        }
    }

    /** Takes away what is older than any work: a gateway that was killed left it. */
    public void tidy() throws IOException {
        if (Files.isDirectory(work)) {
            List<Path> folders;
            try (Stream<Path> all = Files.walk(work, DEEPEST)) {
                folders = all.filter(Files::isDirectory).toList();
            }
            for (Path folder : folders) {
                OwnFiles.tidy(folder, Instant.now().minus(LONGEST_WORK));
            }
        }
    }

    @Override
    public Health health() {
        return failing
                ? Health.status(WARNING)
                        .withDetail("trouble", "The disk of vahid.data takes no file")
                        .build()
                : Health.up().build();
    }
}
