package az.dost.vahid.signature.xml;

import az.dost.vahid.answer.Reason;
import az.dost.vahid.mime.ContentType;
import az.dost.vahid.mime.PartReader.BadPartsException;
import az.dost.vahid.mime.Related;
import az.dost.vahid.signature.key.ProofException;
import java.io.OutputStream;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Base64;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.apache.xml.security.exceptions.AlgorithmAlreadyRegisteredException;
import org.apache.xml.security.signature.XMLSignatureByteInput;
import org.apache.xml.security.signature.XMLSignatureInput;
import org.apache.xml.security.transforms.InvalidTransformException;
import org.apache.xml.security.transforms.Transform;
import org.apache.xml.security.transforms.TransformSpi;
import org.apache.xml.security.utils.resolver.ResourceResolverContext;
import org.apache.xml.security.utils.resolver.ResourceResolverSpi;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/**
 * An envelope and the parts beside it: 1. {@link #of} takes the message apart, 2. {@link #document} puts in what XOP
 * took out, 3. the proof looks at the parts that it covers, 4. {@link #inline} puts in what is only referred to. Each
 * part is referred to once (decision 143).
 */
public final class AttachedParts {
    /** Attachment-Content of the SwA Profile 1.1, section 5.4.4. */
    static final String CONTENT =
            "http://docs.oasis-open.org/wss/oasis-wss-SwAProfile-1.1#Attachment-Content-Signature-Transform";

    private static final String INCLUDE = "http://www.w3.org/2004/08/xop/include";
    private static final String CID = "cid:";
    private static final Set<String> ENVELOPES = Set.of(ContentType.XML, "application/soap+xml", "application/xml");
    private final byte[] envelope;
    private final boolean xop;
    private final Map<String, byte[]> parts;
    private final Set<String> used = new HashSet<>();
    private final Set<String> signed = new HashSet<>();

    private AttachedParts(byte[] envelope, boolean xop, Map<String, byte[]> parts) {
        this.envelope = envelope;
        this.xop = xop;
        this.parts = parts;
    }

    /**
     * A message as it came.
     *
     * @param told Content-Type that came with it; null where nobody kept it
     * @param most parts beside the envelope
     * @throws ProofException MALFORMED when it begins as one of several parts and is none that has one reading
     */
    public static AttachedParts of(byte[] message, String told, int most) {
        if (!Related.begins(message)) {
            return new AttachedParts(message, false, Map.of());
        }
        try {
            Related related = Related.read(message, most);
            if (told != null && !related.agrees(told)) {
                throw malformed("The Content-Type of the answer says something else than its parts");
            }
            boolean optimised = related.rootType().type().equals(ContentType.XOP);
            if (!optimised && !ENVELOPES.contains(related.rootType().type())
                    || !related.rootType()
                            .parameters()
                            .getOrDefault("charset", "utf-8")
                            .equalsIgnoreCase("utf-8")) {
                throw malformed("The first part of the answer is no envelope in UTF-8");
            }
            return new AttachedParts(related.root(), optimised, related.parts());
        } catch (BadPartsException e) {
            throw malformed(e.getMessage());
        }
    }

    /** A message whose parts lie in files. */
    public static AttachedParts of(byte[] envelope, Map<String, byte[]> parts) {
        return new AttachedParts(envelope, true, parts);
    }

    /** The envelope alone, as it stands in the message. */
    public byte[] envelope() {
        return envelope;
    }

    /**
     * The envelope made whole: each xop:Include is its part in base64 (XOP 1.0, section 3.2). A signature is over this
     * document.
     *
     * @throws ProofException MALFORMED when it is no document, or an Include is not alone in its element, refers to no
     *     part of its own, or stands in a message that is no XOP package
     */
    public Document document() {
        Document document = XmlFactories.parse(envelope);
        include(document.getDocumentElement());
        return document;
    }

