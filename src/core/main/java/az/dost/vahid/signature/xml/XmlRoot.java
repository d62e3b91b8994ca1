package az.dost.vahid.signature.xml;

import java.io.StringReader;
import java.util.Optional;
import javax.xml.namespace.QName;
import javax.xml.stream.XMLStreamException;

/** With what a document begins: its root, or the first element in the Body of a SOAP envelope. @param line from 1 */
public record XmlRoot(QName name, int line, int column) {
    /** Empty when the document has none. */
    public static Optional<XmlRoot> of(String document) {
        try (HeldDocument held =
                new HeldDocument(XmlFactories.streaming().createXMLStreamReader(new StringReader(document)), null)) {
            return Optional.of(held.root());
        } catch (XMLStreamException e) {
            return Optional.empty();
        }
    }
}
