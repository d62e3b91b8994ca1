package az.dost.vahid.signature.xml;

import az.dost.vahid.signature.key.ChangedException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import javax.xml.XMLConstants;
import org.w3c.dom.Attr;
import org.w3c.dom.Element;
import org.w3c.dom.NamedNodeMap;
import org.w3c.dom.Node;
import org.w3c.dom.Text;

/**
 * Looks at elements of a signature that no digest covers. Each has what it must have and nothing else, or the signature
 * is refused.
 */
public final class XmlShape {
    /** Of an attribute that only names an element or an algorithm: no room for text. */
    private static final Pattern ID = Pattern.compile("(?:#|https?://)?[\\w./#-]{1,200}");

    public static boolean names(List<Element> elements, String namespace, String... names) {
        return elements.size() == names.length
                && IntStream.range(0, names.length).allMatch(i -> named(elements.get(i), namespace, names[i]));
    }

    public static boolean named(Element element, String namespace, String name) {
        return namespace.equals(element.getNamespaceURI()) && name.equals(element.getLocalName());
    }

    /** Of an element that has nothing else but white space. */
    public static List<Element> children(Element parent) {
        List<Element> children = new ArrayList<>();
        for (Node child = parent.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element element) {
                children.add(element);
            } else {
                require(child instanceof Text text && text.getData().isBlank());
            }
        }
        return children;
    }

    /** Of an element that has base64 and nothing else. */
    public static byte[] text(Element element) {
        for (Node child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
            require(child instanceof Text);
        }
        try {
            return Base64.getDecoder().decode(element.getTextContent().replaceAll("\\s", ""));
        } catch (IllegalArgumentException e) {
            throw added();
        }
    }

    /** Elements have no attributes but for what names them and declares name spaces. */
    public static void ids(Element... elements) {
        for (Element element : elements) {
            attributes(element, Set.of("Id"));
        }
    }

    /** The same, but for one more attribute. */
    public static void ids(Element element, String other) {
        attributes(element, Set.of("Id", other));
    }

    private static void attributes(Element element, Set<String> allowed) {
        NamedNodeMap attributes = element.getAttributes();
        for (int i = 0; i < attributes.getLength(); i++) {
            Attr attribute = (Attr) attributes.item(i);
            boolean declares = XMLConstants.XMLNS_ATTRIBUTE_NS_URI.equals(attribute.getNamespaceURI());
            require(declares
                    || attribute.getNamespaceURI() == null
                            && allowed.contains(attribute.getName())
                            && ID.matcher(attribute.getValue()).matches());
        }
    }

    public static void require(boolean ours) {
        if (!ours) {
            throw added();
        }
    }

    public static ChangedException added() {
        return new ChangedException("Something was put into the signature that it does not cover");
    }

    private XmlShape() {}
}
