package az.dost.vahid.edge.broker;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Settings {@code vahid.broker.*}.
 *
 * @param durable whether a broker that may lose messages stops the start
 * @param unverified why one beyond this machine need not be verified, in words; blank where it must
 */
@ConfigurationProperties("vahid.broker")
record BrokerSettings(boolean durable, String unverified) {}
