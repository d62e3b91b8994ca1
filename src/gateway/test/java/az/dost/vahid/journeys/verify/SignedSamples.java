package az.dost.vahid.journeys.verify;

import static org.assertj.core.api.Assertions.assertThat;

import az.dost.vahid.mock.kit.DemoKeys;
import az.dost.vahid.mock.kit.Faults;
import az.dost.vahid.mock.kit.MockServer;
import az.dost.vahid.mock.kit.MockSettings;
import az.dost.vahid.mock.stamp.TimeStampAuthority;
import az.dost.vahid.process.FreePort;
import az.dost.vahid.signature.DossierSigner;
import az.dost.vahid.signature.FileSigner;
import az.dost.vahid.signature.GatewayProof;
import az.dost.vahid.signature.RevocationLists;
import az.dost.vahid.signature.StampingAuthority;
import az.dost.vahid.signature.XmlSigner;
import az.dost.vahid.signature.container.ContainerSigner;
import az.dost.vahid.signature.key.CryptoProvider;
import az.dost.vahid.signature.key.GatewayKeys;
import az.dost.vahid.signature.xml.XmlFactories;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bouncycastle.asn1.x509.KeyPurposeId;

/**
 * One file of each form that the gateway signs, in a folder, with what proves them: {@code gateway-dossier.pem},
 * {@code time-stamps.pem}, {@code authorities.pem}, {@code root.pem} and {@code revoked*.crl}.
 */
final class SignedSamples {
    static final byte[] DOSSIER =
            "{\"dossierId\":\"01a2108a-95fb-7217-8f4c-57d723b93898\",\"service\":\"old-age-pension\"}"
                    .getBytes(StandardCharsets.UTF_8);

    /**
     * Containers are of every level: {@code unstamped.asice}, {@code container.asice} (T) and {@code lasting.asice}
     * (LTA). The certificates are of an authority below a root, and the root alone is an anchor for outsiders: what is
     * between must be in the signatures.
     */
    static void sign(Path folder) throws Exception {
        TestAuthority root = new TestAuthority();
        TestAuthority authority = new TestAuthority(root);
        authority.issue(folder.resolve("gateway.p12"), "dossier", Duration.ofDays(365), null);
        authority.issue(
                folder.resolve("mocks/time-stamps.p12"),
                "time-stamps",
                Duration.ofDays(3650),
                KeyPurposeId.id_kp_timeStamping);
        Instant now = Instant.now();
        authority.revocations(folder.resolve("revoked.crl"), now.minusSeconds(50), Duration.ofDays(3650));
        root.revocations(folder.resolve("revoked-authorities.crl"), now.minusSeconds(50), Duration.ofDays(3650));
        // As outsiders fetch them, after it was signed.
        authority.revocations(folder.resolve("revoked-later.crl"), now.plusSeconds(30), Duration.ofDays(3650));
        root.revocations(folder.resolve("revoked-authorities-later.crl"), now.plusSeconds(30), Duration.ofDays(3650));
        int port = FreePort.next();
        DemoKeys demo = new DemoKeys(folder, new Faults());
        root.certificate(folder.resolve("root.pem"));
        Files.writeString(
                folder.resolve("authorities.pem"),
                Files.readString(folder.resolve("root.pem"))
                        + Files.readString(authority.certificate(folder.resolve("authority.pem"))));
        MockServer server = new MockServer(
                new MockSettings(port, Map.of(), 0, 0, folder, folder, Map.of(), List.of()), demo, new Faults());
        new TimeStampAuthority(server, demo);
        server.start();
        try {
            signAll(folder, "http://localhost:" + port + "/time-stamps");
        } finally {
            server.stop();
        }
    }

    private static void signAll(Path folder, String authority) throws IOException {
        CryptoProvider crypto = new CryptoProvider(true);
        DossierSigner signer = new DossierSigner(
                new GatewayKeys(folder.resolve("gateway.p12"), DemoKeys.PASSWORD.toCharArray(), crypto), crypto);
        DossierSigner.Jws jws = signer.sign(DOSSIER);
        Map<String, byte[]> parts = new LinkedHashMap<>();
        parts.put("dossier.json", DOSSIER);
        parts.put("dossier.jws", jws.detached().getBytes(StandardCharsets.US_ASCII));
        parts.put("certificates/health.pem", new byte[] {1});
        Map<String, String> own = Map.of("certificates/health.pem", "application/fhir+json; fhirVersion=4.0");
        StampingAuthority stamps = new StampingAuthority(
                authority, folder.resolve("time-stamps.pem"), Duration.ofSeconds(20), Duration.ofHours(1));
        Files.write(
                folder.resolve("container.asice"),
                new ContainerSigner(signer, stamps, RevocationLists.none()).sign(parts, own));
        Files.write(
                folder.resolve("lasting.asice"),
                new ContainerSigner(signer, stamps, lists(folder, signer)).sign(parts, own));
        Files.write(folder.resolve("unstamped.asice"), new ContainerSigner(signer).sign(parts, own));
        Files.write(folder.resolve("dossier.json"), DOSSIER);
        Files.writeString(folder.resolve("compact.jws"), jws.compact());
        Files.writeString(folder.resolve("detached.jws"), jws.detached());
        Files.write(folder.resolve("dossier.p7s"), new FileSigner(signer).sign(new ByteArrayInputStream(DOSSIER)));
        Files.write(
                folder.resolve("dossier.xml"),
                new XmlSigner(signer)
                        .sign(XmlFactories.parse(
                                "<dossier xmlns=\"urn:az:dost:vahid:dossier:1\"><service>old-age-pension</service></dossier>"
                                        .getBytes(StandardCharsets.UTF_8))));
    }

    private static RevocationLists lists(Path folder, DossierSigner signer) throws IOException {
        RevocationLists lists = new RevocationLists(
                GatewayProof.certificates(folder.resolve("authorities.pem")),
                () -> Map.of(
                        "gateway:dossier",
                        signer.signerCertificate(),
                        "authority:time-stamps",
                        GatewayProof.certificate(folder.resolve("time-stamps.pem"))),
                List.of(),
                Clock.systemUTC());
        for (String list : List.of("revoked.crl", "revoked-authorities.crl")) {
            lists.keep(Files.newInputStream(folder.resolve(list)));
        }
        assertThat(lists.complete()).isTrue();
        return lists;
    }

    private SignedSamples() {}
}
