package az.dost.vahid.signature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import az.dost.vahid.mock.kit.DemoKeys;
import az.dost.vahid.mock.kit.Faults;
import az.dost.vahid.signature.key.ChangedException;
import az.dost.vahid.signature.key.CryptoProvider;
import az.dost.vahid.signature.key.GatewayKeys;
import az.dost.vahid.signature.xml.XmlFactories;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.util.Base64URL;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every signature of the gateway signs its time and its certificate too, so that a foreign validator misses nothing.
 */
class BaselineSignaturesTest {
    private static final byte[] CONTENT =
            "<dossier><service>old-age-pension</service></dossier>".getBytes(StandardCharsets.UTF_8);
    private static DossierSigner signer;
    private static GatewayProof proof;

    @BeforeAll
    static void keys(@TempDir Path keys) {
        new DemoKeys(keys, new Faults());
        CryptoProvider crypto = new CryptoProvider(false);
        signer = new DossierSigner(
                new GatewayKeys(keys.resolve("gateway.p12"), DemoKeys.PASSWORD.toCharArray(), crypto), crypto);
        proof = new GatewayProof(signer.signerCertificate());
    }

    private static void now(SignatureForm form, String level) {
        assertThat(form.level()).isEqualTo(level);
        assertThat(form.claimed()).isBetween(Instant.now().minusSeconds(60), Instant.now());
    }

    @Test
    void a_jws_names_its_certificate_and_its_second() throws Exception {
        JWSHeader header = JWSObject.parse(signer.sign(CONTENT).compact()).getHeader();
        assertThat(header.getX509CertSHA256Thumbprint().decode())
                .isEqualTo(MessageDigest.getInstance("SHA-256")
                        .digest(signer.signerCertificate().getEncoded()));
        assertThat((Long) header.getCustomParam("iat"))
                .isBetween(Instant.now().getEpochSecond() - 60, Instant.now().getEpochSecond());
        now(GatewayProof.form(signer.sign(CONTENT).detached()), "JAdES-BASELINE-B");
    }

    @Test
    void a_jws_of_another_second_has_that_second_and_one_of_another_kind_that_kind() {
        List<Instant> times = new ArrayList<>(List.of(
                Instant.ofEpochSecond(1_800_000_000),
                Instant.ofEpochSecond(1_800_000_000, 999),
                Instant.ofEpochSecond(1_800_000_001)));
        JwsHeads heads = new JwsHeads(() -> new JWSHeader.Builder(JWSAlgorithm.ES256), () -> times.remove(0));
        JwsHeads.Head first = heads.now("a");
        assertThat(heads.now("a")).isSameAs(first);
        assertThat(JwsHeads.at(heads.now("a").header())).isEqualTo(Instant.ofEpochSecond(1_800_000_001));
        times.add(Instant.ofEpochSecond(1_800_000_001));
        assertThat(heads.now("b").header().getType()).hasToString("b");
    }

    @Test
    void a_jws_that_names_another_certificate_of_the_same_key_is_refused() throws Exception {
        JWSObject other = new JWSObject(
                new JWSHeader.Builder(JWSAlgorithm.ES256)
                        .x509CertSHA256Thumbprint(Base64URL.encode(new byte[32]))
                        .build(),
                new Payload(CONTENT));
        other.sign(new ECDSASigner(signer.pair().key(), Curve.P_256));
        assertThatThrownBy(() -> proof.compact(other.serialize()))
                .isInstanceOf(ChangedException.class)
                .hasMessageContaining("gateway's certificate");
    }

    @Test
    void a_files_signature_names_its_certificate_and_its_time() throws IOException {
        byte[] signature = new FileSigner(signer).sign(new ByteArrayInputStream(CONTENT));
        now(proof.cms(new ByteArrayInputStream(CONTENT), signature), "CAdES-BASELINE-B");
    }

    @Test
    void an_xml_signature_names_its_certificate_and_its_time() {
        byte[] signed = new XmlSigner(signer).sign(XmlFactories.parse(CONTENT));
        now(proof.xml(signed), "XAdES-BASELINE-B");
        assertThat(new String(signed, StandardCharsets.UTF_8))
                .contains("<xades:MimeType>application/xml</xades:MimeType>");
    }
}
