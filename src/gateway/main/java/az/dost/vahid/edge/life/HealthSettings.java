package az.dost.vahid.edge.life;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Settings {@code vahid.health.*}.
 *
 * @param everyMs how often the database and the broker are looked at, milliseconds
 * @param patienceMs after how long without a good look one is away, milliseconds
 */
@ConfigurationProperties("vahid.health")
record HealthSettings(long everyMs, long patienceMs) {
    Duration every() {
        return Duration.ofMillis(everyMs);
    }

    Duration patience() {
        return Duration.ofMillis(patienceMs);
    }
}
