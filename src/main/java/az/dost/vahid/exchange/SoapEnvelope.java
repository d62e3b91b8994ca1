package az.dost.vahid.exchange;

import az.dost.vahid.signature.xml.XmlFactories;
import az.dost.vahid.xroad.FaultCode;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import org.codehaus.stax2.XMLStreamReader2;

/** An envelope of SOAP 1.1, read as far as the first element of its body; it is changed in its bytes, so that all else stays as it was. */
final class SoapEnvelope {
    private static final String SOAP = "http://schemas.xmlsoap.org/soap/envelope/";
    static final String IDENTIFIERS = "http://x-road.eu/xsd/identifiers";
    private static final String REPRESENTATION = "http://x-road.eu/xsd/representation.xsd";
    private static final String HASH = "requestHash";
    private final byte[] bytes;
    private final Map<String, String> texts = new HashMap<>();
    private final Deque<String> path = new ArrayDeque<>();
    private String element;
    private boolean fault;
    private String prefix = "";
    private int contentStart = -1;
    private int headerEnd = -1;
    private int hashStart = -1;
    private int hashEnd = -1;

    /** @throws XMLStreamException when it is no such envelope */
    SoapEnvelope(byte[] bytes) throws XMLStreamException {
        this.bytes = bytes;
        XMLStreamReader2 reader = (XMLStreamReader2) XmlFactories.streaming().createXMLStreamReader(new ByteArrayInputStream(bytes));
        try {
            read(reader);
        } catch (RuntimeException e) {
            if (e instanceof ExchangeFault known) {
                throw known;
            }
            throw new XMLStreamException("The envelope cannot be read");
        } finally {
            reader.close();
        }
        if (element == null) {
            throw new XMLStreamException("The envelope has no body with an element");
        }
    }

    private void read(XMLStreamReader2 reader) throws XMLStreamException {
        StringBuilder text = new StringBuilder();
        while (reader.hasNext() && element == null) {
            int event = reader.next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                text.setLength(0);
                start(reader);
            } else if (event == XMLStreamConstants.CHARACTERS || event == XMLStreamConstants.CDATA) {
                text.append(reader.getText());
            } else if (event == XMLStreamConstants.END_ELEMENT) {
                end(reader, text.toString().strip());
                text.setLength(0);
            } else if (event == XMLStreamConstants.DTD) {
                throw new XMLStreamException("The envelope declares a document type");
            }
        }
    }

    private void start(XMLStreamReader2 reader) throws XMLStreamException {
        String namespace = reader.getNamespaceURI();
        String name = reader.getLocalName();
        String expected = path.isEmpty() ? "Envelope" : path.size() == 1 ? name.equals("Header") ? name : "Body" : name;
        if (path.size() < 2 && !(name.equals(expected) && SOAP.equals(namespace))) {
            throw new XMLStreamException("It is no envelope of SOAP 1.1");
        }
        if (path.size() == 2 && path.peek().equals("Body")) {
            element = name;
            contentStart = (int) reader.getLocationInfo().getStartingByteOffset();
            fault = SOAP.equals(namespace) && name.equals("Fault");
        }
        if (path.isEmpty()) {
            prefix = reader.getPrefix() == null || reader.getPrefix().isEmpty() ? "" : reader.getPrefix() + ":";
        }
        boolean ours = SoapHead.XROAD.equals(namespace) || IDENTIFIERS.equals(namespace) || REPRESENTATION.equals(namespace);
        String key = key(name);
        if (ours && key != null && texts.put(key, "") != null) {
            throw new ExchangeFault(FaultCode.DUPLICATE_HEADER_FIELD, "The header " + key + " is there more than once; send it once.");
        }
        if (HASH.equals(key)) {
            hashStart = (int) reader.getLocationInfo().getStartingByteOffset();
        }
        path.push(ours || path.size() < 2 ? name : "");
    }

    /** Name of a header, and of a member of it; null elsewhere. */
    private String key(String name) {
        boolean inHeader = path.size() >= 2 && path.stream().skip(path.size() - 2L).findFirst().orElse("").equals("Header");
        return !inHeader ? null : path.size() == 2 ? name : path.size() == 3 && !path.peek().isEmpty() ? path.peek() + "/" + name : null;
    }

    private void end(XMLStreamReader2 reader, String text) throws XMLStreamException {
        String name = path.pop();
        String key = name.isEmpty() ? null : key(name);
        if (key != null && texts.containsKey(key)) {
            texts.put(key, text);
        }
        if (HASH.equals(key)) {
            hashEnd = (int) reader.getLocationInfo().getEndingByteOffset();
        }
        if (path.size() == 1 && name.equals("Header")) {
            headerEnd = (int) reader.getLocationInfo().getStartingByteOffset();
        }
    }

    byte[] bytes() {
        return bytes.clone();
    }

    /** An answer to it that has its headers, the request's hash, and one element in its body. */
    byte[] answered(String requestHash, String content) {
        byte[] hashed = hashed(requestHash);
        int start = contentStart + hashed.length - bytes.length;
        ByteArrayOutputStream answer = new ByteArrayOutputStream();
        answer.write(hashed, 0, start);
        answer.writeBytes((content + "</" + prefix + "Body></" + prefix + "Envelope>").getBytes(StandardCharsets.UTF_8));
        return answer.toByteArray();
    }

    boolean fault() {
        return fault;
    }

    /** @throws ExchangeFault when the protocol's headers are not as they should be */
    SoapHead head() {
        return SoapHead.of(texts, element);
    }

    /** The same envelope with the request's hash as the last header; one that was there is left out. */
    byte[] hashed(String requestHash) {
        String header = "<xrd:requestHash xmlns:xrd=\"" + SoapHead.XROAD + "\" algorithmId=\"http://www.w3.org/2001/04/xmlenc#sha512\">" + requestHash
                + "</xrd:requestHash>";
        if (headerEnd < 0 || bytes[headerEnd] != '<' || bytes[headerEnd + 1] != '/') {
            throw new ExchangeFault(FaultCode.INCONSISTENT_RESPONSE, "The provider's answer has no headers that can be added to.");
        }
        ByteArrayOutputStream changed = new ByteArrayOutputStream(bytes.length + header.length());
        changed.write(bytes, 0, hashStart < 0 ? headerEnd : hashStart);
        if (hashStart >= 0) {
            changed.write(bytes, hashEnd, headerEnd - hashEnd);
        }
        changed.writeBytes(header.getBytes(StandardCharsets.US_ASCII));
        changed.write(bytes, headerEnd, bytes.length - headerEnd);
        return changed.toByteArray();
    }
}
