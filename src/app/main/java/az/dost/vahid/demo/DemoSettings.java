package az.dost.vahid.demo;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Settings {@code vahid.demo.*}.
 *
 * @param fin of whom the first lookup is
 * @param token of the requester that makes it
 * @param quarter whether a computed quarter is in the record, with what people did
 */
@ConfigurationProperties("vahid.demo")
record DemoSettings(String fin, String token, boolean quarter) {}
