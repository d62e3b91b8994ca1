package az.dost.vahid.normalise;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/**
 * What stands in an envelope.
 *
 * @param header soap:Header, null when there is none
 * @param element the one element of soap:Body
 * @param beside values of SOAP's encoding that it refers to, rpc/encoded only
 * @param fault whether it is a Fault of SOAP
 */
public record SoapContent(Element header, Element element, List<Element> beside, boolean fault) {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    /** Of a name that means something to machines, and has no room for text. */
    private static final Pattern CODE = Pattern.compile("[A-Za-z_][A-Za-z0-9._-]{0,63}");

    /** Empty when it is no envelope, has no Body with an element, or one with several. */
    public static Optional<SoapContent> of(Document document) {
        Element root = document.getDocumentElement();
        String soap = root.getNamespaceURI();
        if (soap == null || !"Envelope".equals(root.getLocalName())) {
            return Optional.empty();
        }
        List<Element> bodies = children(root, soap, "Body");
        List<Element> headers = children(root, soap, "Header");
        Map<Boolean, List<Element>> content = (bodies.size() == 1
                        ? children(bodies.get(0), null, null)
                        : List.<Element>of())
                .stream().collect(Collectors.partitioningBy(EncodedValues::is));
        if (content.get(false).size() != 1 || headers.size() > 1) {
            return Optional.empty();
        }
        Element element = content.get(false).get(0);
        boolean fault = soap.equals(element.getNamespaceURI()) && "Fault".equals(element.getLocalName());
        return Optional.of(
                new SoapContent(headers.isEmpty() ? null : headers.get(0), element, content.get(true), fault));
    }

    /**
     * What mappings see: of a fault {@code {faultcode, faultstring, detail}} in either version of SOAP, the code
     * without a prefix. It changes the document where values stand beside the answer.
     *
     * @throws MappingException when those cannot be put into it
     */
    public JsonNode tree() {
        if (!beside.isEmpty()) {
            new EncodedValues(beside).into(element);
        }
        if (!fault) {
            return XmlTree.of(element);
        }
        ObjectNode tree = NODES.objectNode();
        codes().findFirst().ifPresent(code -> tree.put("faultcode", code));
        Stream.of("faultstring", "Reason")
                .flatMap(name -> children(element, null, name).stream())
                .findFirst()
                .ifPresent(text -> tree.put("faultstring", text.getTextContent().strip()));
        detail().ifPresent(detail -> tree.set("detail", XmlTree.of(detail)));
        return tree;
    }

    /**
     * The names that tell a fault from others: of its code, of the innermost Subcode, of the first element in its
     * detail. None of them is text.
     */
    public List<String> names() {
        List<String> names = new ArrayList<>(codes().toList());
        detail().flatMap(detail -> children(detail, null, null).stream().findFirst())
                .map(Element::getLocalName)
                .ifPresent(names::add);
        return names.stream()
                .filter(name -> CODE.matcher(name).matches())
                .distinct()
                .toList();
    }

    /** Local names, outermost first. */
    private Stream<String> codes() {
        List<String> codes = new ArrayList<>();
        children(element, null, "faultcode").forEach(code -> codes.add(local(code)));
        List<Element> level = children(element, null, "Code");
        while (level.size() == 1) {
            children(level.get(0), null, "Value").stream()
                    .findFirst()
                    .map(SoapContent::local)
                    .ifPresent(codes::add);
            level = children(level.get(0), null, "Subcode");
        }
        return codes.size() < 2 ? codes.stream() : Stream.of(codes.get(0), codes.get(codes.size() - 1));
    }

    private static String local(Element code) {
        String name = code.getTextContent().strip();
        return name.substring(name.indexOf(':') + 1);
    }

    private Optional<Element> detail() {
        return Stream.of("detail", "Detail")
                .flatMap(name -> children(element, null, name).stream())
                .findFirst();
    }

    /** @param namespace null for any; @param name null for any */
    private static List<Element> children(Element parent, String namespace, String name) {
        List<Element> children = new ArrayList<>(1);
        for (Node child = parent.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element element
                    && (name == null || name.equals(element.getLocalName()))
                    && (namespace == null || namespace.equals(element.getNamespaceURI()))) {
                children.add(element);
            }
        }
        return children;
    }
}
