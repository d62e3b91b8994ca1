package az.dost.vahid.edge.server;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Settings {@code vahid.management.*}.
 *
 * @param port of the listener for operators, null for none
 * @param host address to listen at
 * @param tls whether it speaks TLS, with the key and as {@link TlsSettings} says
 */
@ConfigurationProperties("vahid.management")
record ManagementSettings(Integer port, String host, boolean tls) {}
