package az.dost.vahid.edge;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Settings {@code vahid.edge.*}.
 *
 * @param requestTimeoutMs how long a request's head may take to come, and then its body, milliseconds
 */
@ConfigurationProperties("vahid.edge")
record EdgeSettings(int requestTimeoutMs) {
}
