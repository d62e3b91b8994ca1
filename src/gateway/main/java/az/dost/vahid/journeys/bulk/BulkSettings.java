package az.dost.vahid.journeys.bulk;

import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings {@code vahid.bulk.*}.
 *
 * @param workers chunks looked up at once by this gateway; 0 leaves bulk lookups to other gateways
 * @param chunk rows that a worker takes at a time
 * @param mostRows the most that a file may have
 * @param everyMs how often a worker with nothing to do looks for work, milliseconds
 * @param drops folders in which requesters leave files of subjects, by their ids
 */
@ConfigurationProperties("vahid.bulk")
record BulkSettings(
        int workers,
        int chunk,
        int mostRows,
        long everyMs,
        @DefaultValue Map<String, String> drops) {}
