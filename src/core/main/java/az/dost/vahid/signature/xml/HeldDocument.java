package az.dost.vahid.signature.xml;

import az.dost.vahid.signature.xml.XmlSchemas.Misfit;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import javax.xml.validation.ValidatorHandler;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.AttributesImpl;

/**
 * Passes a document to a schema's validator as it is read, so that what does not fit is told by its line. Prefixes that
 * an envelope declares are known in what it holds: xsi:type may use them.
 */
final class HeldDocument implements AutoCloseable {
    private final XMLStreamReader xml;
    private final ValidatorHandler handler;
    private final Deque<String> path = new ArrayDeque<>();

    HeldDocument(XMLStreamReader xml, ValidatorHandler handler) {
        this.xml = xml;
        this.handler = handler;
    }

    void run() throws XMLStreamException, SAXException {
        Map<String, String> declared = enter();
        handler.startDocument();
        for (Map.Entry<String, String> prefix : declared.entrySet()) {
            handler.startPrefixMapping(prefix.getKey(), prefix.getValue());
        }
        int event = xml.getEventType();
        do {
            if (event == XMLStreamConstants.START_ELEMENT) {
                start();
            } else if (event == XMLStreamConstants.END_ELEMENT) {
                handler.endElement(
                        uri(xml.getNamespaceURI()), xml.getLocalName(), qualified(xml.getPrefix(), xml.getLocalName()));
                path.removeLast();
            } else if (event == XMLStreamConstants.CHARACTERS
                    || event == XMLStreamConstants.CDATA
                    || event == XMLStreamConstants.SPACE) {
                handler.characters(xml.getTextCharacters(), xml.getTextStart(), xml.getTextLength());
            }
            event = path.isEmpty() ? XMLStreamConstants.END_DOCUMENT : xml.next();
        } while (event != XMLStreamConstants.END_DOCUMENT);
        handler.endDocument();
        while (xml.hasNext()) {
            // What follows must be well-formed, too.
            xml.next();
        }
    }

    /** Instead of {@link #run}. */
    XmlRoot root() throws XMLStreamException {
        enter();
        return new XmlRoot(
                xml.getName(),
                Math.max(0, xml.getLocation().getLineNumber()),
                Math.max(0, xml.getLocation().getColumnNumber()));
    }

    /** Goes to the element that is held; gives the prefixes that are declared around it. */
    private Map<String, String> enter() throws XMLStreamException {
        Map<String, String> declared = new LinkedHashMap<>();
        next();
        if (xml.getLocalName().equals("Envelope")) {
            declare(declared);
            next();
            while (!xml.getLocalName().equals("Body")) {
                skip();
                next();
            }
            declare(declared);
            next();
        }
        return declared;
    }

    private void next() throws XMLStreamException {
        while (xml.next() != XMLStreamConstants.START_ELEMENT) {
            if (xml.getEventType() == XMLStreamConstants.END_DOCUMENT
                    || xml.getEventType() == XMLStreamConstants.END_ELEMENT) {
                throw new XMLStreamException("The envelope has no Body with an element in it", xml.getLocation());
            }
        }
    }

    private void skip() throws XMLStreamException {
        for (int depth = 1; depth > 0; ) {
            int event = xml.next();
            depth += event == XMLStreamConstants.START_ELEMENT ? 1 : event == XMLStreamConstants.END_ELEMENT ? -1 : 0;
        }
    }

    private void declare(Map<String, String> declared) {
        for (int i = 0; i < xml.getNamespaceCount(); i++) {
            declared.put(uri(xml.getNamespacePrefix(i)), uri(xml.getNamespaceURI(i)));
        }
    }

    private void start() throws SAXException {
        path.addLast(xml.getLocalName());
        Map<String, String> declared = new LinkedHashMap<>();
        declare(declared);
        for (Map.Entry<String, String> prefix : declared.entrySet()) {
            handler.startPrefixMapping(prefix.getKey(), prefix.getValue());
        }
        AttributesImpl attributes = new AttributesImpl();
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            attributes.addAttribute(
                    uri(xml.getAttributeNamespace(i)),
                    xml.getAttributeLocalName(i),
                    qualified(xml.getAttributePrefix(i), xml.getAttributeLocalName(i)),
                    "CDATA",
                    xml.getAttributeValue(i));
        }
        handler.startElement(
                uri(xml.getNamespaceURI()),
                xml.getLocalName(),
                qualified(xml.getPrefix(), xml.getLocalName()),
                attributes);
    }

    /** The same at the place that is read now. */
    Misfit placed(Misfit misfit) {
        return new Misfit(
                null,
                Math.max(0, xml.getLocation().getLineNumber()),
                Math.max(0, xml.getLocation().getColumnNumber()),
                "/" + String.join("/", path),
                misfit.code(),
                misfit.message());
    }

    private static String uri(String text) {
        return text == null ? "" : text;
    }

    private static String qualified(String prefix, String name) {
        return prefix == null || prefix.isEmpty() ? name : prefix + ":" + name;
    }

    @Override
    public void close() throws XMLStreamException {
        xml.close();
    }
}
