package az.dost.vahid.embedded;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * How often the demonstration's broker delivers a message.
 *
 * @param maxDeliveries after which it is laid aside
 * @param redeliveryDelayMs pause before a second try, milliseconds
 */
@ConfigurationProperties("vahid.jms")
record RedeliverySettings(int maxDeliveries, long redeliveryDelayMs) {}
