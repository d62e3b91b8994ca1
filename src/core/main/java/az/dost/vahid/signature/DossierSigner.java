package az.dost.vahid.signature;

import az.dost.vahid.signature.key.CryptoProvider;
import az.dost.vahid.signature.key.GatewayKeys;
import az.dost.vahid.signature.key.Pem;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.impl.ECDSA;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.util.Base64;
import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.jose.util.X509CertUtils;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECPublicKey;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Signs dossiers with ES256 (RFC 7515, JAdES baseline B of ETSI TS 119 182-1); the one private-key operation of a
 * lookup.
 */
public final class DossierSigner {
    private static final int PLAIN_BYTES = 64;
    private final GatewayKeys.Pair pair;
    private final ECKey jwk;
    private final JWKSet shown;
    private final JwsHeads heads;
    private final ECDSASigner signer;
    private final CryptoProvider crypto;

    /** A JWS in both forms over the same payload and signature. */
    public record Jws(String protectedHeader, byte[] payload, String signature) {
        /** RFC 7515, appendix F: the payload is left out. */
        public String detached() {
            return protectedHeader + ".." + signature;
        }

        /** RFC 7515, section 7.1. */
        public String compact() {
            return protectedHeader + "." + Base64URL.encode(payload) + "." + signature;
        }
    }

    /** @throws IllegalStateException when the key {@code dossier} is not an EC P-256 key */
    public DossierSigner(GatewayKeys keys, CryptoProvider crypto) {
        this(keys, crypto, List.of());
    }

    /**
     * @param beside certificates of keys that signed before, or sign at other gateways: they are shown with its own
     * @throws IllegalStateException when the key {@code dossier}, or one of these, is not an EC P-256 key
     */
    DossierSigner(GatewayKeys keys, CryptoProvider crypto, List<X509Certificate> beside) {
        this.crypto = crypto;
        pair = keys.pair("dossier");
        try {
            jwk = jwk(pair.certificate());
            Map<String, JWK> all = new LinkedHashMap<>(Map.of(jwk.getKeyID(), jwk));
            for (X509Certificate certificate : beside) {
                ECKey other = jwk(certificate);
                all.putIfAbsent(other.getKeyID(), other);
            }
            shown = new JWKSet(List.copyOf(all.values()));
            // The certificate's digest says which certificate counts (ETSI TS 119 182-1, section 5.1.7); a key may have
            // several.
            Base64URL thumbprint = X509CertUtils.computeSHA256Thumbprint(pair.certificate());
            heads = new JwsHeads(
                    () -> new JWSHeader.Builder(JWSAlgorithm.ES256)
                            .keyID(jwk.getKeyID())
                            .x509CertSHA256Thumbprint(thumbprint),
                    InstantSource.system());
            signer = new ECDSASigner(pair.key(), Curve.P_256);
            signer.getJCAContext().setProvider(crypto.signing(pair.key()));
        } catch (JOSEException | CertificateEncodingException | ClassCastException | IllegalArgumentException e) {
            throw new IllegalStateException("The gateway's key 'dossier' must be an EC P-256 key", e);
        }
    }

    private static ECKey jwk(X509Certificate certificate) throws JOSEException, CertificateEncodingException {
        return new ECKey.Builder(Curve.P_256, (ECPublicKey) certificate.getPublicKey())
                .keyUse(KeyUse.SIGNATURE)
                .algorithm(JWSAlgorithm.ES256)
                .keyIDFromThumbprint()
                .x509CertChain(List.of(Base64.encode(certificate.getEncoded())))
                .build();
    }

    public Jws sign(byte[] payload) {
        return sign(payload, SignatureForm.DOSSIER);
    }

    /** @param type header parameter {@code typ}: what the payload is, when it is no dossier; one of a few */
    public Jws sign(byte[] payload, String type) {
        JwsHeads.Head head = heads.now(type);
        try {
            return new Jws(
                    head.encoded(),
                    payload,
                    signer.sign(head.header(), SigningInput.of(head.encoded(), payload))
                            .toString());
        } catch (JOSEException e) {
            throw new IllegalStateException("The dossier cannot be signed", e);
        }
    }

    /**
     * A compact JWS for whoever does not know the gateway: the header has the certificate, and those between it and a
     * root (RFC 7515, section 4.1.6).
     *
     * @param type header parameter {@code typ}
     */
    public String chained(byte[] payload, String type) {
        try {
            List<Base64> chain = new ArrayList<>();
            for (X509Certificate one : pair.certificates()) {
                chain.add(Base64.encode(one.getEncoded()));
            }
            JWSHeader header = new JWSHeader.Builder(JWSAlgorithm.ES256)
                    .type(new JOSEObjectType(type))
                    .keyID(jwk.getKeyID())
                    .x509CertChain(chain)
                    .build();
            String head = header.toBase64URL().toString();
            return new Jws(
                            head,
                            payload,
                            signer.sign(header, SigningInput.of(head, payload)).toString())
                    .compact();
        } catch (JOSEException | CertificateEncodingException e) {
            throw new IllegalStateException("It cannot be signed", e);
        }
    }

    /**
     * The bytes' signature alone: ECDSA with SHA-256, DER.
     *
     * @throws IllegalStateException when the key does not sign
     */
    public byte[] signature(byte[] bytes) {
        try {
            Signature signature = crypto.signing("SHA256withECDSA", pair.key());
            signature.update(bytes);
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("The dossier cannot be signed", e);
        }
    }

    /**
     * The same, ES256 as JWS and HTTP messages have it (RFC 7518, section 3.4): two numbers, one after the other.
     *
     * @throws IllegalStateException when the key does not sign
     */
    public byte[] plainSignature(byte[] bytes) {
        try {
            return ECDSA.transcodeSignatureToConcat(signature(bytes), PLAIN_BYTES);
        } catch (JOSEException e) {
            throw new IllegalStateException("The dossier cannot be signed", e);
        }
    }

    /**
     * The public key, and those of other gateways and of before, as a JWK set (RFC 7517), JSON; its own is the first.
     */
    public String jwks() {
        return shown.toString();
    }

    /** Names the key in what it signs, parameter {@code kid}. */
    public String kid() {
        return jwk.getKeyID();
    }

    /** The certificate of the signing key, PEM. */
    public String certificate() {
        return Pem.of(pair.certificate());
    }

    /** The certificate, and those of the authorities between it and a root. */
    public List<X509Certificate> certificates() {
        return pair.certificates();
    }

    public X509Certificate signerCertificate() {
        return pair.certificate();
    }

    GatewayKeys.Pair pair() {
        return pair;
    }
}
