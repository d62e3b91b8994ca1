package az.dost.vahid.bench.stub;

import az.dost.vahid.signature.xml.XmlFactories;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import org.apache.xml.security.Init;
import org.apache.xml.security.c14n.Canonicalizer;
import org.apache.xml.security.exceptions.XMLSecurityException;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** Exclusive canonical form of recorded XML. */
final class Canonical {
    static {
        Init.init();
    }

    static Element root(String xml) {
        return XmlFactories.parse(xml.getBytes(StandardCharsets.UTF_8)).getDocumentElement();
    }

    static String text(Element element) {
        try {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            Canonicalizer.getInstance(Canonicalizer.ALGO_ID_C14N_EXCL_OMIT_COMMENTS)
                    .canonicalizeSubtree(element, out);
            return out.toString(StandardCharsets.UTF_8);
        } catch (XMLSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The first child element of that name. */
    static Element child(Element parent, String localName) {
        for (Node child = parent.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element element && (localName == null || localName.equals(element.getLocalName()))) {
                return element;
            }
        }
        throw new IllegalArgumentException("The recorded document has no " + localName);
    }

    private Canonical() {}
}
