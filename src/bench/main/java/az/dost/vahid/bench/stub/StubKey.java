package az.dost.vahid.bench.stub;

import az.dost.vahid.signature.key.CryptoProvider;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.crypto.impl.ECDSA;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.util.Base64;

/** A mock agency's key, used with the native provider where it loads. */
final class StubKey {
    private static final CryptoProvider CRYPTO = new CryptoProvider(true);
    private static final int P256_SIGNATURE = 64;
    private final PrivateKey key;
    private final boolean elliptic;
    private final String certificate;

    StubKey(Path keys, String agency, char[] password) {
        try (var in = Files.newInputStream(keys.resolve("mocks").resolve(agency + ".p12"))) {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(in, password);
            PrivateKey own = (PrivateKey) store.getKey(agency, password);
            key = CRYPTO.own(own);
            elliptic = own.getAlgorithm().equals("EC");
            certificate =
                    Base64.getEncoder().encodeToString(((X509Certificate) store.getCertificate(agency)).getEncoded());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    boolean elliptic() {
        return elliptic;
    }

    /** DER in base64. */
    String certificate() {
        return certificate;
    }

    /** RSA-SHA256, or ECDSA-SHA256 as r and s side by side, which JWS and XML signatures want alike. */
    byte[] sign(byte[] input) {
        try {
            Signature signature = CRYPTO.signature(elliptic ? "SHA256withECDSA" : "SHA256withRSA");
            signature.initSign(key);
            signature.update(input);
            return elliptic ? ECDSA.transcodeSignatureToConcat(signature.sign(), P256_SIGNATURE) : signature.sign();
        } catch (GeneralSecurityException | JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    static byte[] sha256(byte[] bytes) {
        return CRYPTO.sha256(bytes);
    }
}
