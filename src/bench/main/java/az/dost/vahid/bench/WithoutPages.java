package az.dost.vahid.bench;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/** The gateway's jar without the pages and the libraries that nothing else uses. */
final class WithoutPages {
    private static final Pattern LIBRARY = Pattern.compile(
            "BOOT-INF/lib/(vahid-pages|thymeleaf|attoparser|unbescape|htmx|govuk-frontend|spring-session|spring-security-oauth2-client).*[.]jar");
    private static final String INDEX = "BOOT-INF/classpath.idx";

    static Path of(Path jar, Path folder) throws IOException {
        Path without = folder.resolve("without-pages.jar");
        try (ZipFile from = new ZipFile(jar.toFile());
                ZipOutputStream to = new ZipOutputStream(new BufferedOutputStream(Files.newOutputStream(without)))) {
            for (ZipEntry entry : Collections.list(from.entries())) {
                if (LIBRARY.matcher(entry.getName()).matches()) {
                    continue;
                }
                try (InputStream in = from.getInputStream(entry)) {
                    byte[] bytes = entry.getName().equals(INDEX) ? index(in.readAllBytes()) : in.readAllBytes();
                    write(to, entry, bytes);
                }
            }
        }
        return without;
    }

    /** Libraries lie in the jar as they are: Spring Boot reads them in their place. */
    private static void write(ZipOutputStream to, ZipEntry like, byte[] bytes) throws IOException {
        ZipEntry entry = new ZipEntry(like.getName());
        entry.setTime(like.getTime());
        entry.setMethod(like.getMethod());
        if (like.getMethod() == ZipEntry.STORED) {
            CRC32 sum = new CRC32();
            sum.update(bytes);
            entry.setSize(bytes.length);
            entry.setCrc(sum.getValue());
        }
        to.putNextEntry(entry);
        to.write(bytes);
        to.closeEntry();
    }

    private static byte[] index(byte[] text) {
        return new String(text, StandardCharsets.UTF_8)
                .lines()
                .filter(line ->
                        !LIBRARY.matcher(line.replaceAll("^- \"|\"$", "")).matches())
                .collect(Collectors.joining("\n", "", "\n"))
                .getBytes(StandardCharsets.UTF_8);
    }

    private WithoutPages() {}
}
