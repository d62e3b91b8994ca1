package az.dost.vahid.edge;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Settings {@code vahid.edge.*}.
 *
 * @param requestTimeoutMs how long a request's head may take to come, and then its body, milliseconds
 * @param mostRequests     requests in progress, those that wait for a thread among them; more are refused with OVERLOADED
 */
@ConfigurationProperties("vahid.edge")
record EdgeSettings(int requestTimeoutMs, int mostRequests) {
}
