package az.dost.vahid.signature.xml;

import az.dost.vahid.answer.Reason;
import az.dost.vahid.signature.key.PinnedCertificate;
import az.dost.vahid.signature.key.ProofException;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.crypto.impl.ECDSA;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import javax.xml.transform.dom.DOMSource;
import javax.xml.validation.Schema;
import org.apache.xml.security.Init;
import org.apache.xml.security.algorithms.SignatureAlgorithm;
import org.apache.xml.security.exceptions.XMLSecurityException;
import org.apache.xml.security.signature.Reference;
import org.apache.xml.security.signature.SignedInfo;
import org.apache.xml.security.signature.XMLSignature;
import org.apache.xml.security.stax.ext.XMLSecurityUtils;
import org.apache.xml.security.utils.SignerOutputStream;
import org.w3c.dom.Element;
import org.xml.sax.SAXException;

/**
 * A signature that stands before what it signs: its value is checked at once, with the pinned key, and what it says of
 * the one element that it covers is compared once that has been read.
 *
 * @param uri of the reference to the element that it covers
 * @param digest of that element's exclusive canonical form
 * @param over SignedInfo in its canonical form: what the key signed
 * @param value of the signature, as XML has it
 */
record StreamedSignature(String uri, byte[] digest, byte[] over, byte[] value, PinnedCertificate pinned) {
    static {
        Init.init();
    }

    private static final Schema SCHEMA = schema();

    /**
     * 1. the element is valid by the schema of XML signatures; 2. it names no other algorithm than those allowed; 3.
     * its value holds with the pinned key.
     *
     * @throws ProofException with the reason
     */
    static StreamedSignature verified(Element element, PinnedCertificate pinned) {
        try {
            SCHEMA.newValidator().validate(new DOMSource(element));
            XMLSignature signature = new XMLSignature(element, "", true, pinned.provider());
            SignedInfo signedInfo = signature.getSignedInfo();
            XmlSignatureCheck.allowAlgorithms(signedInfo);
            Reference reference = signedInfo.item(0);
            XmlSignatureCheck.allowParts(reference, false);
            SignatureAlgorithm algorithm = signedInfo.getSignatureAlgorithm();
            algorithm.initVerify(pinned.key());
            try (SignerOutputStream out = new SignerOutputStream(algorithm)) {
                signedInfo.signInOctetStream(out);
            }
            if (signedInfo.getLength() != 1 || !algorithm.verify(signature.getSignatureValue())) {
                throw invalid();
            }
            return new StreamedSignature(
                    reference.getURI(),
                    reference.getDigestValue(),
                    signedInfo.getCanonicalizedOctetStream(),
                    signature.getSignatureValue(),
                    pinned);
        } catch (ProofException e) {
            throw e;
        } catch (XMLSecurityException | SAXException | IOException | RuntimeException e) {
            throw invalid();
        }
    }

    boolean covers(String id) {
        return ("#" + id).equals(uri);
    }

    MessageDigest newDigest() {
        try {
            return pinned.provider() == null
                    ? MessageDigest.getInstance("SHA-256")
                    : MessageDigest.getInstance("SHA-256", pinned.provider());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** @throws ProofException when another element than the one read was signed */
    void compare(byte[] read) {
        if (!MessageDigest.isEqual(digest, read)) {
            throw invalid();
        }
    }

    /** The same apart from the document, the value as others than XML write it. */
    FileSignature apart() {
        try {
            return new FileSignature(
                    FileSignature.Kind.XML_SIGNATURE,
                    digest,
                    over,
                    "EC".equals(pinned.certificate().getPublicKey().getAlgorithm())
                            ? ECDSA.transcodeSignatureToDER(value)
                            : value,
                    pinned.certificate());
        } catch (JOSEException e) {
            throw invalid();
        }
    }

    static ProofException invalid() {
        return new ProofException(Reason.SIGNATURE_INVALID, "The signature does not hold over the rows");
    }

    private static Schema schema() {
        try {
            return XMLSecurityUtils.loadXMLSecuritySchemas();
        } catch (SAXException e) {
            throw new IllegalStateException("Santuario's schemas cannot be read", e);
        }
    }
}
