package az.dost.vahid.signature.xml;

import az.dost.vahid.signature.key.ChangedException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.ASN1Set;
import org.bouncycastle.asn1.cms.Attribute;
import org.bouncycastle.asn1.cms.AttributeTable;
import org.bouncycastle.asn1.cms.CMSAttributes;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/**
 * An agency's signature over a file, apart from the file: what its key signed is not the file but a few bytes that hold
 * a digest. So who has no file can check that the agency signed what has this digest.
 *
 * @param digest SHA-256 that the agency signed: of the file (CMS), or of the canonical form of the element that holds
 *     the rows (XML)
 * @param over the bytes that the key signed: signedAttrs as a DER SET (RFC 5652, section 5.4), or SignedInfo in its
 *     canonical form; null where a CMS signature is over the file's own bytes, and nobody can check it without them
 * @param value of the signature: RSA (PKCS #1, version 1.5) or ECDSA (DER), with SHA-256
 * @param certificate with which it was checked when the file came
 */
public record FileSignature(Kind kind, byte[] digest, byte[] over, byte[] value, X509Certificate certificate) {
    /** How the agency signs. */
    public enum Kind {
        CMS_DETACHED,
        XML_SIGNATURE;

        /** As connectors and contracts write it. */
        public String code() {
            return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
        }
    }

    /** The certificate, DER. */
    public byte[] certificateBytes() {
        try {
            return certificate.getEncoded();
        } catch (CertificateEncodingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The digest as contracts write it. */
    public String digestText() {
        return "sha-256:" + HexFormat.of().formatHex(digest);
    }

    /**
     * Whether it could be checked without the file.
     *
     * @throws ChangedException when the signature does not hold, or not over this digest
     */
    public boolean check() {
        if (over == null) {
            return false;
        }
        try {
            Signature signature = Signature.getInstance(
                    "RSA".equals(certificate.getPublicKey().getAlgorithm()) ? "SHA256withRSA" : "SHA256withECDSA");
            signature.initVerify(certificate.getPublicKey());
            signature.update(over);
            if (!signature.verify(value)) {
                throw new ChangedException("The agency's signature over its file does not hold");
            }
            if (!Arrays.equals(digest, kind == Kind.CMS_DETACHED ? messageDigest() : referenceDigest())) {
                throw new ChangedException("The agency's signature is over another digest");
            }
            return true;
        } catch (GeneralSecurityException e) {
            throw new ChangedException("The agency's signature over its file does not hold");
        }
    }

    private byte[] messageDigest() {
        try {
            Attribute attribute = new AttributeTable(ASN1Set.getInstance(ASN1Primitive.fromByteArray(over)))
                    .get(CMSAttributes.messageDigest);
            return ASN1OctetString.getInstance(attribute.getAttrValues().getObjectAt(0))
                    .getOctets();
        } catch (IOException | RuntimeException e) {
            throw unreadable();
        }
    }

    private byte[] referenceDigest() {
        try {
            Element signedInfo = XmlFactories.parse(over).getDocumentElement();
            Node value = signedInfo
                    .getElementsByTagNameNS(XmlSignatureCheck.DS, "DigestValue")
                    .item(0);
            return Base64.getMimeDecoder().decode(value.getTextContent().getBytes(StandardCharsets.US_ASCII));
        } catch (RuntimeException e) {
            throw unreadable();
        }
    }

    private static ChangedException unreadable() {
        return new ChangedException("What the agency signed cannot be read");
    }
}
