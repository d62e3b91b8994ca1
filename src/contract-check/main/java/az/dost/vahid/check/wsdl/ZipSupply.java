package az.dost.vahid.check.wsdl;

import az.dost.vahid.folder.OthersFiles;
import az.dost.vahid.folder.RefusedFileException;
import az.dost.vahid.logging.PlainText;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/**
 * A zip archive: all names are looked at and all that may be part of a contract is read, within bounds, before anything
 * is used.
 */
final class ZipSupply implements Supply {
    private static final int MAX_ARCHIVE = 20 << 20;
    private static final long MAX_ALL = 50L << 20;
    private static final int MOST_ENTRIES = 2_000;
    private static final int LONGEST_NAME = 300;
    private final String archive;
    private final Map<String, byte[]> files = new TreeMap<>();

    /** @throws ContractException when the archive is damaged, longer than it may be, or means harm */
    ZipSupply(Path zip) {
        archive = PlainText.of(zip.getFileName().toString());
        try {
            if (OthersFiles.beside(zip).isLonger(zip, MAX_ARCHIVE)) {
                throw refusal("is longer than " + MAX_ARCHIVE + " bytes", null);
            }
            byte[] bytes = OthersFiles.beside(zip).read(zip, MAX_ARCHIVE);
            // What opens archives wants a path: it gets one that nobody else can change.
            Path copy = Files.createTempFile("vahid", ".zip");
            try {
                Files.write(copy, bytes);
                read(copy, StandardCharsets.UTF_8);
            } catch (ZipException e) {
                // Old tools write names in the DOS code page.
                files.clear();
                read(copy, Charset.forName("IBM437"));
            } finally {
                Files.delete(copy);
            }
        } catch (RefusedFileException e) {
            throw refusal(e.why(), e);
        } catch (IOException e) {
            throw refusal("cannot be read as a zip archive (" + PlainText.of(e.getMessage()) + ")", e);
        }
    }

    private void read(Path zip, Charset charset) throws IOException {
        try (ZipFile opened = new ZipFile(zip.toFile(), charset)) {
            if (opened.size() > MOST_ENTRIES) {
                throw refusal("has more than " + MOST_ENTRIES + " entries", null);
            }
            long left = MAX_ALL;
            Set<String> names = new HashSet<>();
            for (ZipEntry entry : Collections.list(opened.entries())) {
                String name = name(entry.getName());
                if (!names.add(name)) {
                    throw refusal("has the entry " + name + " twice", null);
                }
                if (entry.isDirectory()
                        || !name.matches("(?i).*[.?_](wsdl|xsd|xml)[^/]*")
                        || name.matches("(.*/)?(__MACOSX/.*|[.]_[^/]*)")) {
                    continue;
                }
                byte[] content;
                try (InputStream in = opened.getInputStream(entry)) {
                    content = in.readNBytes(MAX_BYTES + 1);
                }
                left -= content.length;
                if (content.length > MAX_BYTES || left < 0) {
                    throw refusal(
                            content.length > MAX_BYTES
                                    ? "has the entry " + name + ", which is longer than " + MAX_BYTES + " bytes"
                                    : "holds more than " + MAX_ALL + " bytes",
                            null);
                }
                files.put(name, content);
            }
        }
    }

    /** With {@code /} between folders, whichever system wrote it. */
    private String name(String entry) {
        String name = entry.replace('\\', '/');
        if (!name.equals(PlainText.of(name)) || name.length() > LONGEST_NAME || name.isEmpty()) {
            throw refusal("has an entry with a name that is none: " + PlainText.of(name), null);
        }
        List<String> parts = Arrays.asList(name.replaceFirst("/$", "").split("/", -1));
        if (parts.contains("..")
                || parts.contains(".")
                || parts.contains("")
                || parts.get(0).endsWith(":")) {
            throw refusal("has the entry " + name + ", which leads out of it", null);
        }
        return name;
    }

    private ContractException refusal(String why, Throwable cause) {
        return new ContractException(archive + " " + why, cause);
    }

    @Override
    public byte[] read(String name) {
        return files.get(name);
    }

    @Override
    public List<String> names() {
        return List.copyOf(files.keySet());
    }
}
