package az.dost.vahid.signature;

import az.dost.vahid.signature.key.ClientCertificate;
import az.dost.vahid.signature.key.CryptoProvider;
import com.nimbusds.jose.EncryptionMethod;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWEAlgorithm;
import com.nimbusds.jose.JWEEncrypter;
import com.nimbusds.jose.JWEHeader;
import com.nimbusds.jose.JWEObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.ECDHEncrypter;
import com.nimbusds.jose.crypto.RSAEncrypter;
import java.io.IOException;
import java.io.InputStream;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;

/** Encrypts for the holder of one certificate: JWE compact serialization (RFC 7516, section 7.1), A256GCM. */
public final class Jwe {
    private final X509Certificate holder;
    private final JWEHeader.Builder header;
    private final JWEEncrypter encrypter;

    /** With the JDK's own cryptography: for the few. */
    public Jwe(InputStream certificate) {
        this(certificate, new CryptoProvider(false));
    }

    /**
     * @param certificate PEM or DER, with an EC or an RSA key
     * @throws IllegalArgumentException when it is no such certificate
     */
    public Jwe(InputStream certificate, CryptoProvider crypto) {
        try (certificate) {
            holder = (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(certificate);
            boolean ec = holder.getPublicKey() instanceof ECPublicKey;
            PublicKey key = crypto.own(holder.getPublicKey());
            encrypter = ec ? new ECDHEncrypter((ECPublicKey) key) : new RSAEncrypter((RSAPublicKey) key);
            encrypter.getJCAContext().setProvider(crypto.provider());
            header = new JWEHeader.Builder(
                    ec ? JWEAlgorithm.ECDH_ES : JWEAlgorithm.RSA_OAEP_256, EncryptionMethod.A256GCM);
        } catch (IOException | GeneralSecurityException | JOSEException | ClassCastException e) {
            throw new IllegalArgumentException("It is no certificate with an EC or RSA key", e);
        }
    }

    /** Whether the holder's certificate is valid at this moment. */
    public boolean valid() {
        return ClientCertificate.of(holder).valid();
    }

    /** @param type header parameter {@code cty}: what the plain bytes are */
    public String encrypt(byte[] plain, String type) {
        JWEObject jwe = new JWEObject(header.contentType(type).build(), new Payload(plain));
        try {
            synchronized (encrypter) {
                jwe.encrypt(encrypter);
            }
            return jwe.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException("It cannot be encrypted for the certificate's key", e);
        }
    }
}
