package az.dost.vahid.check.wsdl;

import az.dost.vahid.folder.OthersFiles;
import az.dost.vahid.logging.PlainText;
import java.io.UncheckedIOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** A folder and those below it. */
final class FolderSupply implements Supply {
    private static final int MOST_LOOKED_AT = 10_000;
    private static final int MOST_SEARCHED = 500;
    private final OthersFiles files;
    private final Path root;
    private final int depth;

    /** @param depth how many folders deep {@link #names} looks; 1 for the root alone */
    FolderSupply(OthersFiles files, int depth) {
        this.files = files;
        this.root = files.root();
        this.depth = depth;
    }

    @Override
    public byte[] read(String name) {
        try {
            Path file = root.resolve(name);
            return files.has(file) && files.refused(file, MAX_BYTES).isEmpty() ? files.bytes(file, MAX_BYTES) : null;
        } catch (InvalidPathException e) {
            return null;
        } catch (UncheckedIOException e) {
            throw new ContractException(PlainText.of(name) + " cannot be read", e);
        }
    }

    @Override
    public Optional<String> refused(String name) {
        try {
            return files.refused(root.resolve(name), MAX_BYTES);
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }

    @Override
    public List<String> names() {
        return files.below(depth, MOST_LOOKED_AT).stream()
                .map(file -> file.toString().replace('\\', '/'))
                .filter(file -> file.matches("(?is).*[.](wsdl|xsd)"))
                .limit(MOST_SEARCHED)
                .toList();
    }
}
