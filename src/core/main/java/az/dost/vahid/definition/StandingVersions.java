package az.dost.vahid.definition;

import az.dost.vahid.signature.key.Sha256;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.springframework.core.io.Resource;

/**
 * Which version of what operators write counts at this gateway, as digests by name: gateways that should have the same
 * compare theirs.
 */
public final class StandingVersions {
    private final Map<String, Supplier<String>> versions = new ConcurrentHashMap<>();

    /**
     * @param name by which people know it, such as {@code requesters}
     * @param version asked for again and again, so it must cost little
     */
    public void add(String name, Supplier<String> version) {
        versions.put(name, version);
    }

    /** As they are at this moment, by name. */
    public Map<String, String> now() {
        Map<String, String> now = new TreeMap<>();
        versions.forEach((name, version) -> now.put(name, version.get()));
        return now;
    }

    /**
     * Over names and contents, in the files' order.
     *
     * @throws UncheckedIOException when one cannot be read
     */
    public static String of(List<Resource> files) {
        MessageDigest digest = Sha256.digest();
        try {
            for (Resource file : files) {
                add(digest, String.valueOf(file.getFilename()).getBytes(StandardCharsets.UTF_8));
                add(digest, file.getContentAsByteArray());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return hex(digest);
    }

    /** Over names and versions, in the names' order. */
    public static String of(Map<String, String> parts) {
        MessageDigest digest = Sha256.digest();
        new TreeMap<>(parts).forEach((name, version) -> {
            add(digest, name.getBytes(StandardCharsets.UTF_8));
            add(digest, version.getBytes(StandardCharsets.UTF_8));
        });
        return hex(digest);
    }

    /** The length keeps a byte from moving from one part into the next unseen. */
    private static void add(MessageDigest digest, byte[] part) {
        digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(part.length).array());
        digest.update(part);
    }

    private static String hex(MessageDigest digest) {
        return HexFormat.of().formatHex(digest.digest());
    }
}
