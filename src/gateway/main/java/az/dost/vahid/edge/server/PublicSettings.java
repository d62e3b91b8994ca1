package az.dost.vahid.edge.server;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Settings {@code vahid.public.*}: what whoever comes upon the gateway is told of it; empty is told to nobody.
 *
 * @param address of this gateway, or of the balancer before it, as callers have it
 * @param contact where somebody reports a hole, {@code mailto:} or {@code https:}
 */
@ConfigurationProperties("vahid.public")
record PublicSettings(String address, String contact) {}
