package az.dost.vahid.journeys.warm;

import static org.assertj.core.api.Assertions.assertThat;

import az.dost.vahid.check.Kit;
import az.dost.vahid.connector.Catalogue;
import az.dost.vahid.connector.Connector;
import az.dost.vahid.connector.ConnectorFolder;
import az.dost.vahid.connector.FolderReader;
import az.dost.vahid.fact.FactCheck;
import az.dost.vahid.folder.OthersFiles;
import az.dost.vahid.mock.kit.DemoKeys;
import az.dost.vahid.mock.kit.Faults;
import az.dost.vahid.proof.record.RecordDatabase;
import az.dost.vahid.proof.record.TestRecord;
import az.dost.vahid.proof.record.body.DataClass;
import az.dost.vahid.proof.record.body.Trained;
import az.dost.vahid.signature.PinnedCertificates;
import az.dost.vahid.signature.key.CryptoProvider;
import az.dost.vahid.signature.key.GatewayKeys;
import az.dost.vahid.signature.key.PersonHash;
import com.github.luben.zstd.Zstd;
import com.github.luben.zstd.ZstdDictCompress;
import com.zaxxer.hikari.HikariDataSource;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.camel.component.direct.DirectComponent;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.core.io.Resource;

/** Answers of the connectors' samples as the record keeps answers, of played agencies that show real certificates. */
class PlayedBodiesTest {
    private static final CryptoProvider CRYPTO = new CryptoProvider(true);
    private final HikariDataSource database = RecordDatabase.create();
    private final DefaultCamelContext context = new DefaultCamelContext();
    private TestRecord test;
    private PinnedCertificates certificates;
    private Catalogue connectors;
    private Parts parts;

    @BeforeEach
    void open(@TempDir Path keys) throws Exception {
        // Nobody makes dossiers here; half a minute would be waited for each.
        context.getComponent("direct", DirectComponent.class).setBlock(false);
        test = new TestRecord(database, keys);
        DemoKeys demo = new DemoKeys(keys, new Faults());
        Map<String, ConnectorFolder> folders = new LinkedHashMap<>();
        try (Stream<Path> all = Files.list(Path.of("connectors"))) {
            for (Path folder : all.filter(Files::isDirectory).sorted().toList()) {
                String id = folder.getFileName().toString();
                OthersFiles files = OthersFiles.within(Path.of("connectors"), id);
                Resource descriptor = files.resource(files.root().resolve("connector.yaml"));
                FolderReader.Reading reading =
                        Kit.reader().read(descriptor, files.root().toString());
                folders.put(id, new ConnectorFolder(reading.connector(), reading.mapping(), descriptor));
                demo.agency(id, reading.connector().proof().kind() == Connector.ProofKind.WSS_X509 ? "RSA" : "EC");
            }
        }
        connectors = new Catalogue(folders);
        certificates = new PinnedCertificates(keys.resolve("agencies"), CRYPTO);
        parts = new Parts(
                new GatewayKeys(keys.resolve("gateway.p12"), DemoKeys.PASSWORD.toCharArray(), CRYPTO),
                CRYPTO,
                new PersonHash(new byte[32]),
                FactCheck.ofContract());
    }

    @AfterEach
    void close() throws InterruptedException {
        context.stop();
        test.close();
        database.close();
    }

    private Map<DataClass, List<byte[]>> samples() {
        return new SampleBodies(context, context.createProducerTemplate(), connectors, certificates, test.record, parts)
                .get();
    }

    @Test
    void there_are_none_before_all_routes_have_started() {
        assertThat(samples()).isEmpty();
    }

    @Test
    void they_have_the_certificates_that_agencies_show_and_spare_most_of_what_is_asked_next() throws Exception {
        context.start();
        Map<DataClass, List<byte[]>> samples = samples();
        assertThat(samples).containsOnlyKeys(DataClass.EVIDENCE, DataClass.SPECIAL);
        String all = samples.values().stream()
                .flatMap(List::stream)
                .map(body -> new String(body, StandardCharsets.ISO_8859_1))
                .collect(Collectors.joining());
        for (Connector connector : connectors.connectors()) {
            // The only one whose samples cannot be played; see RehearsedLookupTest.
            if (connector.proof().kind() == Connector.ProofKind.WSS_X509
                    && !connector.id().equals("property")) {
                assertThat(all)
                        .as(connector.id())
                        .contains(Base64.getEncoder()
                                .encodeToString(certificates
                                        .of(connector.id())
                                        .certificate()
                                        .getEncoded()));
            }
        }
        // Signed anew, as the next answers are.
        samples().forEach((dataClass, bodies) -> {
            byte[] dictionary = Trained.of(samples.get(dataClass));
            int alone = 0;
            int together = 0;
            try (ZstdDictCompress made = new ZstdDictCompress(dictionary, 1)) {
                for (byte[] body : bodies) {
                    alone += Zstd.compress(body, 1).length;
                    together += Zstd.compress(body, made).length;
                }
            }
            System.out.println(
                    "MEASURED " + dataClass + " plain " + bodies.get(0).length + " alone " + alone / bodies.size()
                            + " together " + together / bodies.size() + " dictionary " + dictionary.length);
            assertThat(together)
                    .as(dataClass + ", bytes of " + alone)
                    .isPositive()
                    .isLessThan(alone / 2);
        });
    }
}
