package az.dost.vahid.signature;

import az.dost.vahid.signature.key.ChangedException;
import az.dost.vahid.signature.key.CryptoProvider;
import az.dost.vahid.signature.key.PinnedCertificate;
import az.dost.vahid.signature.key.ProofException;
import az.dost.vahid.signature.xml.EnvelopedSignature;
import az.dost.vahid.signature.xml.XmlFactories;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.impl.ECDSA;
import com.nimbusds.jose.util.Base64URL;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.text.ParseException;
import java.util.List;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.traversal.DocumentTraversal;
import org.w3c.dom.traversal.NodeFilter;

/**
 * Checks what gateways signed, with nothing but their certificates: signing keys change, and gateways of one
 * installation may have different ones. When a certificate was valid is for the reader to judge.
 */
public final class GatewayProof {
    private static final CryptoProvider CRYPTO = new CryptoProvider(true);
    private static final int SIGNATURE_LENGTH = 64;
    private final KnownSigners known;

    /** @throws IllegalArgumentException when its key is no EC key */
    public GatewayProof(X509Certificate certificate) {
        this(List.of(certificate));
    }

    /** @throws IllegalArgumentException when one has no EC key, or there is none */
    public GatewayProof(List<X509Certificate> certificates) {
        known = new KnownSigners(certificates);
    }

    /**
     * With all certificates of a file, PEM, one after another.
     *
     * @throws IllegalArgumentException naming the file when it holds none
     */
    public static GatewayProof of(Path file) {
        return new GatewayProof(certificates(file));
    }

    /**
     * All certificates of a file, PEM, one after another.
     *
     * @throws IllegalArgumentException naming the file when it holds none
     */
    public static List<X509Certificate> certificates(Path file) {
        try {
            List<X509Certificate> certificates = certificates(Files.readAllBytes(file));
            if (!certificates.isEmpty()) {
                return certificates;
            }
        } catch (IOException | ChangedException e) {
            throw new IllegalArgumentException("The file " + file + " is no certificate", e);
        }
        throw new IllegalArgumentException("The file " + file + " is no certificate");
    }

    /** @throws IllegalArgumentException naming the file when it holds no certificate */
    public static X509Certificate certificate(Path file) {
        try (var in = Files.newInputStream(file)) {
            return (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(in);
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalArgumentException("The file " + file + " is no certificate", e);
        }
    }

    /** @throws ChangedException when the bytes are no certificate, PEM or DER */
    public static X509Certificate certificate(byte[] bytes) {
        try {
            return (X509Certificate)
                    CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(bytes));
        } catch (GeneralSecurityException e) {
            throw new ChangedException("It is no certificate");
        }
    }

    /** @throws ChangedException when the bytes are no certificates, PEM, one after another */
    public static List<X509Certificate> certificates(byte[] bytes) {
        try {
            return CertificateFactory.getInstance("X.509")
                    .generateCertificates(new ByteArrayInputStream(bytes))
                    .stream()
                    .map(X509Certificate.class::cast)
                    .toList();
        } catch (GeneralSecurityException e) {
            throw new ChangedException("It is no certificate");
        }
    }

    public List<X509Certificate> certificates() {
        return known.certificates();
    }

    /**
     * Checks a compact JWS.
     *
     * @return its payload
     * @throws ChangedException when it does not hold
     */
    public byte[] compact(String jws) {
        String[] parts = parts(jws);
        byte[] payload = decode(parts[1]);
        digest(parts, CRYPTO.sha256((parts[0] + "." + parts[1]).getBytes(StandardCharsets.US_ASCII)));
        return payload;
    }

    /**
     * Checks a compact JWS over content of one kind: the gateway signs what others wrote, too, such as their events.
     *
     * @param type what the content must be, parameter {@code typ}
     * @return its payload
     * @throws ChangedException when it does not hold, or is over content of another kind
     */
    public byte[] compact(String jws, String type) {
        byte[] payload = compact(jws);
        if (!type.equals(form(jws).type())) {
            throw new ChangedException("The JWS is not over what it should be: its type is not " + type);
        }
        return payload;
    }

    /** What a JWS that holds is, compact or detached. */
    public static SignatureForm form(String jws) {
        JWSHeader header = header(parts(jws)[0]);
        return new SignatureForm(
                header.getX509CertSHA256Thumbprint() == null ? "JWS" : "JAdES-BASELINE-B",
                JwsHeads.at(header),
                header.getType() == null ? null : header.getType().toString(),
                false,
                false);
    }

