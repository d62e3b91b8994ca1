package az.dost.vahid.agency.call;

import az.dost.vahid.answer.Reason;
import az.dost.vahid.answer.Verdict;
import az.dost.vahid.connector.Connector.AnswerTo;
import az.dost.vahid.connector.Connector;
import az.dost.vahid.json.Json;
import az.dost.vahid.normalise.XmlTree;
import az.dost.vahid.signature.DetachedJws;
import az.dost.vahid.signature.key.CryptoProvider;
import az.dost.vahid.signature.key.PinnedCertificate;
import az.dost.vahid.signature.key.ProofException;
import az.dost.vahid.signature.xml.EnvelopedSignature;
import az.dost.vahid.signature.xml.SoapProof;
import az.dost.vahid.signature.xml.XmlFactories;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.Duration;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** Proves one agency's replies and reads them into the tree that its mapping sees, each parsed once. */
public final class Replies {
    private static final ObjectMapper JSON = Json.exact().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);
    private final Connector connector;
    private final DetachedJws jws;
    private final SoapProof soap;
    private final EnvelopedSignature enveloped;

    public Replies(Connector connector, PinnedCertificate pinned, CryptoProvider crypto) {
        this.connector = connector;
        Connector.Proof proof = connector.proof();
        Duration maxAge = Duration.ofSeconds(proof.maxAgeSeconds());
        jws = proof.kind() == Connector.ProofKind.JWS_DETACHED ? new DetachedJws(pinned, maxAge, crypto) : null;
        soap = proof.kind() == Connector.ProofKind.WSS_X509
                ? new SoapProof(pinned, proof.answerTo() == AnswerTo.SIGNATURE_CONFIRMATION, maxAge) : null;
        enveloped = proof.kind() == Connector.ProofKind.XML_SIGNATURE ? new EnvelopedSignature(pinned) : null;
    }

    /**
     * @param detached the signature that came in a header, null when none did
     * @throws ProofException when the reply is not proven or not in its format
     */
    public JsonNode read(byte[] body, String detached, Conversation conversation) {
        if (jws != null) {
            jws.verify(detached, body, connector.proof().answerTo() == AnswerTo.JWS_REQUEST_ID ? conversation.requestId : null);
        }
        boolean soapBody = connector.protocol() == Connector.Protocol.SOAP;
        if (!soapBody && connector.call().reply().equals("json")) {
            return json(body);
        }
        Document document = XmlFactories.parse(body);
        if (enveloped != null) {
            enveloped.verify(document);
        }
        if (!soapBody) {
            return XmlTree.of(document.getDocumentElement());
        }
        if (soap != null) {
            soap.verify(document, conversation.signatureValue);
        }
        return XmlTree.of(content(document));
    }

    /** @throws ProofException when the bytes are no JSON object or array */
    public static JsonNode json(byte[] body) {
        try {
            JsonNode tree = JSON.readTree(body);
            if (tree == null || !tree.isContainerNode()) {
                throw new ProofException(Reason.MALFORMED, "The reply is not a JSON object or array");
            }
            return tree;
        } catch (IOException e) {
            // Jackson's message quotes the reply.
            throw new ProofException(Reason.MALFORMED, "The reply is not JSON");
        }
    }

    /** The one child of soap:Body; a Fault is the agency's own error. */
    private static Element content(Document document) {
        Element root = document.getDocumentElement();
        for (Node child = root.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element body && "Body".equals(body.getLocalName()) && root.getNamespaceURI().equals(body.getNamespaceURI())) {
                for (Node inner = body.getFirstChild(); inner != null; inner = inner.getNextSibling()) {
                    if (inner instanceof Element content) {
                        if ("Fault".equals(content.getLocalName())) {
                            throw new AgencyException(Verdict.UNAVAILABLE, Reason.AGENCY_ERROR);
                        }
                        return content;
                    }
                }
            }
        }
        throw new ProofException(Reason.MALFORMED, "The reply is no SOAP envelope with a Body");
    }
}
