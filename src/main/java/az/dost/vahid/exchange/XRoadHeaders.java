package az.dost.vahid.exchange;

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

/** The headers of a request: the protocol's own, each at most once, and those that go on to the provider. */
final class XRoadHeaders {
    /** Not passed on in either direction, section 4.3; what Connection names is another hop's business too (RFC 9110, section 7.6.1). */
    private static final Set<String> STRIPPED = Set.of("transfer-encoding", "keep-alive", "proxy-authenticate", "proxy-authorization", "te",
            "trailer", "upgrade", "connection", "user-agent", "host", "content-length", "server", "expect");
    /** Made here: what a caller or a provider says of itself in them counts for nothing. */
    private static final Set<String> OURS = Set.of("x-road-request-id", "x-road-request-hash", "x-road-service", "x-road-error");
    /** The caller's token for the gateway, which is nobody else's to see. */
    private static final String AUTHORIZATION = "authorization";
    private final List<Header> all = new ArrayList<>();

    /** In the order of their names: the server does not keep that of the wire, and a caller who checks the hash needs one. */
    XRoadHeaders(HttpServletRequest request) {
        for (String name : Collections.list(request.getHeaderNames())) {
            Collections.list(request.getHeaders(name)).forEach(value -> all.add(new Header(name, value)));
        }
        all.sort(Comparator.comparing(header -> lower(header.name())));
    }

    /** @throws ExchangeFault DUPLICATE_HEADER_FIELD */
    String optional(String name) {
        List<Header> found = all.stream().filter(header -> header.name().equalsIgnoreCase(name)).toList();
        if (found.size() > 1) {
            throw new ExchangeFault(FaultCode.DUPLICATE_HEADER_FIELD, name + " is there more than once; send it once.");
        }
        return found.isEmpty() ? null : found.get(0).value().strip();
    }

    /** @throws ExchangeFault when the header is there and has not that many parts */
    void check(String name, int fewest, int most) {
        String value = optional(name);
        if (value != null) {
            String[] parts = value.split("/", -1);
            if (parts.length < fewest || parts.length > most || List.of(parts).contains("")) {
                throw new ExchangeFault(FaultCode.INVALID_HEADER_FIELD, name + " has not the form that the protocol says.");
            }
        }
    }

    List<Header> forwarded() {
        return passed(all).stream().filter(header -> !lower(header.name()).equals(AUTHORIZATION)).toList();
    }

    /** Those that are passed on, of either direction. */
    static List<Header> passed(List<Header> headers) {
        Set<String> named = new HashSet<>();
        headers.stream().filter(header -> header.name().equalsIgnoreCase("connection"))
                .forEach(header -> List.of(header.value().split(",")).forEach(name -> named.add(lower(name.strip()))));
        return headers.stream().filter(header -> {
            String name = lower(header.name());
            return !STRIPPED.contains(name) && !OURS.contains(name) && !named.contains(name);
        }).toList();
    }

    private static String lower(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