    /** @throws ChangedException when the detached JWS does not hold over the content */
    public void detached(String jws, byte[] content) {
        detachedDigest(
                jws,
                CRYPTO.sha256((parts(jws)[0] + "." + Base64URL.encode(content)).getBytes(StandardCharsets.US_ASCII)));
    }

    /**
     * Checks a detached JWS whose content is no more.
     *
     * @param signed SHA-256 of the JWS's signing input (RFC 7515, section 2)
     * @throws ChangedException when it does not hold
     */
    public void detachedDigest(String jws, byte[] signed) {
        String[] parts = parts(jws);
        if (!parts[1].isEmpty()) {
            throw new ChangedException("The JWS is not of the detached form");
        }
        digest(parts, signed);
    }

    private static String[] parts(String jws) {
        String[] parts = jws.split("\\.", -1);
        if (parts.length != 3) {
            throw new ChangedException("It is no JWS");
        }
        return parts;
    }

    private void digest(String[] parts, byte[] signed) {
        try {
            JWSHeader header = header(parts[0]);
            if (!JWSAlgorithm.ES256.equals(header.getAlgorithm()) || header.getCriticalParams() != null) {
                throw new ChangedException("The JWS has an algorithm or extension that the gateway does not use");
            }
            // The digest is given, so that what it is of need not be.
            Signature signature = Signature.getInstance("NONEwithECDSA");
            signature.initVerify(known.of(header).getPublicKey());
            signature.update(signed);
            byte[] value = decode(parts[2]);
            // Two numbers of 32 bytes (RFC 7518, section 3.4): the library passes over a byte after them.
            if (value.length != SIGNATURE_LENGTH || !signature.verify(ECDSA.transcodeSignatureToDER(value))) {
                throw new ChangedException("The signature does not hold with the gateway's certificate");
            }
        } catch (JOSEException | GeneralSecurityException e) {
            throw new ChangedException("The JWS cannot be read");
        }
    }

    private static JWSHeader header(String encoded) {
        decode(encoded);
        try {
            return JWSHeader.parse(new Base64URL(encoded));
        } catch (ParseException e) {
            throw new ChangedException("The JWS cannot be read");
        }
    }

    /** Only the one text that encodes the bytes is taken: the last character has bits that decoding ignores. */
    private static byte[] decode(String base64) {
        byte[] bytes = new Base64URL(base64).decode();
        if (!Base64URL.encode(bytes).toString().equals(base64)) {
            throw new ChangedException("The JWS has characters that it should not have");
        }
        return bytes;
    }

    /**
     * Checks a detached CMS signature, see {@link FileSigner}.
     *
     * @param content read to its end
     * @throws ChangedException when it does not hold
     * @throws IOException when the content cannot be read
     */
    public SignatureForm cms(InputStream content, byte[] signature) throws IOException {
        try {
            X509Certificate signer = CadesAttributes.signer(signature, certificates());
            new DetachedCms(PinnedCertificate.of(signer, CRYPTO).untimed()).verify(content, signature);
            return CadesAttributes.of(signature).form(signer, CadesShape.of(signature, signer));
        } catch (ProofException e) {
            throw told(e);
        }
    }

    /**
     * @throws ChangedException when the signed XML form does not hold, or has what no signature covers: comments can
     *     hide half a value
     */
    public SignatureForm xml(byte[] document) {
        try {
            Document parsed = XmlFactories.parse(document);
            if (((DocumentTraversal) parsed)
                            .createNodeIterator(parsed, NodeFilter.SHOW_COMMENT, null, false)
                            .nextNode()
                    != null) {
                throw new ChangedException(
                        "The document has a comment, which the gateway does not write and the signature does not cover");
            }
            Element signature = EnvelopedSignature.of(parsed);
            XadesShape shape = XadesShape.of(signature);
            if (!shape.unsignedProperties().isEmpty()) {
                throw new ChangedException("The signature has properties that it does not cover");
            }
            return shape.form(known.of(parsed, shape));
        } catch (ProofException e) {
            throw told(e);
        }
    }

    /** The checks are those of agencies' answers; this key is the gateway's. */
    private static ChangedException told(ProofException e) {
        return switch (e.reason()) {
            case SIGNER_UNKNOWN, CERTIFICATE_EXPIRED ->
                ChangedException.foreign("It was not signed with the gateway's certificate");
            case SIGNATURE_INVALID ->
                new ChangedException(
                        "The signature does not hold with the gateway's certificate, or what it is of was changed");
            default -> new ChangedException(e.getMessage());
        };
    }
}
