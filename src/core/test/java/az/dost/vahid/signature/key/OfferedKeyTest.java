package az.dost.vahid.signature.key;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.util.Base64;
import javax.security.auth.x500.X500Principal;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.pkcs.jcajce.JcaPKCS10CertificationRequestBuilder;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What strangers offer as their keys. */
@Tag("attack")
class OfferedKeyTest {
    private static final KeyPair OWN = pair("EC", 256);
    private static final KeyPair WEAK = pair("RSA", 1024);

    private static KeyPair pair(String algorithm, int bits) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance(algorithm);
            generator.initialize(bits);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    private static String request(KeyPair of, KeyPair by) throws Exception {
        String signature = by.getPrivate().getAlgorithm().equals("EC") ? "SHA256withECDSA" : "SHA256withRSA";
        byte[] request = new JcaPKCS10CertificationRequestBuilder(new X500Principal("CN=partner"), of.getPublic())
                .build(new JcaContentSignerBuilder(signature).build(by.getPrivate()))
                .getEncoded();
        return "-----BEGIN CERTIFICATE REQUEST-----\n"
                + Base64.getMimeEncoder().encodeToString(request)
                + "\n-----END CERTIFICATE REQUEST-----\n";
    }

    @Test
    void a_request_that_its_key_signed_is_of_that_key() throws Exception {
        assertThat(OfferedKey.request(request(OWN, OWN))).isEqualTo(OWN.getPublic());
    }

    @Test
    void somebody_elses_key_is_nobodys_request() throws Exception {
        String request = request(OWN, pair("EC", 256));
        assertThatThrownBy(() -> OfferedKey.request(request)).hasMessage("The request is not signed by its own key.");
    }

    @Test
    void nothing_is_computed_with_a_key_before_it_is_known_to_be_of_a_usual_size() throws Exception {
        String request = request(WEAK, pair("RSA", 1024));
        assertThatThrownBy(() -> OfferedKey.request(request)).hasMessageStartingWith("Its key must be");
    }
}
