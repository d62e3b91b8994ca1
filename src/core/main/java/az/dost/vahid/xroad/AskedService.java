package az.dost.vahid.xroad;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A SOAP service of another member, and who asks it: the headers of each question (X-Road Message Protocol 4.0, section
 * 2.2).
 *
 * @param version of the service, null for none
 * @param representedParty {@code [class/]code}, null where the client asks for itself
 */
public record AskedService(MemberId client, ServiceId service, String version, String representedParty) {
    static final String XROAD = "http://x-road.eu/xsd/xroad.xsd";
    static final String IDENTIFIERS = "http://x-road.eu/xsd/identifiers";
    static final String REPRESENTATION = "http://x-road.eu/xsd/representation.xsd";
    static final String OBJECT_TYPE = "objectType";
    private static final String PROTOCOL = "4.0";
    private static final int WITHOUT_VERSION = 5;

    /**
     * One question.
     *
     * @param userId null for none
     * @param issue null for none
     */
    public record Asking(String id, String userId, String issue) {}

    /**
     * Reads both as descriptors have them.
     *
     * @param client {@code instance/class/member[/subsystem]}
     * @param service {@code instance/class/member/subsystem/code[/version]}
     * @throws IdentifierException when they are no identifiers
     */
    public static AskedService of(String client, String service, String representedParty) {
        String[] parts = service.split("/", -1);
        if (parts.length != WITHOUT_VERSION && parts.length != WITHOUT_VERSION + 1) {
            throw new IdentifierException("The identifier of a SOAP service has five parts, with its version six");
        }
        return new AskedService(
                MemberId.of(client),
                ServiceId.of(parts[0], parts[1], parts[2], parts[3], parts[4]),
                parts.length == WITHOUT_VERSION ? null : Segment.decode(parts[WITHOUT_VERSION]),
                representedParty);
    }

    /** What each header of a question says; members of one after a slash, as what an answer repeats is read. */
    Map<String, String> texts(Asking asking) {
        Map<String, String> texts = new LinkedHashMap<>();
        member(texts, "client", client, client.subsystem() == null ? "MEMBER" : "SUBSYSTEM");
        member(texts, "service", service.provider(), "SERVICE");
        texts.put("service/serviceCode", service.code());
        put(texts, "service/serviceVersion", version);
        if (representedParty != null) {
            int slash = representedParty.indexOf('/');
            put(texts, "representedParty/partyClass", slash < 0 ? null : representedParty.substring(0, slash));
            texts.put("representedParty/partyCode", representedParty.substring(slash + 1));
        }
        put(texts, "userId", asking.userId);
        texts.put("id", asking.id);
        put(texts, "issue", asking.issue);
        texts.put("protocolVersion", PROTOCOL);
        return texts;
    }

    private static void member(Map<String, String> texts, String header, MemberId id, String type) {
        texts.put(header + "/" + OBJECT_TYPE, type);
        texts.put(header + "/xRoadInstance", id.instance());
        texts.put(header + "/memberClass", id.memberClass());
        texts.put(header + "/memberCode", id.member());
        put(texts, header + "/subsystemCode", id.subsystem());
    }

    private static void put(Map<String, String> texts, String name, String text) {
        if (text != null) {
            texts.put(name, text);
        }
    }

    /** The headers as elements, for a soap:Header. */
    public String elements(Asking asking) {
        StringBuilder xml = new StringBuilder();
        String open = "";
        for (Map.Entry<String, String> text : texts(asking).entrySet()) {
            String[] names = text.getKey().split("/");
            if (!open.equals(names[0])) {
                xml.append(end(open));
                open = names.length == 1 ? "" : names[0];
                xml.append(names.length == 1 ? "" : start(names[0], text));
            }
            if (names.length == 1) {
                xml.append("<xrd:")
                        .append(names[0])
                        .append(" xmlns:xrd=\"")
                        .append(XROAD)
                        .append("\">")
                        .append(escaped(text.getValue()))
                        .append("</xrd:")
                        .append(names[0])
                        .append('>');
            } else if (!names[1].equals(OBJECT_TYPE)) {
                String prefix = names[0].equals("representedParty") ? "repr:" : "id:";
                xml.append('<')
                        .append(prefix)
                        .append(names[1])
                        .append('>')
                        .append(escaped(text.getValue()))
                        .append("</")
                        .append(prefix)
                        .append(names[1])
                        .append('>');
            }
        }
        return xml.append(end(open)).toString();
    }

    private static String start(String header, Map.Entry<String, String> first) {
        return header.equals("representedParty")
                ? "<repr:representedParty xmlns:repr=\"" + REPRESENTATION + "\">"
                : "<xrd:" + header + " xmlns:xrd=\"" + XROAD + "\" xmlns:id=\"" + IDENTIFIERS + "\" id:objectType=\""
                        + first.getValue() + "\">";
    }

    private static String end(String header) {
        return header.isEmpty()
                ? ""
                : header.equals("representedParty") ? "</repr:representedParty>" : "</xrd:" + header + ">";
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
