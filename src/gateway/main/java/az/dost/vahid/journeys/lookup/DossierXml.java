package az.dost.vahid.journeys.lookup;

import az.dost.vahid.signature.xml.XmlFactories;
import com.fasterxml.jackson.databind.JsonNode;
import javax.xml.XMLConstants;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/**
 * The dossier as XML ({@code contracts/dossier.xsd}): a field is an element of its name in the JSON's order, a list is
 * that element repeated, an empty list is nothing.
 */
final class DossierXml {
    static final String NAMESPACE = "urn:az:dost:vahid:dossier:1";

    static Document of(JsonNode dossier) {
        Document document = XmlFactories.empty();
        append(document, document, "dossier", dossier);
        // Canonicalisation writes only declarations that are there as attributes.
        document.getDocumentElement()
                .setAttributeNS(XMLConstants.XMLNS_ATTRIBUTE_NS_URI, XMLConstants.XMLNS_ATTRIBUTE, NAMESPACE);
        return document;
    }

    private static void append(Document document, Node parent, String name, JsonNode value) {
        if (value.isArray()) {
            value.forEach(item -> append(document, parent, name, item));
            return;
        }
        Element element = document.createElementNS(NAMESPACE, name);
        parent.appendChild(element);
        if (value.isObject()) {
            value.properties().forEach(field -> append(document, element, field.getKey(), field.getValue()));
        } else {
            element.setTextContent(value.asText());
        }
    }

    private DossierXml() {}
}
