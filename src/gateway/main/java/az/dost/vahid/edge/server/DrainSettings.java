package az.dost.vahid.edge.server;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Settings {@code vahid.drain.*}.
 *
 * @param seconds how long a gateway that is told to stop serves on: until the balancer has seen that it is not ready
 * @param longestSeconds how long it then waits for requests under way
 */
@ConfigurationProperties("vahid.drain")
record DrainSettings(int seconds, int longestSeconds) {}
