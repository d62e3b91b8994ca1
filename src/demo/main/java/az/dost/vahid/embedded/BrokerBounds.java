package az.dost.vahid.embedded;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.activemq.artemis.api.core.SimpleString;
import org.apache.activemq.artemis.core.settings.impl.AddressFullMessagePolicy;
import org.apache.activemq.artemis.core.settings.impl.AddressSettings;
import org.apache.activemq.artemis.core.settings.impl.PageFullMessagePolicy;

/**
 * How much each queue may hold, and how often a message is delivered; {@code src/docs/broker.properties} tells others
 * the same.
 */
final class BrokerBounds {
    /** What the gateway never gets so far as to lay aside, because it ends with it. */
    static final String UNOPENED = "vahid.unopened";

    private static final List<String> TAKEN =
            List.of("vahid.lookup", "vahid.bulk", "vahid.events.publish", "vahid.corrections.answers");
    private static final List<String> LAID_ASIDE = List.of(
            "vahid.lookup.dead",
            "vahid.bulk.dead",
            "vahid.events.publish.dead",
            "vahid.corrections.dead",
            "vahid.parked");
    /** The gateway lays poison aside itself, with its reason; the broker only where the gateway never gets that far. */
    private static final int SPARE_DELIVERIES = 5;
    /** A gateway that is killed again and again, or a broker that fails, counts too. */
    private static final int EVENT_DELIVERIES = 1000;

    private static final int GROUP_BUCKETS = 1024;
    private static final long MIB = 1024 * 1024;
    private static final long GIB = 1024 * MIB;
    private static final long HELD = 16 * MIB;
    private static final long KEPT = 64 * MIB;

    static Map<String, AddressSettings> of(int maxDeliveries, long redeliveryDelayMs) {
        Map<String, AddressSettings> settings = new LinkedHashMap<>();
        settings.put("#", paged(GIB));
        // Whoever does not fetch his answers loses the newest; they stay in the record.
        settings.put(
                "requester.#",
                paged(GIB / 4)
                        .setPageFullMessagePolicy(PageFullMessagePolicy.DROP)
                        .setExpiryDelay(Duration.ofDays(30).toMillis()));
        TAKEN.forEach(queue -> settings.put(
                queue,
                paged(GIB)
                        .setDeadLetterAddress(SimpleString.of(UNOPENED))
                        .setMaxDeliveryAttempts(maxDeliveries + SPARE_DELIVERIES)
                        .setRedeliveryDelay(redeliveryDelayMs)
                        .setRedeliveryMultiplier(2)));
        // A delay before redelivery would let later events pass; one citizen's events stay with one consumer, by
        // buckets, since there are
        // too many citizens to remember each.
        settings.put(
                "vahid.events",
                paged(4 * GIB)
                        .setDeadLetterAddress(SimpleString.of(UNOPENED))
                        .setMaxDeliveryAttempts(EVENT_DELIVERIES)
                        .setRedeliveryDelay(0)
                        .setDefaultGroupBuckets(GROUP_BUCKETS)
                        .setAutoDeleteQueues(false)
                        .setAutoDeleteAddresses(false));
        settings.put(
                "vahid.events.dead",
                paged(GIB).setDeadLetterAddress(SimpleString.of(UNOPENED)).setMaxDeliveryAttempts(EVENT_DELIVERIES));
        LAID_ASIDE.forEach(queue -> settings.put(queue, full()));
        // In the clear, as it came: it does not stay.
        settings.put(
                UNOPENED,
                full().setNoExpiry(false).setExpiryDelay(Duration.ofDays(7).toMillis()));
        return settings;
    }

    /** Beyond what is held in memory it lies on the disk; beyond that its sender is told. */
    private static AddressSettings paged(long bytes) {
        return new AddressSettings()
                .setAddressFullMessagePolicy(AddressFullMessagePolicy.PAGE)
                .setMaxSizeBytes(HELD)
                .setPageLimitBytes(bytes)
                .setPageFullMessagePolicy(PageFullMessagePolicy.FAIL);
    }

    /** When it is full the newest is dropped; the log and the counter still tell of it. */
    private static AddressSettings full() {
        return new AddressSettings()
                .setAddressFullMessagePolicy(AddressFullMessagePolicy.DROP)
                .setMaxSizeBytes(KEPT)
                .setNoExpiry(true);
    }

    private BrokerBounds() {}
}
