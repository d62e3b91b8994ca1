package az.dost.vahid.journeys.exchange;

import az.dost.vahid.xroad.FaultCode;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.codehaus.stax2.XMLStreamReader2;

/**
 * The protocol's headers of an envelope (X-Road Message Protocol 4.0, section 2.2) as the strictest receiver reads
 * them: each in its own namespace, at its own place and once; a text that is one text. A header that another reader
 * would take for one of them is refused.
 */
final class SoapHeaders {
    static final String IDENTIFIERS = "http://x-road.eu/xsd/identifiers";
    private static final String REPRESENTATION = "http://x-road.eu/xsd/representation.xsd";
    private static final Set<String> OURS = Set.of(SoapHead.XROAD, IDENTIFIERS, REPRESENTATION);
    private static final String OBJECT_TYPE = "objectType";
    /** Members of each header; none where it is a text. */
    private static final Map<String, Set<String>> MEMBERS = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    /** What may stand at a header beside what says which object it is. */
    private static final Set<String> ATTRIBUTES = Set.of(
            "{http://schemas.xmlsoap.org/soap/envelope/}mustUnderstand",
            "{http://schemas.xmlsoap.org/soap/envelope/}encodingStyle",
            "{http://www.w3.org/2001/XMLSchema-instance}type",
            "{http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-utility-1.0.xsd}Id",
            "{" + IDENTIFIERS + "}" + OBJECT_TYPE);

    static {
        MEMBERS.put("client", Set.of("xRoadInstance", "memberClass", "memberCode", "subsystemCode"));
        MEMBERS.put(
                "service",
                Set.of("xRoadInstance", "memberClass", "memberCode", "subsystemCode", "serviceCode", "serviceVersion"));
        MEMBERS.put("securityServer", Set.of("xRoadInstance", "memberClass", "memberCode", "serverCode"));
        MEMBERS.put("representedParty", Set.of("partyClass", "partyCode"));
        Set.of("id", "userId", "issue", "protocolVersion", "requestHash").forEach(name -> MEMBERS.put(name, Set.of()));
    }

    private final Map<String, String> texts = new HashMap<>();
    private final Set<String> seen = new HashSet<>();
    /** The header that is open, null where it is not the protocol's. */
    private String header;
    /** The member of it that is open. */
    private String member;

    private final StringBuilder text = new StringBuilder();

    /** Whether an element's name is the protocol's; it must not stand anywhere but where it belongs. */
    static boolean named(String namespace, String name) {
        return SoapHead.XROAD.equals(namespace) && MEMBERS.containsKey(name) || REPRESENTATION.equals(namespace);
    }

    /** A header begins. */
    void open(XMLStreamReader2 reader) {
        String name = reader.getLocalName();
        String namespace = reader.getNamespaceURI();
        boolean known = MEMBERS.containsKey(name);
        if (!known && !OURS.contains(namespace)) {
            header = null;
            return;
        }
        String own = name.equals("representedParty") ? REPRESENTATION : SoapHead.XROAD;
        if (!known || !own.equals(namespace) || MEMBERS.keySet().stream().noneMatch(name::equals)) {
            throw wrong("The header "
                    + (known
                            ? MEMBERS.keySet().stream()
                                    .filter(name::equalsIgnoreCase)
                                    .findFirst()
                                    .orElse("")
                            : "") + " has not the name and namespace of the protocol");
        }
        header = name;
        begin(reader, name);
        texts.put(name, "");
    }

    /** An element begins within a header. */
    void inner(XMLStreamReader2 reader) {
        String name = reader.getLocalName();
        String namespace = reader.getNamespaceURI();
        if (header == null) {
            if (OURS.contains(namespace)) {
                throw wrong("An element of the protocol stands in a header of another");
            }
            return;
        }
        String own = header.equals("representedParty") ? REPRESENTATION : IDENTIFIERS;
        if (member != null || !own.equals(namespace) || !MEMBERS.get(header).contains(name)) {
            throw wrong("The header " + header + " has an element that does not belong there");
        }
        member = name;
        begin(reader, header + "/" + name);
    }

    private void begin(XMLStreamReader2 reader, String key) {
        if (!seen.add(key)) {
            throw new ExchangeFault(
                    FaultCode.DUPLICATE_HEADER_FIELD, "The header " + key + " is there more than once; send it once.");
        }
        text.setLength(0);
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            String name = "{" + reader.getAttributeNamespace(i) + "}" + reader.getAttributeLocalName(i);
            if (!ATTRIBUTES.contains(name) && !(header.equals("requestHash") && name.equals("{}algorithmId"))) {
                throw wrong("The header " + key + " has an attribute that does not belong there");
            }
            if (name.endsWith(OBJECT_TYPE)) {
                texts.put(key + "/" + OBJECT_TYPE, reader.getAttributeValue(i));
            }
        }
    }

    /** An element within a header ends. */
    void innerEnd() {
        if (member != null) {
            keep(header + "/" + member);
            member = null;
        }
    }

    /** A header ends. */
    void close() {
        if (header != null && MEMBERS.get(header).isEmpty()) {
            keep(header);
        }
        header = null;
    }

    private void keep(String key) {
        String value = text.toString();
        if (!value.equals(value.strip())) {
            throw wrong("The header " + key + " has white space around its text");
        }
        texts.put(key, value);
        text.setLength(0);
    }

    /** @param plain whether it is text and neither CDATA nor a comment, of which readers make different texts */
    void text(String part, boolean plain) {
        if (header == null) {
            return;
        }
        if (!plain) {
            throw wrong("The header " + header + " has CDATA or a comment within it");
        }
        if (member == null && !MEMBERS.get(header).isEmpty()) {
            if (!part.isBlank()) {
                throw wrong("The header " + header + " has text beside its members");
            }
            return;
        }
        text.append(part);
    }

    /** Texts by header, those of members after a slash. */
    Map<String, String> texts() {
        object("client", texts.containsKey("client/subsystemCode") ? "SUBSYSTEM" : "MEMBER");
        object("service", "SERVICE");
        object("securityServer", "SERVER");
        return texts;
    }

    private void object(String name, String type) {
        if (!texts.getOrDefault(name + "/" + OBJECT_TYPE, type).equals(type)) {
            throw wrong("The objectType of the header " + name + " is not that of its members");
        }
    }

    private static ExchangeFault wrong(String sentence) {
        return new ExchangeFault(FaultCode.INVALID_HEADER_FIELD, sentence + ".");
    }
}
