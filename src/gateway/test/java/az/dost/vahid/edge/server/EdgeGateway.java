package az.dost.vahid.edge.server;

import az.dost.vahid.journeys.event.EventGateway;
import az.dost.vahid.mock.kit.DemoKeys;
import az.dost.vahid.mock.kit.Faults;
import az.dost.vahid.mock.kit.ReadyKeys;
import az.dost.vahid.process.FreePort;
import az.dost.vahid.process.PackageServer;
import az.dost.vahid.signature.key.CryptoProvider;
import az.dost.vahid.signature.key.PinnedCertificate;
import az.dost.vahid.sources.ingest.TestDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/** The gateway without agencies, with HTTPS beside HTTP, for attacks at its edge; one for all tests of the package. */
final class EdgeGateway implements AutoCloseable {
    /** Whose PROXY header is believed; whoever tests asks from another address of this machine. */
    static final String PROXY = "127.0.0.2";

    static final TestCertificate PINNED = TestCertificate.of("pinned", -1, 30);
    static final TestCertificate OTHER = TestCertificate.of("other", -1, 3);
    static final TestCertificate UNKNOWN = TestCertificate.of("unknown", -1, 30);
    static final TestCertificate EXPIRED = TestCertificate.of("expired", -30, -1);
    static final TestCertificate EARLY = TestCertificate.of("early", 1, 30);
    private static final PackageServer<EdgeGateway> ONE = new PackageServer<>(EdgeGateway.class, EdgeGateway::new);
    final Path folder;
    final int tlsPort;
    final int managementPort;
    /** What the HTTPS listener shows. */
    final PinnedCertificate server;

    final ConfigurableApplicationContext context;

    static EdgeGateway get() {
        return ONE.get();
    }

    private EdgeGateway() {
        try {
            folder = Files.createTempDirectory("edge-");
            server = PinnedCertificate.of(
                    ReadyKeys.in(folder.resolve("keys"), new Faults()).gatewayCertificate("tls"),
                    new CryptoProvider(false));
            for (String made : new String[] {"keys/agencies", "requesters", "subscriptions"}) {
                Files.createDirectories(folder.resolve(made));
            }
            pin("pinned", PINNED);
            pin("other", OTHER);
            pin("expired", EXPIRED);
            pin("early", EARLY);
            Files.writeString(
                    folder.resolve("requesters/desk.yaml"),
                    "id: desk\nname: Test\ntokenSha256: " + sha256("token-desk") + "\n");
            tlsPort = FreePort.next();
            managementPort = FreePort.next();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        context = new SpringApplication(EventGateway.class, OtherThreads.class)
                .run(
                        "--spring.profiles.active=production",
                        "--server.port=0",
                        "--vahid.crypto=jdk",
                        "--vahid.data=" + folder.resolve("data"),
                        "--vahid.record.anchors=none",
                        "--vahid.keys=" + folder.resolve("keys"),
                        "--vahid.keys-password=" + DemoKeys.PASSWORD,
                        "--vahid.requesters=file:" + folder.resolve("requesters"),
                        "--vahid.events.subscriptions=file:" + folder.resolve("subscriptions"),
                        "--spring.datasource.url=" + TestDatabase.create(),
                        "--vahid.tls.port=" + tlsPort,
                        "--vahid.tls.host=127.0.0.1",
                        "--vahid.edge.request-timeout-ms=1500",
                        "--vahid.edge.proxies=" + PROXY,
                        "--vahid.officials.believed=true",
                        "--vahid.management.port=" + managementPort,
                        "--vahid.limits.strangers-per-second=10",
                        "--camel.main.routes-include-pattern=classpath:routes/events.camel.yaml,classpath:routes/dead-letters.camel.yaml,"
                                + "classpath:routes/errors.camel.yaml,classpath:routes/door.camel.yaml,classpath:routes/lookup.camel.yaml");
    }

    /** The requester's fixed token is token-, and its id. */
    private void pin(String id, TestCertificate certificate) throws IOException {
        Files.writeString(
                folder.resolve("requesters/" + id + ".yaml"),
                "id: " + id + "\nname: Test\ngrants: [operate]\ntokenSha256: " + sha256("token-" + id)
                        + "\ncertificates:\n  - |\n    "
                        + certificate.pem().strip().replace("\n", "\n    ") + "\n");
    }

    private static String sha256(String text) {
        try {
            return java.util.HexFormat.of()
                    .formatHex(java.security.MessageDigest.getInstance("SHA-256")
                            .digest(text.getBytes(java.nio.charset.StandardCharsets.UTF_8)));
        } catch (java.security.NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    int port() {
        return context.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
    }

    @Override
    public void close() {
        context.close();
    }
}
