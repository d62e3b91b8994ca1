package az.dost.vahid.journeys.verify;

import static org.assertj.core.api.Assertions.assertThat;

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
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A key that signs may change, and gateways may have different ones: who verifies knows several. */
class SeveralKeysTest {
    private static final byte[] DOSSIER =
            "{\"dossierId\":\"01a2108a-95fb-7217-8f4c-57d723b93898\",\"service\":\"old-age-pension\"}"
                    .getBytes(StandardCharsets.UTF_8);
    private static final String XML =
            "<dossier xmlns=\"urn:az:dost:vahid:dossier:1\"><service>old-age-pension</service></dossier>";

    @TempDir
    private Path folder;

    private DossierSigner first;
    private DossierSigner second;
    private GatewayProof both;

    @BeforeEach
    void keys() throws IOException {
        first = signer("first");
        second = signer("second");
        Path certificates = folder.resolve("gateway-dossier.pem");
        Files.writeString(certificates, first.certificate() + second.certificate());
        both = GatewayProof.of(certificates);
    }

    private DossierSigner signer(String name) {
        Path keys = folder.resolve(name);
        new DemoKeys(keys, new Faults());
        CryptoProvider crypto = new CryptoProvider(false);
        return new DossierSigner(
                new GatewayKeys(keys.resolve("gateway.p12"), DemoKeys.PASSWORD.toCharArray(), crypto), crypto);
    }

    private byte[] signed(String kind, DossierSigner signer) throws IOException {
        DossierSigner.Jws jws = signer.sign(DOSSIER);
        return switch (kind) {
            case "compact JWS" -> jws.compact().getBytes(StandardCharsets.US_ASCII);
            case "detached JWS" -> jws.detached().getBytes(StandardCharsets.US_ASCII);
            case "CMS" -> new FileSigner(signer).sign(new ByteArrayInputStream(DOSSIER));
            case "XML" -> new XmlSigner(signer).sign(XmlFactories.parse(XML.getBytes(StandardCharsets.UTF_8)));
            default -> throw new IllegalArgumentException(kind);
        };
    }

    private Report check(byte[] file, GatewayProof proof) throws IOException {
        Path content = Files.write(folder.resolve("content"), DOSSIER);
        Report report = new Report();
        new SignedFile(file, content).check(proof, null, report);
        return report;
    }

    @ParameterizedTest
    @ValueSource(strings = {"compact JWS", "detached JWS", "CMS", "XML"})
    void what_either_key_signed_holds(String kind) throws IOException {
        assertThat(check(signed(kind, first), both).wrong()).isEmpty();
        assertThat(check(signed(kind, second), both).wrong()).isEmpty();
        assertThat(check(signed(kind, second), both).about()).containsKey("signer");
    }

    @ParameterizedTest
    @ValueSource(strings = {"compact JWS", "detached JWS", "CMS", "XML"})
    void what_a_third_key_signed_does_not_hold(String kind) throws IOException {
        assertThat(check(signed(kind, signer("third")), both).wrong()).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"compact JWS", "detached JWS", "CMS", "XML"})
    void what_was_changed_does_not_hold_by_any_key(String kind) throws IOException {
        byte[] file = signed(kind, second);
        file[file.length * 2 / 3] ^= 1;
        assertThat(check(file, both).wrong()).isNotEmpty();
    }

    @Test
    void a_container_and_the_dossier_in_it_may_have_different_signers() throws IOException {
        byte[] container = new ContainerSigner(second)
                .sign(Map.of(
                        "dossier.json",
                        DOSSIER,
                        "dossier.jws",
                        first.sign(DOSSIER).detached().getBytes(StandardCharsets.US_ASCII)));
        Report report = check(container, both);
        assertThat(report.wrong()).noneMatch(line -> line.contains("gateway's certificate"));
        assertThat(report.holds()).contains("The dossier's own JWS holds.");
        assertThat(check(container, new GatewayProof(second.signerCertificate()))
                        .wrong())
                .anyMatch(line -> line.contains("gateway's certificate"));
    }
}
