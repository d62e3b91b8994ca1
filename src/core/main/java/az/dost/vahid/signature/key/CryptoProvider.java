package az.dost.vahid.signature.key;

import com.amazon.corretto.crypto.provider.AmazonCorrettoCryptoProvider;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;

/**
 * Signatures and digests from the native provider where its library loads, else from the JDK. Keys are made by the
 * provider's own key factory: foreign keys cost it a conversion for each signature.
 */
public final class CryptoProvider {
    private final Provider provider;

    /** @param useNative false keeps to the JDK's own providers */
    public CryptoProvider(boolean useNative) {
        this.provider = useNative && nativeLoads() ? AmazonCorrettoCryptoProvider.INSTANCE : null;
    }

    private static boolean nativeLoads() {
        try {
            return AmazonCorrettoCryptoProvider.INSTANCE.getLoadingError() == null;
        } catch (LinkageError e) {
            return false;
        }
    }

    /** Null for the JDK's own. */
    public Provider provider() {
        return provider;
    }

    /** The key in the provider's form; as it is when it never leaves its token. */
    public PrivateKey own(PrivateKey key) {
        try {
            return provider == null || key.getFormat() == null
                    ? key
                    : KeyFactory.getInstance(key.getAlgorithm(), provider)
                            .generatePrivate(new PKCS8EncodedKeySpec(key.getEncoded()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("The crypto provider does not take the " + key.getAlgorithm() + " key", e);
        }
    }

    public PublicKey own(PublicKey key) {
        try {
            return provider == null
                    ? key
                    : KeyFactory.getInstance(key.getAlgorithm(), provider)
                            .generatePublic(new X509EncodedKeySpec(key.getEncoded()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("The crypto provider does not take the " + key.getAlgorithm() + " key", e);
        }
    }

    /** What signs with this key: null, for the JDK to find it, when it stays in its token. */
    public Provider signing(PrivateKey key) {
        return key.getFormat() == null ? null : provider;
    }

    /** Ready to sign with this key. */
    public Signature signing(String algorithm, PrivateKey key) throws GeneralSecurityException {
        Provider own = signing(key);
        Signature signature = own == null ? Signature.getInstance(algorithm) : Signature.getInstance(algorithm, own);
        signature.initSign(key);
        return signature;
    }

    public Signature signature(String algorithm) throws GeneralSecurityException {
        return provider == null ? Signature.getInstance(algorithm) : Signature.getInstance(algorithm, provider);
    }

    /**
     * A new pair of keys, from the system's random source.
     *
     * @param algorithm RSA, or EC for the curve P-256
     * @param rsaBits length of an RSA key; without meaning for EC
     */
    public KeyPair newPair(String algorithm, int rsaBits) {
        return newPair(algorithm, rsaBits, provider);
    }

    /** @param provider null for the JDK's own */
    static KeyPair newPair(String algorithm, int rsaBits, Provider provider) {
        try {
            KeyPairGenerator generator = provider == null
                    ? KeyPairGenerator.getInstance(algorithm)
                    : KeyPairGenerator.getInstance(algorithm, provider);
            if (algorithm.equals("EC")) {
                generator.initialize(new ECGenParameterSpec("secp256r1"));
            } else {
                generator.initialize(rsaBits);
            }
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("The crypto provider makes no " + algorithm + " keys", e);
        }
    }

    public byte[] sha256(byte[] bytes) {
        return sha256().digest(bytes);
    }

    /** For many digests, one after another, in one thread. */
    public MessageDigest sha256() {
        try {
            return provider == null ? Sha256.digest() : MessageDigest.getInstance("SHA-256", provider);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
