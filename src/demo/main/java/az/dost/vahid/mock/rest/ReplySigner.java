package az.dost.vahid.mock.rest;

import az.dost.vahid.mock.kit.DemoKeys;
import az.dost.vahid.mock.kit.RestEndpoint.Reply;
import az.dost.vahid.mock.kit.Substitutions;
import java.io.ByteArrayOutputStream;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import org.apache.xml.security.Init;
import org.apache.xml.security.algorithms.MessageDigestAlgorithm;
import org.apache.xml.security.exceptions.XMLSecurityException;
import org.apache.xml.security.signature.XMLSignature;
import org.apache.xml.security.transforms.Transforms;
import org.apache.xml.security.utils.XMLUtils;
import org.w3c.dom.Document;

/** Signs an agency's XML answers inside themselves: an enveloped signature over the root, RSA with SHA-256. */
final class ReplySigner {
    static {
        Init.init();
    }

    private final DemoKeys keys;
    private final String agency;
    private final Substitutions replies;

    ReplySigner(DemoKeys keys, String agency, Substitutions replies) {
        this.keys = keys;
        this.agency = agency;
        this.replies = replies;
        keys.agency(agency, "RSA");
    }

    /** The answer as XML, without a signature where a fault wants it so. */
    Reply sign(int status, Document truth) throws XMLSecurityException {
        Document document = replies.of(agency, truth);
        var signer = keys.signer(agency, "RSA");
        if (signer.isPresent()) {
            sign(document, signer.get().key(), signer.get().certificate());
        }
        return plain(status, document);
    }

    static Reply plain(int status, Document document) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        XMLUtils.outputDOM(document, out, true);
        return Reply.of(status, "application/xml", out.toByteArray());
    }

    private static void sign(Document document, PrivateKey key, X509Certificate certificate)
            throws XMLSecurityException {
        XMLSignature signature = new XMLSignature(
                document,
                "",
                XMLSignature.ALGO_ID_SIGNATURE_RSA_SHA256,
                Transforms.TRANSFORM_C14N_EXCL_OMIT_COMMENTS,
                DemoKeys.CRYPTO.provider());
        document.getDocumentElement().appendChild(signature.getElement());
        Transforms transforms = new Transforms(document);
        transforms.addTransform(Transforms.TRANSFORM_ENVELOPED_SIGNATURE);
        transforms.addTransform(Transforms.TRANSFORM_C14N_EXCL_OMIT_COMMENTS);
        signature.addDocument("", transforms, MessageDigestAlgorithm.ALGO_ID_DIGEST_SHA256);
        signature.addKeyInfo(certificate);
        signature.sign(key);
    }
}
