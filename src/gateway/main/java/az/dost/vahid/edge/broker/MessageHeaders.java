package az.dost.vahid.edge.broker;

import java.util.HashSet;
import java.util.Set;
import org.apache.camel.Exchange;
import org.apache.camel.spi.HeaderFilterStrategy;

/**
 * The properties of messages that come in and go out: those that are named here, in the very spelling, and nothing
 * else. Whatever Camel, or a library below it, would take for an order is no name that is listed.
 */
public final class MessageHeaders implements HeaderFilterStrategy {
    /** What a sender says of a request; an operator's replay has them too. */
    public static final Set<String> SAID =
            Set.of("VahidContentType", "VahidTerms", "VahidChannel", "VahidIdempotencyKey");

    private static final Set<String> NOTICES =
            Set.of("VahidDelivery", "VahidSubscription", "VahidVersion", "VahidReason", "VahidDetail", "VahidAttempts");
    /** How often the broker has delivered a message: its own count, which no sender can set. */
    private static final Set<String> OTHERS = Set.of("Authorization", "JMSXDeliveryCount");

    private static final Set<String> SENT = Set.of("_AMQ_DUPL_ID", "JMSXGroupID");
    /** Characters of a value: more than any token or term has. */
    private static final int LONGEST = 16 * 1024;

    private final Set<String> taken;

    /** @param more names of properties that are taken beside Vahid's own, null ones left out */
    public MessageHeaders(String... more) {
        Set<String> names = new HashSet<>(SAID);
        names.addAll(NOTICES);
        names.addAll(OTHERS);
        for (String name : more) {
            if (name != null) {
                // As Camel writes what is no name of a property.
                names.add(name.replace(".", "_DOT_").replace("-", "_HYPHEN_"));
            }
        }
        taken = Set.copyOf(names);
    }

    @Override
    public boolean applyFilterToExternalHeaders(String name, Object value, Exchange exchange) {
        return !taken.contains(name)
                || !(value instanceof Number || value instanceof String text && text.length() <= LONGEST);
    }

    @Override
    public boolean applyFilterToCamelHeaders(String name, Object value, Exchange exchange) {
        return value == null || !name.startsWith("Vahid") && !SENT.contains(name);
    }
}
