package az.dost.vahid.mock.soap;

import az.dost.vahid.signature.xml.XmlFactories;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import javax.xml.XMLConstants;
import javax.xml.transform.dom.DOMSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/**
 * The contract of one agency's service: payloads must be valid against the schemas in its WSDL. For rpc/literal they
 * have no element for a payload; one is made from the message's parts as WS-I Basic Profile 1.1, section 4.7, says.
 */
record SoapContract(Schema schema) {
    private static final String WSDL = "http://schemas.xmlsoap.org/wsdl/";
    private static final String XS = XMLConstants.W3C_XML_SCHEMA_NS_URI;

    static SoapContract of(Path file) throws IOException {
        Document wsdl = XmlFactories.parse(Files.readAllBytes(file));
        List<Element> schemas = elements(wsdl.getElementsByTagNameNS(XS, "schema"));
        for (Element message : elements(wsdl.getElementsByTagNameNS(WSDL, "message"))) {
            List<Element> parts = elements(message.getElementsByTagNameNS(WSDL, "part"));
            if (parts.stream().anyMatch(part -> part.hasAttribute("type"))) {
                addWrapper(schemas.get(0), message.getAttribute("name").replaceFirst("Request$", ""), parts);
            }
        }
        try {
            return new SoapContract(SchemaFactory.newDefaultInstance()
                    .newSchema(schemas.stream().map(DOMSource::new).toArray(DOMSource[]::new)));
        } catch (SAXException e) {
            throw new IllegalStateException("The schema in " + file + " is wrong", e);
        }
    }

    private static void addWrapper(Element schema, String operation, List<Element> parts) {
        Element wrapper = child(schema, "element");
        wrapper.setAttribute("name", operation);
        Element sequence = child(child(wrapper, "complexType"), "sequence");
        for (Element part : parts) {
            Element local = child(sequence, "element");
            local.setAttribute("name", part.getAttribute("name"));
            local.setAttribute("type", part.getAttribute("type"));
        }
    }

    private static Element child(Element parent, String name) {
        Element child = parent.getOwnerDocument().createElementNS(XS, "xs:" + name);
        parent.appendChild(child);
        return child;
    }

    private static List<Element> elements(NodeList nodes) {
        return IntStream.range(0, nodes.getLength())
                .mapToObj(i -> (Element) nodes.item(i))
                .toList();
    }

    /** @throws SAXException when the payload is not as the contract says */
    void check(Element payload) throws SAXException, IOException {
        schema.newValidator().validate(new DOMSource(payload));
    }
}
