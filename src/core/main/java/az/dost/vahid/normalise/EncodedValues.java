package az.dost.vahid.normalise;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/**
 * Values of SOAP's own encoding that stand beside the answer (rpc/encoded; SOAP 1.1, section 5.1), put where the answer
 * refers to them. They may refer to each other, so what a small reply can grow to has bounds.
 */
final class EncodedValues {
    private static final String ENCODING = "http://schemas.xmlsoap.org/soap/encoding/";
    private static final String HREF = "href";
    private static final int MOST_DEPTH = 200;
    /** Of elements that are copied, and of characters, so many of which count like an element. */
    private static final int MOST_COPIED = 20_000;

    private static final int CHARACTERS = 32;
    private final Map<String, Element> values = new HashMap<>();
    private final Set<String> open = new HashSet<>();
    private int left = MOST_COPIED;

    /** @throws MappingException when two have one id */
    EncodedValues(List<Element> beside) {
        for (Element value : beside) {
            if (values.put("#" + value.getAttribute("id"), value) != null) {
                throw new MappingException("Two values of the reply have one id");
            }
        }
    }

    /** Whether an element of a Body is such a value and not the answer. */
    static boolean is(Element element) {
        return element.hasAttribute("id")
                && ("multiRef".equals(element.getLocalName()) || "0".equals(element.getAttributeNS(ENCODING, "root")));
    }

    /** @throws MappingException when a value contains itself, or all together grow or nest beyond the bounds */
    void into(Element element) {
        into(element, 0);
    }

    private void into(Element element, int depth) {
        if (depth > MOST_DEPTH) {
            throw new MappingException("The values of the reply nest too deeply");
        }
        String reference = element.getAttribute(HREF);
        Element value = element.hasChildNodes() ? null : values.get(reference);
        if (value != null) {
            if (!open.add(reference)) {
                throw new MappingException("A value of the reply contains itself");
            }
            copy(value, element);
        }
        for (Node child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element inner) {
                into(inner, depth + 1);
            }
        }
        if (value != null) {
            open.remove(reference);
        }
    }

    private void copy(Element value, Element into) {
        into.removeAttribute(HREF);
        for (Node child = value.getFirstChild(); child != null; child = child.getNextSibling()) {
            weigh(child);
            into.appendChild(child.cloneNode(true));
        }
    }

    private void weigh(Node copied) {
        left -= copied instanceof Element
                ? 1
                : copied.getNodeValue() == null ? 0 : copied.getNodeValue().length() / CHARACTERS;
        if (left < 0) {
            throw new MappingException("The values of the reply refer to each other too often");
        }
        for (Node child = copied.getFirstChild(); child != null; child = child.getNextSibling()) {
            weigh(child);
        }
    }
}
