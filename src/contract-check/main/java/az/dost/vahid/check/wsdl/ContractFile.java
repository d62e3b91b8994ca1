package az.dost.vahid.check.wsdl;

import az.dost.vahid.logging.PlainText;
import az.dost.vahid.signature.key.ProofException;
import az.dost.vahid.signature.xml.XmlFactories;
import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/**
 * One WSDL or schema.
 *
 * @param name from the root of what supplied it; {@code shipped:} and its own for a schema of the jar
 */
record ContractFile(String name, byte[] bytes, Element root) {
    static final String SHIPPED = "shipped:";

    /**
     * An import, include or redefinition.
     *
     * @param location null when it has none
     * @param namespace null when it has none
     */
    record NamedFile(Element element, String location, String namespace) {}

    /**
     * @throws ContractException when it is not well-formed, declares a document type or is no WSDL 1.1 and no schema
     */
    static ContractFile parse(String name, byte[] bytes) {
        Element root;
        try {
            root = XmlFactories.parse(bytes).getDocumentElement();
        } catch (ProofException e) {
            throw new ContractException(PlainText.of(name) + " is not well-formed XML, or declares a document type");
        }
        if (!XmlNames.is(root, XmlNames.WSDL, "definitions") && !XmlNames.is(root, XmlNames.XSD, "schema")) {
            throw new ContractException(PlainText.of(name)
                    + ("http://www.w3.org/ns/wsdl".equals(root.getNamespaceURI())
                            ? " is WSDL 2.0, which hardly anybody serves: ask the agency for WSDL 1.1"
                            : " is neither a WSDL 1.1 nor an XML Schema"));
        }
        return new ContractFile(name, bytes, root);
    }

    boolean isSchema() {
        return root.getLocalName().equals("schema");
    }

    boolean isShipped() {
        return name.startsWith(SHIPPED);
    }

    /** The file's own schema, or those that a WSDL holds. */
    List<Element> schemas() {
        return isSchema()
                ? List.of(root)
                : XmlNames.children(root, XmlNames.WSDL, "types").stream()
                        .flatMap(types -> XmlNames.children(types, XmlNames.XSD, "schema").stream())
                        .toList();
    }

    List<NamedFile> wanted() {
        List<NamedFile> wanted = new ArrayList<>();
        if (!isSchema()) {
            XmlNames.children(root, XmlNames.WSDL, "import").forEach(one -> wanted.add(wanted(one, "location")));
        }
        schemas().stream()
                .flatMap(schema -> XmlNames.children(schema).stream())
                .filter(one -> XmlNames.XSD.equals(one.getNamespaceURI())
                        && one.getLocalName().matches("import|include|redefine|override"))
                .forEach(one -> wanted.add(wanted(one, "schemaLocation")));
        return wanted;
    }

    private static NamedFile wanted(Element element, String location) {
        String said = XmlNames.attribute(element, location);
        return new NamedFile(element, said == null ? null : said.strip(), XmlNames.attribute(element, "namespace"));
    }

    /** {@code file:line}, for people; the file alone where the line cannot be told. */
    String place(Element at) {
        int line = line(at);
        String shown = PlainText.of(name.startsWith(SHIPPED) ? name.substring(SHIPPED.length()) : name);
        return line == 0 ? shown : shown + ":" + line;
    }

    /** The parser of documents does not keep lines: the element is counted to, and read to once more. */
    private int line(Element at) {
        NodeList all = root.getOwnerDocument().getElementsByTagName("*");
        int index = 0;
        while (index < all.getLength() && all.item(index) != at) {
            index++;
        }
        try {
            XMLStreamReader xml = XmlFactories.streaming().createXMLStreamReader(new ByteArrayInputStream(bytes));
            while (xml.hasNext()) {
                if (xml.next() == XMLStreamConstants.START_ELEMENT && index-- == 0) {
                    return xml.getLocation().getLineNumber();
                }
            }
            return 0;
        } catch (XMLStreamException e) {
            return 0;
        }
    }
}
