package az.dost.vahid.sources.ingest.drop;

import az.dost.vahid.connector.Connector;
import az.dost.vahid.connector.ConnectorFolder;
import az.dost.vahid.drop.DropName;
import az.dost.vahid.drop.DropRefused;
import az.dost.vahid.drop.ReceivedDrop;
import az.dost.vahid.drop.row.DropContent;
import az.dost.vahid.drop.row.RowReader;
import az.dost.vahid.fuzz.Fuzz;
import az.dost.vahid.mock.kit.Credential;
import az.dost.vahid.mock.kit.DemoKeys;
import az.dost.vahid.mock.kit.Faults;
import az.dost.vahid.signature.PinnedCertificates;
import az.dost.vahid.signature.key.CryptoProvider;
import az.dost.vahid.signature.key.PinnedCertificate;
import az.dost.vahid.sources.ingest.RefusedFilesTest;
import az.dost.vahid.sources.ingest.TestGateway;
import az.dost.vahid.sources.ingest.TestSignatures;
import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipException;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Dropped files of every connector, mutilated and then signed, and signed and then mutilated: they are read, or
 * refused, or a damaged archive.
 */
class FuzzedDropsTest {
    private static final int TRIES = 500;
    private static final String XML_ROW =
            "<Herbci><FIN>1AAAAAA</FIN><Xidmet baslama=\"01.02.2010\" bitme=\"01.08.2011\" nov=\"MHX\"/></Herbci>";
    private static final DropName NAME = new DropName("drop", "20260105", 1, true);

    @TempDir
    static Path folder;

    @TestFactory
    Stream<DynamicTest> areReadOrRefused() {
        return TestGateway.CATALOGUE.folders().stream()
                .filter(connector -> connector.connector().protocol() == Connector.Protocol.FILE)
                .map(connector -> DynamicTest.dynamicTest(connector.connector().id(), () -> read(connector)));
    }

    private static void read(ConnectorFolder connector) throws IOException {
        String agency = connector.connector().id();
        boolean xml = connector.connector().drop().format() == Connector.Format.XML;
        Credential signer = new DemoKeys(folder, new Faults()).agency(agency, xml ? "RSA" : "EC");
        PinnedCertificate pinned =
                new PinnedCertificates(folder.resolve("agencies"), new CryptoProvider(false)).of(agency);
        List<byte[]> seeds = xml ? List.of(TestSignatures.zip(TestSignatures.xml(XML_ROW, signer))) : seeds(agency);
        Fuzz.of(seeds, TRIES)
                .read(
                        input -> drain(connector, pinned, input, xml ? null : TestSignatures.cms(input, signer)),
                        DropRefused.class,
                        ZipException.class,
                        EOFException.class);
        if (xml) {
            // What the archive hides from mutation.
            Fuzz.of(List.of(TestSignatures.xml(XML_ROW, signer)), TRIES)
                    .read(input -> drain(connector, pinned, TestSignatures.zip(input), null), DropRefused.class);
        }
    }

    private static void drain(ConnectorFolder connector, PinnedCertificate pinned, byte[] input, byte[] signature)
            throws IOException {
        Path file = Files.write(folder.resolve("drop"), input);
        try (DropContent content = new DropContent(connector, pinned, new ReceivedDrop(NAME, file, null, signature))) {
            RowReader rows = content.rows();
            while (rows.next() != null) {
                // Each row is let go.
            }
            content.seal();
        }
    }

    /** Those of {@link RefusedFilesTest}, which are nearly sound. */
    private static List<byte[]> seeds(String agency) throws IOException {
        List<byte[]> seeds = new ArrayList<>();
        try (Stream<Path> files = Files.walk(Path.of("src/gateway/test/resources/ingest/refused", agency))) {
            for (Path file : files.filter(name -> Files.isRegularFile(name) && !name.endsWith("expected.json"))
                    .sorted()
                    .toList()) {
                seeds.add(Files.readAllBytes(file));
            }
        }
        return seeds;
    }
}
