package az.dost.vahid.journeys.verify;

import az.dost.vahid.fuzz.Fuzz;
import az.dost.vahid.mock.kit.DemoKeys;
import az.dost.vahid.mock.kit.Faults;
import az.dost.vahid.proof.record.check.Report;
import az.dost.vahid.signature.DossierSigner;
import az.dost.vahid.signature.FileSigner;
import az.dost.vahid.signature.GatewayProof;
import az.dost.vahid.signature.XmlSigner;
import az.dost.vahid.signature.container.ContainerSigner;
import az.dost.vahid.signature.key.CryptoProvider;
import az.dost.vahid.signature.key.GatewayKeys;
import az.dost.vahid.signature.xml.XmlFactories;
import com.authlete.sd.Disclosure;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever somebody hands to {@code verify}, mutilated: it says what does not hold, and never fails itself. */
class FuzzedFilesTest {
    private static final int TRIES = 1_500;
    private static final byte[] DOSSIER =
            "{\"dossierId\":\"01a2108a-95fb-7217-8f4c-57d723b93898\",\"service\":\"old-age-pension\"}"
                    .getBytes(StandardCharsets.UTF_8);
    private static DossierSigner signer;
    private static Path content;
    private static GatewayProof proof;

    @BeforeAll
    static void sign(@TempDir Path folder) throws IOException {
        content = Files.write(folder.resolve("dossier.json"), DOSSIER);
        new DemoKeys(folder, new Faults());
        CryptoProvider crypto = new CryptoProvider(false);
        signer = new DossierSigner(
                new GatewayKeys(folder.resolve("gateway.p12"), DemoKeys.PASSWORD.toCharArray(), crypto), crypto);
        proof = new GatewayProof(GatewayProof.certificate(folder.resolve("gateway-dossier.pem")));
    }

    private static void checked(int tries, byte[]... sound) {
        Fuzz.of(List.of(sound), tries).read(input -> new SignedFile(input, content).check(proof, null, new Report()));
    }

    @Test
    void signedJson() {
        DossierSigner.Jws jws = signer.sign(DOSSIER);
        checked(
                TRIES,
                jws.compact().getBytes(StandardCharsets.US_ASCII),
                jws.detached().getBytes(StandardCharsets.US_ASCII));
    }

    @Test
    void aCredential() {
        Disclosure shown = new Disclosure("percentFrom", 61);
        String credential = signer.chained(
                ("{\"iss\":\"https://vahid.example\",\"vct\":\"disability\",\"iat\":"
                                + Instant.now().getEpochSecond() + ",\"_sd\":[\"" + shown.digest() + "\"]}")
                        .getBytes(StandardCharsets.UTF_8),
                "dc+sd-jwt");
        checked(TRIES, (credential + "~" + shown.getDisclosure() + "~").getBytes(StandardCharsets.US_ASCII));
    }

    @Test
    void signedXml() {
        checked(
                TRIES,
                new XmlSigner(signer)
                        .sign(XmlFactories.parse("<dossier><service>old-age-pension</service></dossier>"
                                .getBytes(StandardCharsets.UTF_8))));
    }

    @Test
    void aFilesSeal() throws IOException {
        checked(TRIES, new FileSigner(signer).sign(new ByteArrayInputStream(DOSSIER)));
    }

    @Test
    void aReceipt() {
        String root = signer.sign(
                        "{\"number\":1,\"at\":\"2026-01-01T00:00:00Z\",\"first\":1,\"last\":2,\"root\":\"AA\",\"previous\":null}"
                                .getBytes(StandardCharsets.UTF_8),
                        "vahid-audit-root+json")
                .compact();
        checked(
                TRIES,
                ("{\"entry\":\"{}\",\"sequence\":1,\"previous\":\"" + "A".repeat(43) + "\",\"path\":[\""
                                + "A".repeat(43) + "\"],\"roots\":[\"" + root + "\"]}")
                        .getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void aContainer() {
        checked(TRIES / 5, container());
    }

    @Test
    void aContainerThatSomebodyPackedAgain() throws IOException {
        ByteArrayOutputStream again = new ByteArrayOutputStream();
        try (ZipInputStream from = new ZipInputStream(new ByteArrayInputStream(container()));
                ZipOutputStream to = new ZipOutputStream(again)) {
            for (ZipEntry entry = from.getNextEntry(); entry != null; entry = from.getNextEntry()) {
                to.putNextEntry(new ZipEntry(entry.getName()));
                from.transferTo(to);
            }
        }
        checked(TRIES / 5, again.toByteArray());
    }

    private static byte[] container() {
        return new ContainerSigner(signer)
                .sign(Map.of(
                        "dossier.json",
                        DOSSIER,
                        "dossier.jws",
                        signer.sign(DOSSIER).detached().getBytes(StandardCharsets.US_ASCII)));
    }
}
