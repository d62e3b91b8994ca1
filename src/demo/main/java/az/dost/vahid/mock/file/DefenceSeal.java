package az.dost.vahid.mock.file;

import az.dost.vahid.mock.kit.Credential;
import az.dost.vahid.signature.key.Sha256;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * A zip archive with one XML document, whose signature stands before the rows that it covers: a reader can verify in
 * one pass. Writing takes two, the first for the digest alone.
 */
final class DefenceSeal implements Packing {
    static final String NAMESPACE = "urn:az:mod:herbi-ucot:2";
    static final String EXTENSION = ".zip";
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd.MM.yyyy");

    @Override
    public List<Path> write(Drop drop, Path folder, Optional<Credential> signer) throws IOException {
        String id = "qeydler-" + drop.day().format(DateTimeFormatter.BASIC_ISO_DATE);
        Drop.Content rows = out -> rows(drop, id, out);
        Path archive = folder.resolve(drop.name());
        try (ZipOutputStream zip =
                new ZipOutputStream(new BufferedOutputStream(Files.newOutputStream(archive), 1 << 16))) {
            // These files are large and short-lived: the time to pack them counts for more than their size.
            zip.setLevel(Deflater.BEST_SPEED);
            zip.putNextEntry(new ZipEntry(drop.name().replace(EXTENSION, ".xml")));
            OutputStream out = new BufferedOutputStream(zip, 1 << 16);
            write(out, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
            write(out, "<HerbiUcot xmlns=\"" + NAMESPACE + "\" versiya=\"2\">");
            if (signer.isPresent()) {
                write(out, XmlSignature.over(id, digest(rows), signer.get()));
            }
            rows.write(out);
            write(out, "</HerbiUcot>\n");
            out.flush();
            zip.closeEntry();
        }
        return List.of(archive);
    }

    private static void rows(Drop drop, String id, OutputStream out) throws IOException {
        write(
                out,
                new CanonicalXml()
                        .open(
                                "Qeydler",
                                "xmlns",
                                NAMESPACE,
                                "Id",
                                id,
                                "tarix",
                                drop.day().format(DAY))
                        .line()
                        .take());
        drop.content().write(out);
        write(out, "</Qeydler>");
    }

    private static byte[] digest(Drop.Content rows) throws IOException {
        try (DigestOutputStream digest = new DigestOutputStream(OutputStream.nullOutputStream(), Sha256.digest());
                OutputStream out = new BufferedOutputStream(digest, 1 << 16)) {
            rows.write(out);
            out.flush();
            return digest.getMessageDigest().digest();
        }
    }

    private static void write(OutputStream out, String xml) throws IOException {
        out.write(xml.getBytes(StandardCharsets.UTF_8));
    }
}
