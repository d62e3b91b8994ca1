package az.dost.vahid.proof.member;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Settings {@code vahid.member.*}.
 *
 * @param name what this gateway is called among those of its database
 * @param renewEveryMs how often it renews its lease, milliseconds
 * @param leaseMs for how long one renewal is good, milliseconds
 * @param expected how many gateways should live on the database; 0 where nobody has said it
 */
@ConfigurationProperties("vahid.member")
record MemberSettings(String name, long renewEveryMs, long leaseMs, int expected) {}
