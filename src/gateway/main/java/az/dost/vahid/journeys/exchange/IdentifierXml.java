package az.dost.vahid.journeys.exchange;

import az.dost.vahid.journeys.exchange.service.Service;
import az.dost.vahid.xroad.MemberId;
import org.springframework.web.util.HtmlUtils;

/**
 * Identifiers as XML, X-Road Message Protocol 4.0, section 2.1. The prefixes are {@code m} for messages and {@code i}
 * for identifiers.
 */
final class IdentifierXml {
    static final String PREFIXES = " xmlns:m=\"" + SoapHead.XROAD + "\" xmlns:i=\"" + SoapHeaders.IDENTIFIERS + "\"";

    /** Of a client: XRoadClientIdentifierType. */
    static String client(String element, MemberId id) {
        return "<m:" + element + " i:objectType=\"" + type(id) + "\">" + member(id) + "</m:" + element + ">";
    }

    /** Of a service: XRoadServiceIdentifierType. */
    static String service(String element, Service service) {
        return "<m:" + element + " i:objectType=\"SERVICE\">"
                + member(service.id().provider())
                + text("i:serviceCode", service.id().code())
                + text("i:serviceVersion", service.definition().version()) + "</m:" + element + ">";
    }

    /** What a member is called by the protocol: a member itself, or one of its subsystems. */
    static String type(MemberId id) {
        return id.subsystem() == null ? "MEMBER" : "SUBSYSTEM";
    }

    private static String member(MemberId id) {
        return text("i:xRoadInstance", id.instance())
                + text("i:memberClass", id.memberClass())
                + text("i:memberCode", id.member())
                + text("i:subsystemCode", id.subsystem());
    }

    /** Nothing for null. */
    static String text(String element, String text) {
        return text == null ? "" : "<" + element + ">" + HtmlUtils.htmlEscape(text, "UTF-8") + "</" + element + ">";
    }

    private IdentifierXml() {}
}
