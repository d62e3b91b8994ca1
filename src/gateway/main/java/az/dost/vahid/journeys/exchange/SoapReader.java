package az.dost.vahid.journeys.exchange;

import az.dost.vahid.signature.xml.XmlFactories;
import java.io.StringReader;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import org.codehaus.stax2.XMLStreamReader2;

/**
 * Reads an envelope of SOAP 1.1 to its end: at most one Header and then one Body with one element, and nothing beside
 * them; no document type and no processing instruction (SOAP 1.1, section 3); no element of another SOAP version; no id
 * twice.
 */
final class SoapReader {
    private static final String SOAP = "http://schemas.xmlsoap.org/soap/envelope/";
    private static final Set<String> SOAPS =
            Set.of(SOAP, "http://www.w3.org/2003/05/soap-envelope", "http://www.w3.org/2001/12/soap-envelope");
    private static final String WSU =
            "http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-utility-1.0.xsd";
    private static final String XML = "http://www.w3.org/XML/1998/namespace";
    private static final int IN_ENVELOPE = 2;
    private static final int IN_PART = 3;
    private final SoapHeaders headers = new SoapHeaders();
    private final Set<String> ids = new HashSet<>();
    private int depth;
    /** Header or Body, while it is open. */
    private String part;

    private boolean body;
    private String element;
    private boolean fault;
    private String action;
    /** Whether the header that is open is that one. */
    private boolean acting;

    private String prefixes = "";
    private int contentStart = -1;
    private int headerEnd = -1;
    private int hashStart = -1;
    private int hashEnd = -1;

    /** Where something stands, in characters from the beginning; -1 where it is not there. */
    record Places(int content, int headerEnd, int hashStart, int hashEnd) {}

    /**
     * What was read.
     *
     * @param element local name of what is in the body
     * @param action text of the header Action of WS-Addressing, null without one
     * @param ends the tags that end body and envelope
     */
    record Read(Map<String, String> texts, String element, boolean fault, String action, String ends, Places places) {}

    static Read read(String envelope) throws XMLStreamException {
        XMLStreamReader2 reader =
                (XMLStreamReader2) XmlFactories.unjoined().createXMLStreamReader(new StringReader(envelope));
        SoapReader soap = new SoapReader();
        try {
            String encoding = reader.getCharacterEncodingScheme();
            if (encoding != null && !encoding.equalsIgnoreCase("utf-8")
                    || reader.getVersion() != null && !reader.getVersion().equals("1.0")) {
                throw new XMLStreamException("The envelope is not XML 1.0 in UTF-8");
            }
            while (reader.hasNext()) {
                soap.event(reader, reader.next());
            }
        } finally {
            reader.close();
        }
        if (soap.element == null) {
            throw new XMLStreamException("The envelope has no body with an element");
        }
        return new Read(
                soap.headers.texts(),
                soap.element,
                soap.fault,
                soap.action,
                soap.prefixes,
                new Places(soap.contentStart, soap.headerEnd, soap.hashStart, soap.hashEnd));
    }

    private void event(XMLStreamReader2 reader, int event) throws XMLStreamException {
        switch (event) {
            case XMLStreamConstants.START_ELEMENT -> start(reader);
            case XMLStreamConstants.END_ELEMENT -> end(reader);
            case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE ->
                text(reader, event);
            case XMLStreamConstants.COMMENT -> {
                if (inHeader()) {
                    headers.text("", false);
                }
            }
            case XMLStreamConstants.END_DOCUMENT -> {}
            default ->
                throw new XMLStreamException("The envelope has a document type, an entity or a processing instruction");
        }
    }

    private boolean inHeader() {
        return "Header".equals(part) && depth >= IN_PART;
    }

    private void text(XMLStreamReader2 reader, int event) throws XMLStreamException {
        if (inHeader()) {
            headers.text(reader.getText(), event != XMLStreamConstants.CDATA);
            if (acting) {
                action += reader.getText();
            }
        } else if (depth < IN_PART && !reader.isWhiteSpace()) {
            throw new XMLStreamException("The envelope has text beside its elements");
        }
    }

    private void start(XMLStreamReader2 reader) throws XMLStreamException {
        depth++;
        String namespace = reader.getNamespaceURI();
        String name = reader.getLocalName();
        ids(reader);
        if (depth > IN_ENVELOPE
                ? SOAPS.contains(namespace)
                        && !(depth == IN_PART && body && name.equals("Fault") && SOAP.equals(namespace))
                : !SOAP.equals(namespace)) {
            throw new XMLStreamException(
                    "An element of SOAP stands where it does not belong, or is of another version");
        }
        if (depth == 1) {
            named(name.equals("Envelope"));
            prefixes = "</" + prefixed(reader) + ">";
        } else if (depth == IN_ENVELOPE) {
            named(name.equals("Body") ? !body : name.equals("Header") && headerEnd < 0 && !body);
            part = name;
            if (name.equals("Body")) {
                body = true;
                prefixes = "</" + prefixed(reader) + ">" + prefixes;
            }
        } else if (part.equals("Header")) {
            header(reader, name, namespace);
        } else if (depth == IN_PART) {
            named(element == null);
            element = name;
            fault = SOAP.equals(namespace);
            contentStart = (int) reader.getLocationInfo().getStartingCharOffset();
        } else if (SoapHeaders.named(namespace, name)) {
            throw new XMLStreamException("A header of the protocol stands in the body");
        }
    }

    private void header(XMLStreamReader2 reader, String name, String namespace) throws XMLStreamException {
        if (depth > IN_PART) {
            headers.inner(reader);
            return;
        }
        headers.open(reader);
        if (name.equals("requestHash")) {
            hashStart = (int) reader.getLocationInfo().getStartingCharOffset();
        }
        acting = name.equals("Action") && namespace != null && namespace.contains("addressing");
        if (acting) {
            named(action == null);
            action = "";
        }
    }

    private void ids(XMLStreamReader2 reader) throws XMLStreamException {
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            String namespace = reader.getAttributeNamespace(i);
            String name = reader.getAttributeLocalName(i);
            if (WSU.equals(namespace) && name.equals("Id") || XML.equals(namespace) && name.equals("id")) {
                named(ids.add(reader.getAttributeValue(i)));
            }
        }
    }

    private static void named(boolean right) throws XMLStreamException {
        if (!right) {
            throw new XMLStreamException("It is no envelope of SOAP 1.1 with one body and one element in it");
        }
    }

    private static String prefixed(XMLStreamReader2 reader) {
        return (reader.getPrefix() == null || reader.getPrefix().isEmpty() ? "" : reader.getPrefix() + ":")
                + reader.getLocalName();
    }

    private void end(XMLStreamReader2 reader) throws XMLStreamException {
        if (inHeader()) {
            if (depth > IN_PART) {
                headers.innerEnd();
            } else {
                headers.close();
                if (reader.getLocalName().equals("requestHash")) {
                    hashEnd = (int) reader.getLocationInfo().getEndingCharOffset();
                }
            }
        } else if (depth == IN_ENVELOPE && "Header".equals(part)) {
            headerEnd = (int) reader.getLocationInfo().getStartingCharOffset();
        }
        depth--;
    }
}
