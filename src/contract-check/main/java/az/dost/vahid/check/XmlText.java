package az.dost.vahid.check;

import az.dost.vahid.definition.Finding;
import az.dost.vahid.signature.xml.XmlFactories;
import java.io.StringReader;
import java.util.Optional;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Looks for the place at which an XML text goes wrong. */
final class XmlText {
    /** Empty when the text is well-formed and declares no document type. */
    static Optional<Finding> mistake(String xml, String file) {
        try {
            XMLStreamReader reader = XmlFactories.streaming().createXMLStreamReader(new StringReader(xml));
            while (reader.hasNext()) {
                if (reader.next() == XMLStreamConstants.DTD) {
                    return Optional.of(
                            at(reader.getLocation(), file, "declares a document type, which is not allowed"));
                }
            }
            return Optional.empty();
        } catch (XMLStreamException e) {
            String message = e.getMessage() == null
                    ? ""
                    : e.getMessage().lines().findFirst().orElse("");
            return Optional.of(at(e.getLocation(), file, "is not well-formed XML: " + message));
        }
    }

    private static Finding at(javax.xml.stream.Location location, String file, String message) {
        return location == null
                ? new Finding(file, 0, message)
                : new Finding(
                        file,
                        Math.max(0, location.getLineNumber()),
                        Math.max(0, location.getColumnNumber()),
                        message,
                        null);
    }

    private XmlText() {}
}
