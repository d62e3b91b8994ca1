package az.dost.vahid.check.wsdl;

import az.dost.vahid.logging.PlainText;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** A folder and those below it; no link leads out of it. */
final class FolderSupply implements Supply {
    private static final int MOST_LOOKED_AT = 10_000;
    private static final int MOST_SEARCHED = 500;
    private final Path root;
    private final int depth;

    /** @param depth how many folders deep {@link #names} looks; 1 for the root alone */
    FolderSupply(Path root, int depth) {
        this.root = root.toAbsolutePath().normalize();
        this.depth = depth;
    }

    @Override
    public byte[] read(String name) {
        try {
            Path file = root.resolve(name);
            if (!Files.isRegularFile(file) || !file.toRealPath().startsWith(root.toRealPath())) {
                return null;
            }
            if (Files.size(file) > MAX_BYTES) {
                throw new ContractException(PlainText.of(name) + " is longer than " + MAX_BYTES + " bytes");
            }
            return Files.readAllBytes(file);
        } catch (InvalidPathException e) {
            return null;
        } catch (IOException e) {
            throw new ContractException(PlainText.of(name) + " cannot be read", e);
        }
    }

    @Override
    public List<String> names() {
        try (Stream<Path> files = Files.walk(root, depth)) {
            return files.limit(MOST_LOOKED_AT)
                    .filter(file -> file.toString().matches("(?is).*[.](wsdl|xsd)") && Files.isRegularFile(file))
                    .map(file -> root.relativize(file).toString().replace('\\', '/'))
                    .sorted()
                    .limit(MOST_SEARCHED)
                    .toList();
        } catch (IOException | UncheckedIOException e) {
            // A folder of somebody else's in between: what cannot be seen is not there.
            return List.of();
        }
    }
}
