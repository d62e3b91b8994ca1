package az.dost.vahid.kit;

import az.dost.vahid.command.CommandFailure;
import az.dost.vahid.folder.OthersFiles;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.springframework.util.FileSystemUtils;

/**
 * A file that an argument names; {@code -} is the standard input, which is kept in a file meanwhile, called by what it
 * seems to be.
 */
final class GivenFile implements AutoCloseable {
    private static final Path STANDARD_INPUT = Path.of("-");
    private static final int LONGEST = 64 << 20;
    private static final String BEGINS = "(?s)(?:<[?!].*?>\\s*)*<(?:[\\w.-]+:)?(?:%s)\\b.*";
    private static final int BEGINNING = 64 << 10;
    private final Path path;
    private final Path folder;

    private GivenFile(Path path, Path folder) {
        this.path = path;
        this.folder = folder;
    }

    /**
     * @throws CommandFailure when the file is a link or no file, or the standard input is empty or has more than 64 MiB
     */
    static GivenFile of(Path named, InputStream standard) throws IOException {
        if (!named.equals(STANDARD_INPUT)) {
            Optional<String> refused = OthersFiles.beside(named).refused(named);
            if (refused.isPresent()) {
                throw new CommandFailure(named + " " + refused.get());
            }
            return new GivenFile(named, null);
        }
        byte[] bytes = standard.readNBytes(LONGEST + 1);
        if (bytes.length == 0 || bytes.length > LONGEST) {
            throw new CommandFailure(
                    bytes.length == 0
                            ? "The standard input is empty"
                            : "The standard input is longer than " + (LONGEST >> 20) + " MiB");
        }
        Path folder = Files.createTempDirectory("vahid-stdin");
        Path file = Files.write(folder.resolve("stdin." + ending(bytes)), bytes);
        return new GivenFile(file, folder);
    }

    byte[] bytes() {
        return OthersFiles.beside(path).bytes(path, LONGEST);
    }

    Path path() {
        return path;
    }

    private static String ending(byte[] bytes) {
        String text = new String(bytes, 0, Math.min(bytes.length, BEGINNING), StandardCharsets.ISO_8859_1)
                .replaceFirst("^\u00EF\u00BB\u00BF", "")
                .stripLeading();
        if (text.startsWith("PK\3\4")) {
            return "zip";
        }
        if (text.startsWith("<")) {
            return text.matches(BEGINS.formatted("definitions|description"))
                    ? "wsdl"
                    : text.matches(BEGINS.formatted("schema")) ? "xsd" : "xml";
        }
        if (text.startsWith("{")) {
            return text.matches("(?s)\\{.*\"(?:openapi|swagger)\"\\s*:.*") ? "openapi.json" : "json";
        }
        return text.matches("(?s)(?:.*\\R)?[\"']?(?:openapi|swagger)[\"']?:.*") ? "yaml" : "csv";
    }

    @Override
    public void close() throws IOException {
        if (folder != null) {
            FileSystemUtils.deleteRecursively(folder);
        }
    }
}
