package az.dost.vahid.sources.agency.call;

import az.dost.vahid.answer.Reason;
import az.dost.vahid.connector.Connector;
import az.dost.vahid.connector.Connector.AnswerTo;
import az.dost.vahid.json.Json;
import az.dost.vahid.normalise.SoapContent;
import az.dost.vahid.normalise.XmlTree;
import az.dost.vahid.problem.StartException;
import az.dost.vahid.signature.DetachedJws;
import az.dost.vahid.signature.key.CryptoProvider;
import az.dost.vahid.signature.key.PinnedCertificate;
import az.dost.vahid.signature.key.ProofException;
import az.dost.vahid.signature.xml.AttachedParts;
import az.dost.vahid.signature.xml.EnvelopedSignature;
import az.dost.vahid.signature.xml.SoapProof;
import az.dost.vahid.signature.xml.XmlFactories;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import org.w3c.dom.Document;

/** Proves one agency's replies and reads them into the tree that its mapping sees, each parsed once. */
public final class Replies {
    private static final ObjectMapper JSON = Json.exact().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);
    private final Connector connector;
    private final DetachedJws jws;
    private final SoapProof soap;
    private final EnvelopedSignature enveloped;
    private final AgencyFaults faults;
    private final MemberHeaders member;

    public Replies(Connector connector, PinnedCertificate pinned, CryptoProvider crypto) {
        this.connector = connector;
        Connector.Proof proof = connector.proof();
        if (!proves(proof.kind(), connector.call())) {
            throw new StartException("The connector " + connector.id()
                    + " cannot be used: no reply of its form can have the proof that it names");
        }
        Duration maxAge = Duration.ofSeconds(proof.maxAgeSeconds());
        jws = proof.kind() == Connector.ProofKind.JWS_DETACHED ? new DetachedJws(pinned, maxAge, crypto) : null;
        soap = proof.kind() == Connector.ProofKind.WSS_X509
                ? new SoapProof(pinned, proof.answerTo() == AnswerTo.SIGNATURE_CONFIRMATION, maxAge)
                : null;
        enveloped = proof.kind() == Connector.ProofKind.XML_SIGNATURE ? new EnvelopedSignature(pinned) : null;
        faults = new AgencyFaults(connector);
        member = MemberHeaders.of(connector);
    }

    /** A kind that nothing here looks for would let every reply pass. */
    private static boolean proves(Connector.ProofKind kind, Connector.Call call) {
        return switch (kind) {
            case TLS, JWS_DETACHED -> true;
            case WSS_X509 -> call.soap();
            case XML_SIGNATURE -> call.xml();
            case CMS_DETACHED -> false;
        };
    }

    /** @throws ProofException when the reply is not proven or not in its format */
    public JsonNode read(Wire.Reply reply, Conversation conversation) {
        if (jws != null) {
            jws.verify(
                    reply.detached(),
                    reply.body(),
                    connector.proof().answerTo() == AnswerTo.JWS_REQUEST_ID ? conversation.requestId : null);
        }
        if (connector.call().soap()) {
            return envelope(reply, conversation);
        } else if (connector.call().reply().equals("json")) {
            return json(reply.body());
        }
        Document document = XmlFactories.parse(reply.body());
        if (enveloped != null) {
            enveloped.verify(document);
        }
        return XmlTree.of(document.getDocumentElement());
    }

    /**
     * 1. make the envelope whole; 2. tell a fault, which is seldom signed; 3. prove; 4. compare what it repeats of the
     * request; 5. put in what it refers to.
     */
    private JsonNode envelope(Wire.Reply reply, Conversation conversation) {
        Connector.Attachments attachments = connector.call().attachments();
        AttachedParts parts =
                AttachedParts.of(reply.body(), reply.mediaType() == null ? "" : reply.mediaType(), attachments.most());
        Document document = parts.document();
        Optional<SoapContent> content = SoapContent.of(document);
        content.ifPresent(said -> faults.refuse(said, conversation));
        if (enveloped != null) {
            enveloped.verify(document);
        }
        if (soap != null) {
            soap.verify(document, conversation.signatureValue, parts);
        }
        SoapContent said = content.orElseThrow(() -> new ProofException(
                Reason.MALFORMED, "The reply is no SOAP envelope with a Body and one element in it"));
        if (member != null) {
            member.check(said, conversation);
        }
        parts.inline(said.element(), attachments.swaRefs(), soap == null && enveloped == null);
        return said.tree();
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
}
