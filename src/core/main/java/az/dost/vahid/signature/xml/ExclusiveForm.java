package az.dost.vahid.signature.xml;

import java.security.MessageDigest;
import java.util.Arrays;
import javax.xml.stream.XMLStreamReader;

/**
 * Exclusive XML Canonicalization 1.0, without comments and without a list of inclusive prefixes, of one whole element,
 * digested while a reader passes over it: {@link #start}, {@link #text} and {@link #end} are called at the reader's
 * events. Santuario's stream does the same with an object for each event, which took most of the time of reading a
 * million rows. The reader must be of a document without entities and instructions, and hand out text that is not cut
 * within a pair.
 */
final class ExclusiveForm {
    private static final String XML = "xml";
    private final XMLStreamReader xml;
    private final CanonicalBytes out;
    private final RenderedNamespaces namespaces = new RenderedNamespaces();
    private int[] order = new int[16];

    ExclusiveForm(XMLStreamReader xml, MessageDigest digest) {
        this.xml = xml;
        this.out = new CanonicalBytes(digest);
    }

    void start() {
        int attributes = xml.getAttributeCount();
        String prefix = known(xml.getPrefix());
        out.sign('<');
        out.name(prefix, xml.getLocalName());
        namespaces.open();
        use(prefix, xml.getNamespaceURI());
        for (int i = 0; i < attributes; i++) {
            if (!known(xml.getAttributePrefix(i)).isEmpty()) {
                use(xml.getAttributePrefix(i), xml.getAttributeNamespace(i));
            }
        }
        for (int i = namespaces.first(); i < namespaces.end(); i++) {
            out.plain(namespaces.prefix(i).isEmpty() ? " xmlns" : " xmlns:");
            out.plain(namespaces.prefix(i));
            value(namespaces.uri(i));
        }
        sort(attributes);
        for (int i = 0; i < attributes; i++) {
            out.sign(' ');
            out.name(known(xml.getAttributePrefix(order[i])), xml.getAttributeLocalName(order[i]));
            value(xml.getAttributeValue(order[i]));
        }
        out.sign('>');
    }

    void text() {
        out.text(xml.getTextCharacters(), xml.getTextStart(), xml.getTextLength());
    }

    void end() {
        out.plain("</");
        out.name(known(xml.getPrefix()), xml.getLocalName());
        out.sign('>');
        namespaces.close();
    }

    /** To be asked once, after the end. */
    byte[] digest() {
        return out.digest();
    }

    private void use(String prefix, String uri) {
        if (!XML.equals(prefix)) {
            namespaces.use(prefix, known(uri));
        }
    }

    private void value(String text) {
        out.plain("=\"");
        out.value(text);
        out.sign('"');
    }

    /** By namespace, those of none first, then by local name. */
    private void sort(int attributes) {
        if (attributes > order.length) {
            order = Arrays.copyOf(order, attributes);
        }
        for (int i = 0; i < attributes; i++) {
            int at = i;
            for (; at > 0 && compare(order[at - 1], i) > 0; at--) {
                order[at] = order[at - 1];
            }
            order[at] = i;
        }
    }

    private int compare(int one, int other) {
        int byNamespace = known(xml.getAttributeNamespace(one)).compareTo(known(xml.getAttributeNamespace(other)));
        return byNamespace != 0
                ? byNamespace
                : xml.getAttributeLocalName(one).compareTo(xml.getAttributeLocalName(other));
    }

    private static String known(String text) {
        return text == null ? "" : text;
    }
}
