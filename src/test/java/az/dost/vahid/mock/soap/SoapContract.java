package az.dost.vahid.mock.soap;

import az.dost.vahid.signature.XmlFactories;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.xml.XMLConstants;
import javax.xml.transform.dom.DOMSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/**
 * The contract of one agency's service: payloads must be valid against the schema in its WSDL. For rpc/literal the
 * schema has no element for a payload; one is made from the message's parts as WS-I Basic Profile 1.1, section 4.7.5,
 * says.
 */
record SoapContract(Schema schema) {
    private static final String WSDL = "http://schemas.xmlsoap.org/wsdl/";
    private static final String XS = XMLConstants.W3C_XML_SCHEMA_NS_URI;

    static SoapContract of(String agency) throws IOException {
        Document wsdl = XmlFactories.parse(Files.readAllBytes(Path.of("connectors", agency, "contract.wsdl")));
        Element root = (Element) wsdl.getElementsByTagNameNS(XS, "schema").item(0);
        for (Element message : elements(wsdl.getElementsByTagNameNS(WSDL, "message"))) {
            wrapper(root, message);
        }
        try {
            return new SoapContract(SchemaFactory.newDefaultInstance().newSchema(new DOMSource(root)));
        } catch (SAXException e) {
            throw new IllegalStateException("The schema of " + agency + " is wrong", e);
        }
    }

    /** Adds {@code <element name="operation">} with one local element for each part that has a type. */
    private static void wrapper(Element schema, Element message) {
        Element sequence = null;
        for (Element part : elements(message.getElementsByTagNameNS(WSDL, "part"))) {
            if (part.hasAttribute("type")) {
                if (sequence == null) {
                    Element element = child(schema, "element");
                    element.setAttribute("name", message.getAttribute("name").replaceFirst("Request$", ""));
                    sequence = child(child(element, "complexType"), "sequence");
                }
                Element local = child(sequence, "element");
                local.setAttribute("name", part.getAttribute("name"));
                local.setAttribute("type", part.getAttribute("type"));
            }
        }
    }

    private static Element child(Element parent, String name) {
        Element child = parent.getOwnerDocument().createElementNS(XS, "xs:" + name);
        parent.appendChild(child);
        return child;
    }

    private static Iterable<Element> elements(NodeList nodes) {
        return java.util.stream.IntStream.range(0, nodes.getLength()).mapToObj(i -> (Element) nodes.item(i)).toList();
    }

    /** @throws SAXException when the payload is not as the contract says */
    void check(Element payload) throws SAXException, IOException {
        schema.newValidator().validate(new DOMSource(payload));
    }
}
