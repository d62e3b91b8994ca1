package az.dost.vahid.signature;

import az.dost.vahid.signature.key.GatewayKeys;
import az.dost.vahid.signature.xml.XadesProperties;
import java.io.ByteArrayOutputStream;
import java.security.cert.X509Certificate;
import java.time.Instant;
import org.apache.xml.security.Init;
import org.apache.xml.security.c14n.Canonicalizer;
import org.apache.xml.security.exceptions.XMLSecurityException;
import org.apache.xml.security.keys.content.X509Data;
import org.apache.xml.security.signature.XMLSignature;
import org.apache.xml.security.transforms.Transforms;
import org.w3c.dom.Document;

/**
 * Puts an enveloped XML signature (XAdES baseline B, ECDSA-SHA256, exclusive c14n) as last child into a document's
 * root.
 */
public final class XmlSigner {
    static {
        Init.init();
    }

    /** Id of the reference to the document. */
    private static final String CONTENT = "content";

    private final GatewayKeys.Pair pair;

    public XmlSigner(DossierSigner signer) {
        this(signer.pair());
    }

    /** @param pair an EC key */
    public XmlSigner(GatewayKeys.Pair pair) {
        this.pair = pair;
    }

    /** Signs and writes the document; the bytes are the canonical form of what was signed. */
    public byte[] sign(Document document) {
        try {
            XMLSignature signature = new XMLSignature(
                    document,
                    "",
                    XMLSignature.ALGO_ID_SIGNATURE_ECDSA_SHA256,
                    Canonicalizer.ALGO_ID_C14N_EXCL_OMIT_COMMENTS);
            document.getDocumentElement().appendChild(signature.getElement());
            Transforms transforms = new Transforms(document);
            transforms.addTransform(Transforms.TRANSFORM_ENVELOPED_SIGNATURE);
            transforms.addTransform(Transforms.TRANSFORM_C14N_EXCL_OMIT_COMMENTS);
            signature.addDocument("", transforms, XadesProperties.SHA_256, CONTENT, null);
            X509Data certificates = new X509Data(document);
            for (X509Certificate certificate : pair.certificates()) {
                certificates.addCertificate(certificate);
            }
            signature.getKeyInfo().add(certificates);
            XadesProperties.into(signature, CONTENT, pair.certificate(), Instant.now());
            signature.sign(pair.key());
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            Canonicalizer.getInstance(Canonicalizer.ALGO_ID_C14N_EXCL_OMIT_COMMENTS)
                    .canonicalizeSubtree(document, out);
            return out.toByteArray();
        } catch (XMLSecurityException e) {
            throw new IllegalStateException("The dossier cannot be signed as XML", e);
        }
    }
}
