package az.dost.vahid.signature.key;

import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PSSParameterSpec;

/**
 * A certificate whose key signs HTTP messages (RFC 9421).
 *
 * @param algorithm as the registry of RFC 9421, section 6.2.2, has it: the one that the key is for
 */
public record SigningCertificate(ClientCertificate certificate, String algorithm) {
    private static final int LEAST_RSA_BITS = 2048;
    private static final int P256_BITS = 256;
    private static final int P384_BITS = 384;
    /** Section 3.3.1. */
    private static final PSSParameterSpec PSS =
            new PSSParameterSpec("SHA-512", "MGF1", MGF1ParameterSpec.SHA512, 64, PSSParameterSpec.TRAILER_FIELD_BC);

    /** @throws IllegalArgumentException when the text is not one certificate in PEM, or its key signs no message */
    public static SigningCertificate of(String pem) {
        ClientCertificate certificate = ClientCertificate.of(pem);
        return new SigningCertificate(
                certificate, algorithm(certificate.certificate().getPublicKey()));
    }

    private static String algorithm(PublicKey key) {
        if (key instanceof ECPublicKey ec) {
            return switch (ec.getParams().getCurve().getField().getFieldSize()) {
                case P256_BITS -> "ecdsa-p256-sha256";
                case P384_BITS -> "ecdsa-p384-sha384";
                default -> throw new IllegalArgumentException("The curve must be P-256 or P-384");
            };
        }
        if (key instanceof RSAPublicKey rsa && rsa.getModulus().bitLength() >= LEAST_RSA_BITS) {
            return "rsa-pss-sha512";
        }
        // How Ed25519 is called depends on the version of Java.
        if (key.getAlgorithm().startsWith("Ed")) {
            return "ed25519";
        }
        throw new IllegalArgumentException("The key must be EC P-256 or P-384, Ed25519, or RSA of 2048 bits or more");
    }

    /** By which a message names it: the certificate's SHA-256 thumbprint, base64url. */
    public String keyId() {
        return certificate.thumbprint();
    }

    /** Whether its key made this signature over the base (section 3.2); no bytes make it fail. */
    public boolean made(byte[] signature, byte[] base) {
        try {
            Signature check = signature();
            check.initVerify(certificate.certificate().getPublicKey());
            check.update(base);
            return check.verify(signature);
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    private Signature signature() throws GeneralSecurityException {
        Signature check = Signature.getInstance(
                switch (algorithm) {
                    case "ecdsa-p256-sha256" -> "SHA256withECDSAinP1363Format";
                    case "ecdsa-p384-sha384" -> "SHA384withECDSAinP1363Format";
                    case "rsa-pss-sha512" -> "RSASSA-PSS";
                    default -> "Ed25519";
                });
        if (algorithm.startsWith("rsa")) {
            check.setParameter(PSS);
        }
        return check;
    }
}
