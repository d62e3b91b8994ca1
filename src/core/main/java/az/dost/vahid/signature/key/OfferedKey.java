package az.dost.vahid.signature.key;

import com.nimbusds.jose.jwk.Curve;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.util.Arrays;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentVerifierProviderBuilder;
import org.bouncycastle.pkcs.PKCSException;
import org.bouncycastle.pkcs.jcajce.JcaPKCS10CertificationRequest;

/**
 * The key of somebody who is not known yet: a certificate, or a request for one (PKCS#10, RFC 2986) that its key
 * signed. What is wrong is said in an {@link IllegalArgumentException}, for its sender, without a word of his text.
 */
public final class OfferedKey {
    private static final String BODY = "\\s([A-Za-z0-9+/=\\s]{1,8000})";
    private static final Pattern CERTIFICATE =
            Pattern.compile("-----BEGIN CERTIFICATE-----" + BODY + "-----END CERTIFICATE-----\\s*");
    private static final Pattern REQUEST =
            Pattern.compile("-----BEGIN CERTIFICATE REQUEST-----" + BODY + "-----END CERTIFICATE REQUEST-----\\s*");
    private static final int LEAST_RSA = 2048;
    private static final int MOST_RSA = 8192;

    /** @throws IllegalArgumentException when it is not one certificate in PEM, not valid now, or of a weak key */
    public static ClientCertificate certificate(String pem) {
        if (!CERTIFICATE.matcher(pem).matches()) {
            throw new IllegalArgumentException("It must be one certificate in PEM.");
        }
        ClientCertificate offered;
        try {
            offered = ClientCertificate.of(pem);
        } catch (RuntimeException e) {
            // Parsers of hostile bytes fail in any way.
            throw new IllegalArgumentException("It must be one certificate in PEM.", e);
        }
        if (!offered.valid()) {
            throw new IllegalArgumentException("The certificate is not valid now.");
        }
        strong(offered.certificate().getPublicKey());
        return offered;
    }

    /** @throws IllegalArgumentException when it is no request in PEM, its key did not sign it, or is weak */
    public static PublicKey request(String pem) {
        Matcher matcher = REQUEST.matcher(pem);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("It must be one certificate request (PKCS#10) in PEM.");
        }
        JcaPKCS10CertificationRequest request;
        PublicKey key;
        try {
            request = new JcaPKCS10CertificationRequest(Base64.getMimeDecoder().decode(matcher.group(1)));
            key = request.getPublicKey();
        } catch (IOException | GeneralSecurityException | RuntimeException e) {
            throw new IllegalArgumentException("It must be one certificate request (PKCS#10) in PEM.", e);
        }
        // Before anything is computed with it: a key may be made to cost much.
        strong(key);
        if (!signed(request, key)) {
            throw new IllegalArgumentException("The request is not signed by its own key.");
        }
        return key;
    }

    /** By the key itself: not every provider finds a factory of keys by the number of their algorithm. */
    private static boolean signed(JcaPKCS10CertificationRequest request, PublicKey key) {
        try {
            return request.isSignatureValid(new JcaContentVerifierProviderBuilder().build(key));
        } catch (OperatorCreationException | PKCSException | RuntimeException e) {
            throw new IllegalArgumentException("It must be one certificate request (PKCS#10) in PEM.", e);
        }
    }

    /** Whether a certificate was issued for the key of a request. */
    public static boolean answers(ClientCertificate certificate, String request) {
        return Arrays.equals(
                certificate.certificate().getPublicKey().getEncoded(),
                request(request).getEncoded());
    }

    private static void strong(PublicKey key) {
        boolean strong = key instanceof RSAPublicKey rsa
                        && rsa.getModulus().bitLength() >= LEAST_RSA
                        && rsa.getModulus().bitLength() <= MOST_RSA
                || key instanceof ECPublicKey ec && Curve.P_256.equals(Curve.forECParameterSpec(ec.getParams()));
        if (!strong) {
            throw new IllegalArgumentException("Its key must be RSA of 2048 to 8192 bits, or EC on P-256.");
        }
    }

    private OfferedKey() {}
}
