package az.dost.vahid.journeys.event;

import java.util.Map;
import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings {@code vahid.events.*}.
 *
 * @param subscriptions folder of the subscriptions' files
 * @param folders folder below which events are delivered as files; blank where no subscription may have one
 * @param privateWebhooks hosts that a webhook may have although their address is private, and those without https
 * @param retry how a delivery is repeated, by the rules' names
 */
@ConfigurationProperties("vahid.events")
record EventSettings(
        String subscriptions,
        String folders,
        @DefaultValue Set<String> privateWebhooks,
        @DefaultValue Map<String, RetryRule> retry) {}
