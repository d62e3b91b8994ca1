package az.dost.vahid.journeys.event;

import az.dost.vahid.problem.StartException;
import java.util.Map;
import java.util.Optional;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.Environment;

/**
 * How often a delivery is tried, and when.
 *
 * @param attempts in all, at least 1
 * @param firstMs pause after the first
 * @param factor by which each pause is longer than the one before
 * @param longestMs no pause is longer
 */
public record RetryRule(int attempts, long firstMs, double factor, long longestMs) {
    /** By name, as set in {@code vahid.events.retry}. */
    public static Map<String, RetryRule> all(Environment settings) {
        return Binder.get(settings)
                .bind("vahid.events.retry", Bindable.mapOf(String.class, RetryRule.class))
                .orElse(Map.of());
    }

    /**
     * The one of this name.
     *
     * @param setting that names it
     * @throws StartException when there is none
     */
    public static RetryRule named(Environment settings, String setting) {
        return Optional.ofNullable(all(settings).get(settings.getRequiredProperty(setting)))
                .orElseThrow(() -> new StartException("Set " + setting + " to a rule of vahid.events.retry"));
    }

    /** @param made attempts made, from 1 */
    public boolean again(int made) {
        return made < attempts;
    }

    /** Milliseconds until the next attempt. */
    public long pause(int made) {
        return (long) Math.min((double) longestMs, firstMs * Math.pow(factor, made - 1.0));
    }
}
