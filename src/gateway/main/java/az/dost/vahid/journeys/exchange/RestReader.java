package az.dost.vahid.journeys.exchange;

import az.dost.vahid.xroad.FaultCode;
import az.dost.vahid.xroad.IdentifierException;
import az.dost.vahid.xroad.MemberId;
import az.dost.vahid.xroad.RequestHash.Header;
import az.dost.vahid.xroad.SafePath;
import az.dost.vahid.xroad.ServiceId;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Reads the head of a REST request, X-Road Message Protocol for REST, sections 4.1 to 4.3. */
final class RestReader {
    private static final int LONGEST_TARGET = 8192;
    private static final int LONGEST_ID = 255;
    private static final int FIRST = 2;
    /** Not TRACE: it would give a caller what was sent, and in it the gateway's own key at the provider. */
    private static final Set<String> VERBS = Set.of("DELETE", "GET", "HEAD", "OPTIONS", "PATCH", "POST", "PUT");

    private static final String CLIENT = "X-Road-Client";

    /** 1. read the address; 2. read the protocol's headers; 3. choose the headers that go on. */
    static void read(Passage passage) {
        address(passage);
        XRoadHeaders headers = new XRoadHeaders(passage.request);
        passage.client = client(headers);
        passage.messageId = headers.optional("X-Road-Id");
        if (passage.messageId != null && (passage.messageId.isBlank() || passage.messageId.length() > LONGEST_ID)) {
            throw new ExchangeFault(
                    FaultCode.INVALID_HEADER_FIELD, "X-Road-Id must have 1 to 255 characters; a UUID is best.");
        }
        passage.issue = headers.optional("X-Road-Issue");
        headers.check("X-Road-Security-Server", 4, 4);
        headers.check("X-Road-Represented-Party", 1, 2);
        // The client is passed on as it was read: a name has more than one spelling.
        List<Header> forwarded = new ArrayList<>(headers.forwarded().stream()
                .map(header -> !header.name().equalsIgnoreCase(CLIENT)
                        ? header
                        : new Header(header.name(), passage.client.toString()))
                .toList());
        if (passage.messageId == null) {
            passage.messageId = UUID.randomUUID().toString();
            forwarded.add(new Header("x-road-id", passage.messageId));
        }
        forwarded.add(new Header("x-road-request-id", passage.id.toString()));
        passage.headers = List.copyOf(forwarded);
    }

    private static void address(Passage passage) {
        HttpServletRequest request = passage.request;
        String path = request.getRequestURI();
        String query = request.getQueryString();
        passage.verb = request.getMethod();
        if (!VERBS.contains(passage.verb)) {
            throw new ExchangeFault(FaultCode.INVALID_REQUEST, "The method is none of the protocol's, in capitals.");
        }
        passage.target = query == null ? path : path + "?" + query;
        if (passage.target.length() > LONGEST_TARGET || passage.target.chars().anyMatch(c -> c <= ' ' || c > '~')) {
            throw new ExchangeFault(
                    FaultCode.INVALID_REQUEST, "The address is longer than 8192 characters, or not percent-encoded.");
        }
        String[] parts = path.split("/", -1);
        int end = FIRST + ServiceId.parts();
        if (parts.length < end) {
            throw new ExchangeFault(
                    FaultCode.INVALID_REQUEST,
                    "The address must be /r1/{instance}/{class}/{member}/{subsystem}/{service}[/path].");
        }
        try {
            passage.service = ServiceId.of(parts[2], parts[3], parts[4], parts[5], parts[6]);
            String after = parts.length == end
                    ? ""
                    : "/" + String.join("/", Arrays.asList(parts).subList(end, parts.length));
            passage.path = SafePath.segments(after);
            passage.rest = query == null ? after : after + "?" + query;
        } catch (IdentifierException e) {
            throw new ExchangeFault(FaultCode.INVALID_REQUEST, e.getMessage() + ".");
        }
    }

    private static MemberId client(XRoadHeaders headers) {
        String text = headers.optional(CLIENT);
        if (text == null) {
            throw new ExchangeFault(
                    FaultCode.MISSING_HEADER_FIELD,
                    "Send the header X-Road-Client: {instance}/{class}/{member}[/{subsystem}].");
        }
        try {
            return MemberId.of(text);
        } catch (IdentifierException e) {
            throw new ExchangeFault(FaultCode.INVALID_HEADER_FIELD, "X-Road-Client: " + e.getMessage() + ".");
        }
    }

    private RestReader() {}
}
