package az.dost.vahid.signature.xml;

import az.dost.vahid.signature.key.CryptoProvider;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import javax.xml.XMLConstants;
import org.apache.xml.security.exceptions.XMLSecurityException;
import org.apache.xml.security.signature.ObjectContainer;
import org.apache.xml.security.signature.XMLSignature;
import org.apache.xml.security.transforms.Transforms;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/**
 * What an XML signature says of itself and signs, so that it is XAdES baseline B (ETSI EN 319 132-1, section 6.3): when
 * it was made, with which certificate, and what kind of document it is of.
 */
public final class XadesProperties {
    public static final String XADES = "http://uri.etsi.org/01903/v1.3.2#";
    static final String SIGNED = "http://uri.etsi.org/01903#SignedProperties";
    public static final String SHA_256 = "http://www.w3.org/2001/04/xmlenc#sha256";
    private static final String SIGNATURE_ID = "signature";
    private static final String PROPERTIES_ID = "signed-properties";
    private final Document document;

    private XadesProperties(Document document) {
        this.document = document;
    }

    /**
     * Puts them into a signature and adds the reference to them.
     *
     * @param content Id of the reference to the document
     */
    public static void into(XMLSignature signature, String content, X509Certificate certificate, Instant at)
            throws XMLSecurityException {
        Document document = signature.getDocument();
        signature.setId(SIGNATURE_ID);
        ObjectContainer object = new ObjectContainer(document);
        object.appendChild(new XadesProperties(document).of(content, certificate, at));
        signature.appendObject(object);
        Transforms transforms = new Transforms(document);
        transforms.addTransform(Transforms.TRANSFORM_C14N_EXCL_OMIT_COMMENTS);
        signature.addDocument("#" + PROPERTIES_ID, transforms, SHA_256, null, SIGNED);
    }

    private Element of(String content, X509Certificate certificate, Instant at) {
        Element qualifying = document.createElementNS(XADES, "xades:QualifyingProperties");
        // Canonicalisation writes only declarations that are there as attributes.
        qualifying.setAttributeNS(XMLConstants.XMLNS_ATTRIBUTE_NS_URI, "xmlns:xades", XADES);
        qualifying.setAttribute("Target", "#" + SIGNATURE_ID);
        Element signed = add(qualifying, "SignedProperties");
        signed.setAttribute("Id", PROPERTIES_ID);
        signed.setIdAttribute("Id", true);
        Element ofSignature = add(signed, "SignedSignatureProperties");
        add(ofSignature, "SigningTime")
                .setTextContent(at.truncatedTo(ChronoUnit.SECONDS).toString());
        Element digest = add(add(add(ofSignature, "SigningCertificateV2"), "Cert"), "CertDigest");
        ((Element) digest.appendChild(document.createElementNS(XmlSignatureCheck.DS, "ds:DigestMethod")))
                .setAttribute("Algorithm", SHA_256);
        digest.appendChild(document.createElementNS(XmlSignatureCheck.DS, "ds:DigestValue"))
                .setTextContent(digest(certificate));
        Element format = add(add(signed, "SignedDataObjectProperties"), "DataObjectFormat");
        format.setAttribute("ObjectReference", "#" + content);
        add(format, "MimeType").setTextContent("application/xml");
        return qualifying;
    }

    private Element add(Element parent, String name) {
        return (Element) parent.appendChild(document.createElementNS(XADES, "xades:" + name));
    }

    public static String digest(X509Certificate certificate) {
        try {
            return Base64.getEncoder().encodeToString(new CryptoProvider(false).sha256(certificate.getEncoded()));
        } catch (CertificateEncodingException e) {
            throw new IllegalStateException("The gateway's certificate cannot be written", e);
        }
    }
}
