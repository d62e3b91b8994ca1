package az.dost.vahid.journeys.exchange;

import az.dost.vahid.xroad.FaultCode;
import az.dost.vahid.xroad.RequestHash.Header;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The headers of a request: the protocol's own, each at most once, and those that go on to the provider. Many servers
 * hand headers to programs by a name in which every sign is an underscore (RFC 3875, section 4.1.18), so a name has
 * letters, digits and dashes, or it is refused.
 */
final class XRoadHeaders {
    /**
     * Not passed on in either direction, section 4.3; what Connection names is another hop's business too (RFC 9110,
     * section 7.6.1).
     */
    private static final Set<String> STRIPPED = Set.of(
            "transfer-encoding",
            "keep-alive",
            "proxy-authenticate",
            "proxy-authorization",
            "te",
            "trailer",
            "upgrade",
            "connection",
            "user-agent",
            "host",
            "content-length",
            "server",
            "expect",
            "proxy-connection",
            "http2-settings");
    /** Made here: what a caller or a provider says of itself in them counts for nothing. */
    private static final Set<String> OURS =
            Set.of("x-road-request-id", "x-road-request-hash", "x-road-service", "x-road-error");
    /** By these a provider would serve another method or address than the one that was judged. */
    private static final Set<String> OVERRIDES = Set.of(
            "x-http-method",
            "x-http-method-override",
            "x-method-override",
            "x-original-method",
            "x-original-url",
            "x-original-uri",
            "x-original-path",
            "x-rewrite-url",
            "x-override-url",
            "x-forwarded-uri",
            "x-forwarded-path",
            "x-forwarded-prefix",
            "x-forwarded-method");
    /**
     * What proxies tell of whom they let in: a provider may believe it, and here anybody can write it. They are not
     * passed on.
     */
    private static final List<String> PROXIES = List.of(
            "forwarded",
            "x-forwarded-",
            "x-real-ip",
            "client-cert",
            "x-client-cert",
            "ssl-client-",
            "x-ssl-",
            "x-tls-",
            "remote-user",
            "x-remote-",
            "x-auth-request-",
            "x-arr-clientcert");
    /** The caller's token for the gateway, which is nobody else's to see. */
    private static final String AUTHORIZATION = "authorization";

    private static final String PROTOCOL = "x-road-";
    private static final String SOAP_ACTION = "soapaction";
    private static final String ACCEPT = "Accept";
    private static final Comparator<Header> BY_NAME = Comparator.comparing(header -> lower(header.name()));
    private static final Pattern OTHER_SIGN = Pattern.compile("[^a-z0-9]");
    private final List<Header> all = new ArrayList<>();

    /**
     * In the order of their names: the server does not keep that of the wire, and a caller who checks the hash needs
     * one.
     *
     * @throws ExchangeFault when a header could be taken for another one, or takes one away
     */
    XRoadHeaders(HttpServletRequest request) {
        for (String name : Collections.list(request.getHeaderNames())) {
            Collections.list(request.getHeaders(name)).forEach(value -> all.add(new Header(name, value)));
        }
        all.sort(BY_NAME);
        all.forEach(XRoadHeaders::check);
        Set<String> once = new HashSet<>();
        all.stream()
                .map(header -> lower(header.name()))
                .filter(name -> name.startsWith(PROTOCOL) || name.equals(SOAP_ACTION))
                .filter(name -> !once.add(name))
                .findFirst()
                .ifPresent(name -> {
                    throw new ExchangeFault(
                            FaultCode.DUPLICATE_HEADER_FIELD,
                            spelled(name) + " is there more than once; send it once.");
                });
    }

    private static void check(Header header) {
        String name = lower(header.name());
        if (!name.chars().allMatch(c -> c >= 'a' && c <= 'z' || c >= '0' && c <= '9' || c == '-')) {
            throw wrong("Names of headers have letters, digits and dashes; another header's name has another sign");
        }
        if (OVERRIDES.contains(name)) {
            throw wrong("No header may ask for another method or address than the request's own");
        }
        if (name.startsWith(PROTOCOL) && !header.value().chars().allMatch(c -> c >= ' ' && c <= '~')) {
            throw wrong(spelled(name) + " must be ASCII; other letters are percent-encoded");
        }
    }

    private static Stream<String> named(Header connection) {
        return Stream.of(connection.value().split(","))
                .map(name -> lower(name.strip()))
                .filter(name -> !name.isEmpty());
    }

    private static ExchangeFault wrong(String sentence) {
        return new ExchangeFault(FaultCode.INVALID_HEADER_FIELD, sentence + ".");
    }

    /** Our own spelling of it, as far as it is a header that we know: a name is the caller's text. */
    private static String spelled(String name) {
        return Stream.of(
                        "X-Road-Client",
                        "X-Road-Id",
                        "X-Road-UserId",
                        "X-Road-Issue",
                        "X-Road-Security-Server",
                        "X-Road-Represented-Party",
                        "SOAPAction")
                .filter(name::equalsIgnoreCase)
                .findFirst()
                .orElse("A header of the protocol");
    }

    /** Null when it is not there. */
    String optional(String name) {
        return all.stream()
                .filter(header -> header.name().equalsIgnoreCase(name))
                .map(header -> header.value().strip())
                .findFirst()
                .orElse(null);
    }

    /** @throws ExchangeFault when the header is there and has not that many parts */
    void check(String name, int fewest, int most) {
        String value = optional(name);
        if (value != null) {
            String[] parts = value.split("/", -1);
            if (parts.length < fewest || parts.length > most || List.of(parts).contains("")) {
                throw wrong(name + " has not the form that the protocol says");
            }
        }
    }

    /** As they came, in the order of their names; who says nothing of what he accepts, accepts JSON (section 4.3). */
    List<Header> forwarded() {
        List<Header> headers = new ArrayList<>(passed(all).stream()
                .filter(header -> !lower(header.name()).equals(AUTHORIZATION))
                .filter(header -> PROXIES.stream().noneMatch(lower(header.name())::startsWith))
                .toList());
        if (optional(ACCEPT) == null) {
            headers.add(new Header(ACCEPT, "application/json"));
            headers.sort(BY_NAME);
        }
        return List.copyOf(headers);
    }

    /** Those of a SOAP call, in which the envelope says who calls (X-Road Message Protocol 4.0, section 2.2). */
    List<Header> forwardedWith(String contentType) {
        List<Header> headers = new ArrayList<>(all.stream()
                .filter(header -> lower(header.name()).equals(SOAP_ACTION))
                .toList());
        headers.add(new Header("Content-Type", contentType));
        return List.copyOf(headers);
    }

    /** Those that are passed on, of either direction. */
    static List<Header> passed(List<Header> headers) {
        Set<String> named = new HashSet<>();
        headers.stream()
                .filter(header -> header.name().equalsIgnoreCase("connection"))
                .flatMap(XRoadHeaders::named)
                .forEach(named::add);
        return headers.stream()
                .filter(header -> {
                    String name = lower(header.name());
                    String folded = OTHER_SIGN.matcher(name).replaceAll("-");
                    return !STRIPPED.contains(name)
                            && !OURS.contains(folded)
                            && !named.contains(name)
                            && (folded.equals(name) || !folded.startsWith(PROTOCOL));
                })
                .toList();
    }

    private static String lower(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
