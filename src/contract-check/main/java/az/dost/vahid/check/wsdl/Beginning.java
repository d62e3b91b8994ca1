package az.dost.vahid.check.wsdl;

import az.dost.vahid.signature.xml.XmlFactories;
import java.io.ByteArrayInputStream;
import java.util.Optional;
import javax.xml.namespace.QName;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * The first element of an XML file.
 *
 * @param namespace its {@code targetNamespace}, empty for none
 */
record Beginning(QName name, String namespace) {
    static final QName WSDL = new QName(XmlNames.WSDL, "definitions");
    static final QName SCHEMA = new QName(XmlNames.XSD, "schema");

    /** Empty for what is no XML, or declares a document type. */
    static Optional<Beginning> of(byte[] file) {
        try {
            XMLStreamReader xml = XmlFactories.streaming().createXMLStreamReader(new ByteArrayInputStream(file));
            while (xml.hasNext()) {
                int event = xml.next();
                if (event == XMLStreamReader.DTD) {
                    return Optional.empty();
                } else if (event == XMLStreamReader.START_ELEMENT) {
                    String namespace = xml.getAttributeValue(null, "targetNamespace");
                    return Optional.of(new Beginning(xml.getName(), namespace == null ? "" : namespace));
                }
            }
            return Optional.empty();
        } catch (XMLStreamException e) {
            return Optional.empty();
        }
    }
}
