package az.dost.vahid.edge.message;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Settings {@code vahid.jms.*} of messages that are taken in.
 *
 * @param maxDeliveries how often a message is tried before it is laid aside
 * @param mostBytes that a message may have; a file of subjects may have more
 * @param redeliveryDelayMs pause before a second try, milliseconds; it doubles from one to the next
 */
@ConfigurationProperties("vahid.jms")
record MessageSettings(int maxDeliveries, int mostBytes, long redeliveryDelayMs) {}
