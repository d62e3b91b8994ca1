package az.dost.vahid.signature;

import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Settings {@code vahid.record.time-stamps.*}.
 *
 * @param authority address of the time-stamp authority (RFC 3161), blank for none
 * @param certificate its certificate, a file in PEM
 * @param containerTimeoutMs how long a requester waits for the stamp of his container, milliseconds
 * @param containerPauseMs for how long none is asked for after one did not come, milliseconds
 */
@ConfigurationProperties("vahid.record.time-stamps")
public record StampSettings(String authority, Path certificate, long containerTimeoutMs, long containerPauseMs) {}
