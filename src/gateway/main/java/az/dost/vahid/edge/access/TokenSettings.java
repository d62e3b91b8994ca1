package az.dost.vahid.edge.access;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Settings {@code vahid.tokens.*} beside {@link TokenClaims}.
 *
 * @param keys address of the issuer's keys (JWK set)
 * @param remembered how many proven tokens are remembered until they expire
 */
@ConfigurationProperties("vahid.tokens")
record TokenSettings(String keys, int remembered) {}
