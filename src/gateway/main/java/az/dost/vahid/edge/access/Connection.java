package az.dost.vahid.edge.access;

import az.dost.vahid.signature.key.ClientCertificate;
import jakarta.servlet.http.HttpServletRequest;
import java.security.cert.X509Certificate;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.apache.camel.Exchange;
import org.apache.camel.component.platform.http.springboot.PlatformHttpMessage;

/**
 * What a request's connection tells by itself: no header can stand for it.
 *
 * @param address of the other side; null for a message of the broker
 * @param shown the certificate of mutual TLS; null when there is none
 * @param open the roles of people to whom the address is open that was asked at; empty for none, as of a message
 * @param request null for a message of the broker
 */
public record Connection(String address, ClientCertificate shown, Set<OfficialRole> open, HttpServletRequest request) {
    /** Attribute of a request: {@link System#nanoTime()} when its head was there. */
    public static final String RECEIVED = "vahid.received";

    static final Connection NONE = new Connection(null, null, Set.of(), null);
    /** Jakarta Servlet, section 3.10. */
    private static final String CERTIFICATE = "jakarta.servlet.request.X509Certificate";

    /** Of the request that an exchange is of. */
    public static Connection of(Exchange exchange) {
        HttpServletRequest request = request(exchange);
        return request == null ? NONE : of(request);
    }

    static Connection of(HttpServletRequest request) {
        return new Connection(
                request.getRemoteAddr(),
                request.getAttribute(CERTIFICATE) instanceof X509Certificate[] chain && chain.length > 0
                        ? ClientCertificate.of(chain[0])
                        : null,
                open(request),
                request);
    }

    /**
     * {@link System#nanoTime()} when the request came that an exchange is of. A request may have waited for a thread
     * before it had an exchange.
     */
    public static long receivedNanos(Exchange exchange) {
        HttpServletRequest request = request(exchange);
        return request != null && request.getAttribute(RECEIVED) instanceof Long nanos
                ? nanos
                : System.nanoTime()
                        - TimeUnit.MILLISECONDS.toNanos(exchange.getClock().elapsed());
    }

    @SuppressWarnings("unchecked")
    private static Set<OfficialRole> open(HttpServletRequest request) {
        return request.getAttribute(OfficialRole.OPEN_TO) instanceof Set<?> roles
                ? (Set<OfficialRole>) roles
                : Set.of();
    }

    private static HttpServletRequest request(Exchange exchange) {
        if (exchange.getMessage() instanceof PlatformHttpMessage message) {
            return message.getRequest();
        }
        return exchange.getProperty(AccessPolicy.REQUEST, HttpServletRequest.class);
    }
}