    private void include(Element element) {
        for (Node child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element inner) {
                if (INCLUDE.equals(inner.getNamespaceURI())) {
                    boolean alone = element.getFirstChild() == inner
                            && inner.getNextSibling() == null
                            && inner.getFirstChild() == null;
                    if (!xop || !alone || !inner.getLocalName().equals("Include")) {
                        throw malformed("An xop:Include stands where none belongs");
                    }
                    element.replaceChild(
                            element.getOwnerDocument().createTextNode(base64(id(inner.getAttribute("href")))), inner);
                    return;
                }
                include(inner);
            }
        }
    }

    /**
     * Puts parts where the text of an element refers to them (WS-I Attachments Profile 1.0, section 4.4).
     *
     * @param elements local names of those elements
     * @param proven whether it does not matter that the signature covers each part, for something else proves the whole
     *     message
     * @throws ProofException MALFORMED when such an element refers to no part of its own, or to elsewhere, or a part is
     *     left to which nothing refers; SIGNATURE_INCOMPLETE when a part is not signed
     */
    public void inline(Element content, Set<String> elements, boolean proven) {
        if (!elements.isEmpty()) {
            refer(content, elements, proven);
        }
        if (used.size() < parts.size()) {
            throw malformed("Nothing in the answer refers to one of its parts");
        }
    }

    /**
     * @throws ProofException SIGNATURE_INCOMPLETE when a part is neither in the document nor covered by the signature
     *     that was checked
     */
    public void demandSigned() {
        if (!parts.keySet().stream().allMatch(id -> used.contains(id) || signed.contains(id))) {
            throw new ProofException(Reason.SIGNATURE_INCOMPLETE, "The signature does not cover a part of the answer");
        }
    }

    private void refer(Element element, Set<String> elements, boolean proven) {
        if (elements.contains(element.getLocalName()) && element.hasChildNodes()) {
            String id = id(element.getTextContent().strip());
            String content = base64(id);
            if (!proven && !signed.contains(id)) {
                throw new ProofException(
                        Reason.SIGNATURE_INCOMPLETE, "The signature does not cover a part that the answer refers to");
            }
            element.setTextContent(content);
            return;
        }
        for (Node child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element inner) {
                refer(inner, elements, proven);
            }
        }
    }

    private String base64(String id) {
        byte[] part = parts.get(id);
        // Referred to a thousand times, one part would grow to a thousand.
        if (part == null || !used.add(id)) {
            throw malformed("The answer refers to a part that it does not have, or twice to one");
        }
        return Base64.getEncoder().encodeToString(part);
    }

    /**
     * The part that a reference of a signature names; it is signed from now on.
     *
     * @return null when the reference names none
     */
    byte[] signed(String uri) {
        if (uri == null || !uri.startsWith(CID)) {
            return null;
        }
        String id = id(uri);
        byte[] part = parts.get(id);
        if (part != null) {
            signed.add(id);
        }
        return part;
    }

    /** How many references a signature may have for its parts. */
    int size() {
        return parts.size();
    }

    /** Gives a signature's references their parts. */
    ResourceResolverSpi resolver() {
        return new ResourceResolverSpi() {
            @Override
            public boolean engineCanResolveURI(ResourceResolverContext context) {
                return signed(context.uriToResolve) != null;
            }

            @Override
            public XMLSignatureInput engineResolveURI(ResourceResolverContext context) {
                return new XMLSignatureByteInput(signed(context.uriToResolve));
            }
        };
    }

    /** Makes the transform known to the library; once. */
    static void register() {
        try {
            Transform.register(CONTENT, Content.class);
        } catch (AlgorithmAlreadyRegisteredException | InvalidTransformException e) {
            throw new IllegalStateException("The transform of attachments cannot be registered", e);
        }
    }

    /**
     * The bytes of a part as they are: what is mapped is what the digest is over, and no form of it. The library makes
     * it by its name.
     */
    public static final class Content extends TransformSpi {
        @Override
        protected XMLSignatureInput enginePerformTransform(
                XMLSignatureInput input, OutputStream out, Element transform, String base, boolean secure) {
            return input;
        }

        @Override
        protected String engineGetURI() {
            return CONTENT;
        }
    }

    /** RFC 2392: an address, so its percents are read once. */
    private static String id(String uri) {
        try {
            URI address = new URI(uri);
            if ("cid".equals(address.getScheme()) && address.isOpaque() && address.getFragment() == null) {
                return address.getSchemeSpecificPart();
            }
        } catch (URISyntaxException e) {
            // It quotes what it could not read.
        }
        throw malformed("The answer refers to what is no part of it");
    }

    private static ProofException malformed(String what) {
        return new ProofException(Reason.MALFORMED, what);
    }
}
