package az.dost.vahid.trace;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Settings {@code vahid.traces.*}.
 *
 * @param otlp address of a collector that takes spans by OTLP over HTTP, blank for none
 * @param share of the lookups whose callers trace nothing, from 0 to 1
 * @param instance what this gateway is told apart by
 */
@ConfigurationProperties("vahid.traces")
record TraceSettings(String otlp, double share, String instance) {
    boolean on() {
        return otlp != null && !otlp.isBlank();
    }
}
