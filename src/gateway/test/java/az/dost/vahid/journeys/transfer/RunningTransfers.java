package az.dost.vahid.journeys.transfer;

import az.dost.vahid.journeys.event.EventGateway;
import az.dost.vahid.mock.kit.Credential;
import az.dost.vahid.mock.kit.DemoKeys;
import az.dost.vahid.mock.kit.Faults;
import az.dost.vahid.mock.kit.ReadyKeys;
import az.dost.vahid.process.PackageServer;
import az.dost.vahid.proof.trust.ChangedRows;
import az.dost.vahid.sources.ingest.TestDatabase;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.cert.CertificateFactory;
import java.security.interfaces.ECPublicKey;
import java.util.ArrayList;
import java.util.List;
import org.apache.camel.CamelContext;
import org.apache.camel.Endpoint;
import org.apache.camel.Route;
import org.bouncycastle.cert.jcajce.JcaX509CertificateHolder;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedDataGenerator;
import org.bouncycastle.cms.jcajce.JcaSignerInfoGeneratorBuilder;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * One gateway and two partners for all tests of the package: tax has local folders, the bank an SFTP server; tax's
 * files go to the bank and back.
 */
final class RunningTransfers implements AutoCloseable {
    private static final PackageServer<RunningTransfers> ONE =
            new PackageServer<>(RunningTransfers.class, RunningTransfers::new);
    final Path folder;
    final Path tax;
    final PartnerServer bank;
    final Credential taxKey;
    final Credential bankKey;
    private final ConfigurableApplicationContext context;

    private RunningTransfers() {
        try {
            folder = Files.createTempDirectory("transfers-");
            EventGateway.prepare(folder);
            EventGateway.requester(folder, "tax", "grants: [send:payroll, send:nobodys]");
            EventGateway.requester(folder, "bank", "grants: [send:payments]");
            Files.createDirectories(folder.resolve("partners"));
            bank = new PartnerServer(folder.resolve("bank"), folder.resolve("keys"));
            partner("tax", "folder: tax\ntakes: {payments: [bank]}");
            partner("bank", "sftp: " + bank.address() + "/vahid\ntakes: {payroll: [tax]}");
            DemoKeys keys = ReadyKeys.in(folder.resolve("keys"), new Faults());
            taxKey = keys.agency("tax", "EC");
            bankKey = keys.agency("bank", "EC");
            tax = Files.createDirectories(folder.resolve("data/partners/tax"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        List<String> settings = new ArrayList<>(EventGateway.settings(folder, TestDatabase.create()));
        settings.addAll(
                List.of(
                        "--vahid.transfers.partners=file:" + folder.resolve("partners"),
                        "--vahid.transfers.every-ms=100",
                        "--vahid.transfers.max-bytes=30000000",
                        "--vahid.events.retry.files.first-ms=100",
                        "--vahid.events.retry.files.longest-ms=500",
                        "--vahid.secrets.sftp.bank=" + PartnerServer.PASSWORD,
                        "--vahid.transfers.virus-scan=command:/bin/sh " + scanner(),
                        "--vahid.transfers.partners-every-ms=200",
                        "--camel.main.routes-include-pattern=classpath:routes/transfers.camel.yaml,classpath:routes/access.camel.yaml"));
        context = EventGateway.run(settings.toArray(String[]::new));
    }

    static RunningTransfers get() {
        return ONE.get();
    }

    private void partner(String id, String more) throws IOException {
        Files.writeString(
                folder.resolve("partners/" + id + ".yaml"), "id: " + id + "\nlegalBasis: Test\n" + more + "\n");
    }

    /** A real command: what has the word VIRUS in it is infected; where it finds the word AWAY it has no verdict. */
    private Path scanner() {
        try {
            return Files.writeString(
                    folder.resolve("scan.sh"),
                    "grep -q VIRUS \"$1\" && exit 1\ngrep -q AWAY \"$1\" && exit 2\nexit 0\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What the metric says that a partner has not got yet. */
    double waiting(String partner) {
        return context.getBean(MeterRegistry.class)
                .get("vahid.transfer.waiting")
                .tag("partner", partner)
                .gauge()
                .value();
    }

    /** Where routes begin. */
    List<Endpoint> sources() {
        return context.getBean(CamelContext.class).getRoutes().stream()
                .map(Route::getEndpoint)
                .toList();
    }

    ChangedRows changed() {
        return context.getBean(ChangedRows.class);
    }

    Partners partners() {
        return context.getBean(Partners.class);
    }

    JdbcTemplate database() {
        return context.getBean(JdbcTemplate.class);
    }

    /** Leaves a file, and then its signature. */
    static void send(Path folder, String name, byte[] content, byte[] signature) {
        try {
            Files.createDirectories(folder);
            Files.write(folder.resolve(name), content);
            // Whoever sees it sees it whole.
            Files.move(
                    Files.write(folder.resolve("." + name + ".part"), signature),
                    folder.resolve(name + ".p7s"),
                    StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static byte[] sign(byte[] content, Credential signer) {
        try {
            CMSSignedDataGenerator generator = new CMSSignedDataGenerator();
            generator.addSignerInfoGenerator(new JcaSignerInfoGeneratorBuilder(
                            new JcaDigestCalculatorProviderBuilder().build())
                    .build(new JcaContentSignerBuilder("SHA256withECDSA").build(signer.key()), signer.certificate()));
            generator.addCertificate(new JcaX509CertificateHolder(signer.certificate()));
            return generator
                    .generate(new CMSProcessableByteArray(content), false)
                    .getEncoded("DER");
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    /** Whole files below a folder, without those whose name begins with a dot; in their names' order. */
    static List<Path> files(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (var files = Files.list(folder)) {
            return files.filter(file -> !file.getFileName().toString().startsWith("."))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The receipts of a sender about a file of this name, their signatures checked. */
    List<JsonNode> receipts(Path sender, String name) {
        List<JsonNode> receipts = new ArrayList<>();
        try (var in = Files.newInputStream(folder.resolve("keys/gateway-dossier.pem"))) {
            var key = (ECPublicKey) CertificateFactory.getInstance("X.509")
                    .generateCertificate(in)
                    .getPublicKey();
            for (Path file : files(sender.resolve("receipts"))) {
                JWSObject jws = JWSObject.parse(Files.readString(file));
                JsonNode receipt = new ObjectMapper().readTree(jws.getPayload().toBytes());
                if (receipt.path("name").asText("").equals(name)) {
                    if (!jws.verify(new ECDSAVerifier(key))) {
                        throw new AssertionError("The signature of " + file + " does not hold");
                    }
                    receipts.add(receipt);
                }
            }
            return receipts;
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    @Override
    public void close() throws IOException {
        context.close();
        bank.close();
    }
}
