package az.dost.vahid.edge.server;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Settings {@code vahid.edge.*}.
 *
 * @param requestTimeoutMs how long a request's head may take to come, and then its body, milliseconds
 * @param mostRequests requests in progress, those that wait for a worker among them; more are refused with OVERLOADED
 * @param heldBytes bytes of bodies in memory that nobody has judged yet, of all requests together, beside 4 KiB of each
 * @param workers threads; each has one of the requests in progress from its first servlet to its answer
 * @param proxies addresses or networks (CIDR) of balancers whose PROXY header is believed; empty for nobody's
 */
@ConfigurationProperties("vahid.edge")
record EdgeSettings(int requestTimeoutMs, int mostRequests, long heldBytes, int workers, List<String> proxies) {
    EdgeSettings {
        proxies = proxies == null
                ? List.of()
                : proxies.stream().filter(proxy -> !proxy.isBlank()).toList();
    }
}
