package az.dost.vahid.journeys.exchange;

import az.dost.vahid.xroad.FaultCode;
import az.dost.vahid.xroad.IdentifierException;
import az.dost.vahid.xroad.MemberId;
import az.dost.vahid.xroad.ServiceId;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What the headers of an envelope say, X-Road Message Protocol 4.0, section 2.2.
 *
 * @param version of the service, null for none
 * @param issue null when it was not given
 * @param element local name of what is in the body
 * @param said all that an answer must repeat, by header; members of identifiers after a slash
 */
record SoapHead(
        MemberId client,
        ServiceId service,
        String version,
        String id,
        String issue,
        String element,
        Map<String, String> said) {
    static final String XROAD = "http://x-road.eu/xsd/xroad.xsd";
    private static final String VERSION = "4.0";

    /**
     * @param texts headers by name, members of identifiers after a slash
     * @throws ExchangeFault when a header is missing or has not its form
     */
    static SoapHead of(Map<String, String> texts, String element) {
        String protocol = needed(texts, "protocolVersion");
        if (!protocol.equals(VERSION)) {
            throw new ExchangeFault(FaultCode.INVALID_PROTOCOL_VERSION, "protocolVersion must be " + VERSION + ".");
        }
        try {
            MemberId client = member(texts, "client");
            ServiceId service = ServiceId.ofParts(member(texts, "service"), needed(texts, "service/serviceCode"));
            return new SoapHead(
                    client,
                    service,
                    texts.get("service/serviceVersion"),
                    needed(texts, "id"),
                    texts.get("issue"),
                    element,
                    said(texts));
        } catch (IdentifierException e) {
            throw new ExchangeFault(FaultCode.INVALID_HEADER_FIELD, e.getMessage() + ".");
        }
    }

    private static MemberId member(Map<String, String> texts, String header) {
        if (!texts.containsKey(header)) {
            throw new ExchangeFault(FaultCode.MISSING_HEADER_FIELD, "The header " + header + " is missing.");
        }
        return MemberId.ofParts(
                needed(texts, header + "/xRoadInstance"),
                needed(texts, header + "/memberClass"),
                needed(texts, header + "/memberCode"),
                texts.get(header + "/subsystemCode"));
    }

    private static String needed(Map<String, String> texts, String name) {
        String text = texts.get(name);
        if (text == null || text.isEmpty()) {
            throw new ExchangeFault(FaultCode.MISSING_HEADER_FIELD, "The header " + name + " is missing.");
        }
        return text;
    }

    /** The hash is added on the way back, and the type of an object follows from its members. */
    private static Map<String, String> said(Map<String, String> texts) {
        return texts.entrySet().stream()
                .filter(text ->
                        !text.getKey().equals("requestHash") && !text.getKey().endsWith("/objectType"))
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** Whether an answer repeats the values of all its request's headers. */
    boolean repeats(SoapHead request) {
        return said.equals(request.said) && element.equals(request.element + "Response");
    }
}
