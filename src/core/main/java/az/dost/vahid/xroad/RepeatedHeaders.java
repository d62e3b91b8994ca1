package az.dost.vahid.xroad;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.w3c.dom.Attr;
import org.w3c.dom.Element;
import org.w3c.dom.NamedNodeMap;
import org.w3c.dom.Node;

/**
 * The headers that the answer of a SOAP service repeats (X-Road Message Protocol 4.0, section 2.3), held to those of
 * its question.
 */
public final class RepeatedHeaders {
    private static final Set<String> NAMESPACES =
            Set.of(AskedService.XROAD, AskedService.IDENTIFIERS, AskedService.REPRESENTATION);
    /** Not every provider sends these back. */
    private static final Set<String> MAY_BE_MISSING = Set.of("userId", "issue", "representedParty");

    private static final String HASH = "requestHash";
    private static final String ALGORITHM = "requestHash/algorithmId";
    private static final Map<String, String> ALGORITHMS = Map.of(
            "http://www.w3.org/2001/04/xmlenc#sha512",
            "SHA-512",
            "http://www.w3.org/2001/04/xmldsig-more#sha384",
            "SHA-384",
            "http://www.w3.org/2001/04/xmlenc#sha256",
            "SHA-256");

    /**
     * Whether an answer is that to a question: it repeats each header as it was sent, has none twice and no other of
     * the protocol's; and the hash of its request, where it tells one, is that of the envelope that went out.
     *
     * @param header soap:Header of the answer, null when it has none
     * @param sent the question's envelope, its bytes as they went out
     */
    public static boolean hold(Element header, AskedService service, AskedService.Asking asking, byte[] sent) {
        Map<String, String> told = header == null ? null : read(header);
        if (told == null) {
            return false;
        }
        String hash = told.remove(HASH);
        String algorithm = told.remove(ALGORITHM);
        Map<String, String> asked = service.texts(asking);
        boolean repeats = asked.entrySet().stream()
                .allMatch(one -> one.getValue().equals(told.get(one.getKey()))
                        || MAY_BE_MISSING.contains(head(one.getKey()))
                                && told.keySet().stream()
                                        .noneMatch(name -> head(name).equals(head(one.getKey()))));
        return repeats
                && asked.keySet().containsAll(told.keySet())
                && (hash == null || hash.equals(hash(algorithm, sent)));
    }

    /** Whether there is any header of the protocol. @param header null for none */
    public static boolean any(Element header) {
        for (Node child = header == null ? null : header.getFirstChild();
                child != null;
                child = child.getNextSibling()) {
            if (NAMESPACES.contains(String.valueOf(child.getNamespaceURI()))) {
                return true;
            }
        }
        return false;
    }

    private static String head(String name) {
        return name.replaceFirst("/.*", "");
    }

    /** Null when one of the protocol's headers is there twice, or not in its form. */
    private static Map<String, String> read(Element header) {
        Map<String, String> texts = new HashMap<>();
        for (Node child = header.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element one
                    && NAMESPACES.contains(String.valueOf(one.getNamespaceURI()))
                    && !read(one, texts)) {
                return null;
            }
        }
        return texts;
    }

    private static boolean read(Element header, Map<String, String> texts) {
        String name = header.getLocalName();
        boolean members = false;
        for (Node child = header.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element member) {
                members = true;
                if (texts.putIfAbsent(
                                name + "/" + member.getLocalName(),
                                member.getTextContent().strip())
                        != null) {
                    return false;
                }
            }
        }
        NamedNodeMap attributes = header.getAttributes();
        for (int i = 0; i < attributes.getLength(); i++) {
            Attr attribute = (Attr) attributes.item(i);
            boolean type = AskedService.IDENTIFIERS.equals(attribute.getNamespaceURI())
                    && AskedService.OBJECT_TYPE.equals(attribute.getLocalName());
            boolean algorithm = name.equals(HASH)
                    && attribute.getNamespaceURI() == null
                    && attribute.getLocalName().equals("algorithmId");
            if ((type || algorithm)
                    && texts.putIfAbsent(name + "/" + attribute.getLocalName(), attribute.getValue()) != null) {
                return false;
            }
        }
        return members || texts.putIfAbsent(name, header.getTextContent().strip()) == null;
    }

    /** In base64; null by an algorithm that is not known. */
    private static String hash(String algorithm, byte[] sent) {
        String name = ALGORITHMS.get(algorithm == null ? "" : algorithm);
        try {
            return name == null
                    ? null
                    : Base64.getEncoder()
                            .encodeToString(MessageDigest.getInstance(name).digest(sent));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private RepeatedHeaders() {}
}
