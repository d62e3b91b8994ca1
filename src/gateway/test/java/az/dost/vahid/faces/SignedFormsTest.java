package az.dost.vahid.faces;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import java.io.ByteArrayInputStream;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Whoever gets a dossier can prove it with tools that are not ours, given what the gateway publishes and nothing else.
 */
class SignedFormsTest {
    @TempDir
    Path folder;

    @Test
    void verifiesTheDetachedJwsWithNimbus() throws Exception {
        HttpResponse<byte[]> answer = Gateway.lookUp("application/json");
        String jws = answer.headers().firstValue("Vahid-Signature").orElseThrow();
        JWSObject parsed = JWSObject.parse(jws, new Payload(answer.body()));
        assertThat(parsed.verify(verifier(parsed))).isTrue();
        byte[] changed = new String(answer.body(), StandardCharsets.UTF_8)
                .replace("ccu-car", "ccu-cat")
                .getBytes(StandardCharsets.UTF_8);
        assertThat(JWSObject.parse(jws, new Payload(changed)).verify(verifier(parsed)))
                .isFalse();
    }

    @Test
    void verifiesTheCompactJwsWithNimbus() throws Exception {
        JWSObject parsed =
                JWSObject.parse(new String(Gateway.lookUp("application/jose").body(), StandardCharsets.US_ASCII));
        assertThat(parsed.verify(verifier(parsed))).isTrue();
        assertThat(Gateway.JSON
                        .readTree(parsed.getPayload().toBytes())
                        .path("service")
                        .asText())
                .isEqualTo("ccu-car");
    }

    @Test
    void verifiesTheDetachedJwsWithJose() throws Exception {
        HttpResponse<byte[]> answer = Gateway.lookUp("application/json");
        String jws = answer.headers().firstValue("Vahid-Signature").orElseThrow();
        OutsideTool jose = new OutsideTool("jose", folder)
                .file("keys", Gateway.get("/v1/keys").body())
                .file("signature", jws.getBytes(StandardCharsets.US_ASCII))
                .file("dossier", answer.body());
        assertThat(jose.accepts("jws", "ver", "-i", "signature", "-I", "dossier", "-k", "keys"))
                .isTrue();
        answer.body()[answer.body().length / 2] ^= 1;
        jose.file("dossier", answer.body());
        assertThat(jose.accepts("jws", "ver", "-i", "signature", "-I", "dossier", "-k", "keys"))
                .isFalse();
    }

    @Test
    void verifiesTheCompactJwsWithJose() throws Exception {
        OutsideTool jose = new OutsideTool("jose", folder)
                .file("keys", Gateway.get("/v1/keys").body())
                .file("dossier", Gateway.lookUp("application/jose").body());
        assertThat(jose.accepts("jws", "ver", "-i", "dossier", "-k", "keys", "-O", "payload"))
                .isTrue();
    }

    @Test
    void verifiesTheXmlWithXmlsec1AgainstThePublishedCertificate() throws Exception {
        byte[] xml = Gateway.lookUp("application/xml").body();
        Xmlsec1 tool = new Xmlsec1(folder);
        assertThat(tool.verifies(xml)).isTrue();
        assertThat(tool.verifies(new String(xml, StandardCharsets.UTF_8)
                        .replace("ccu-car", "ccu-cat")
                        .getBytes(StandardCharsets.UTF_8)))
                .isFalse();
    }

    @Test
    void publishesOneKeyAsJwkAndAsCertificate() throws Exception {
        JWKSet keys = JWKSet.parse(new String(Gateway.get("/v1/keys").body(), StandardCharsets.UTF_8));
        X509Certificate certificate = (X509Certificate) CertificateFactory.getInstance("X.509")
                .generateCertificate(new ByteArrayInputStream(
                        Gateway.get("/v1/keys/certificate").body()));
        assertThat(keys.getKeys()).singleElement().satisfies(key -> {
            assertThat(key.isPrivate()).isFalse();
            assertThat(key.toECKey().toPublicKey()).isEqualTo(certificate.getPublicKey());
        });
    }

    private static ECDSAVerifier verifier(JWSObject jws) throws Exception {
        JWK key = JWKSet.parse(new String(Gateway.get("/v1/keys").body(), StandardCharsets.UTF_8))
                .getKeyByKeyId(jws.getHeader().getKeyID());
        return new ECDSAVerifier(key.toECKey());
    }
}
