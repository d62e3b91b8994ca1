package az.dost.vahid.contracts;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.StringReader;
import java.nio.file.Path;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.validation.SchemaFactory;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/**
 * The rule by which dossier.xsd mirrors dossier.schema.json, written a second time so that the contract has a witness.
 */
final class DossierXml {
    private static final String NAMESPACE = "urn:az:dost:vahid:dossier:1";

    static Document of(JsonNode dossier) throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setNamespaceAware(true);
        Document document = factory.newDocumentBuilder()
                .parse(new InputSource(new StringReader("<dossier xmlns='" + NAMESPACE + "'/>")));
        fields(document.getDocumentElement(), dossier);
        return document;
    }

    /** @throws SAXException when the XSD does not allow the dossier */
    static void validate(Document dossier) throws Exception {
        Path xsd = Contracts.FOLDER.resolve("dossier.xsd");
        SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI)
                .newSchema(xsd.toFile())
                .newValidator()
                .validate(new DOMSource(dossier));
    }

    private static void fields(Element parent, JsonNode object) {
        object.properties().forEach(field -> {
            if (field.getValue().isArray()) {
                field.getValue().forEach(item -> child(parent, field.getKey(), item));
            } else {
                child(parent, field.getKey(), field.getValue());
            }
        });
    }

    private static void child(Element parent, String name, JsonNode value) {
        Element child = (Element) parent.appendChild(parent.getOwnerDocument().createElementNS(NAMESPACE, name));
        if (value.isObject()) {
            fields(child, value);
        } else {
            child.setTextContent(value.asText());
        }
    }

    private DossierXml() {}
}
