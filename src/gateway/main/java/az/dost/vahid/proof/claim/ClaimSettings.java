package az.dost.vahid.proof.claim;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Settings {@code vahid.claims.*}.
 *
 * @param leaseMs for how long one gateway takes what it does for all, milliseconds
 * @param renewEveryMs how often it renews that while it works, milliseconds
 */
@ConfigurationProperties("vahid.claims")
record ClaimSettings(long leaseMs, long renewEveryMs) {}
