package az.dost.vahid.check.rehearse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * A file as an agency leaves it.
 *
 * @param suffix of the signature's name; null without one beside the file
 * @param signature null without one beside the file
 */
public record SealedDrop(String name, byte[] content, String suffix, byte[] signature) {
    /** The file appears whole, its signature after it. @param folder and one beside it on the same file system */
    public void leave(Path folder) throws IOException {
        appear(folder, name, content);
        if (suffix != null) {
            sign(folder);
        }
    }

    /** The file alone, as if the agency were not done yet. */
    public void leaveUnsigned(Path folder) throws IOException {
        appear(folder, name, content);
    }

    public void sign(Path folder) throws IOException {
        appear(folder, name + suffix, signature);
    }

    /** Whether the file, or its signature, is still there. */
    public boolean lies(Path folder) {
        return Files.exists(folder.resolve(name)) || suffix != null && Files.exists(folder.resolve(name + suffix));
    }

    public void takeBack(Path folder) throws IOException {
        Files.deleteIfExists(folder.resolve(name));
        if (suffix != null) {
            Files.deleteIfExists(folder.resolve(name + suffix));
        }
    }

    private static void appear(Path folder, String name, byte[] bytes) throws IOException {
        // Hidden from whoever looks for the agency's names.
        Path written = Files.write(folder.resolve("." + name + ".part"), bytes);
        Files.move(written, folder.resolve(name), StandardCopyOption.ATOMIC_MOVE);
    }

    SealedDrop named(String other) {
        return new SealedDrop(other, content, suffix, signature);
    }
}
