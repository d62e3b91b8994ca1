package az.dost.vahid.proof.claim;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Settings {@code vahid.claims.*}.
 *
 * @param leaseMs for how long one gateway takes what it does for all, milliseconds
 * @param renewEveryMs how often it renews that while it works, milliseconds
 * @param lookEveryMs how often it looks for work that the database did not tell it of, milliseconds
 * @param listenAt host and port of the connection by which it is told; blank for those of all others
 */
@ConfigurationProperties("vahid.claims")
record ClaimSettings(long leaseMs, long renewEveryMs, long lookEveryMs, String listenAt) {
    /** For so long a gateway that is gone may have left work that it had taken. */
    Duration afterLoss() {
        return Duration.ofMillis(leaseMs * 2);
    }
}
