package az.dost.vahid.journeys.event;

import java.util.Map;
import java.util.Set;

/**
 * What the subscriptions' files ask for.
 *
 * @param versions by id, of files in which nothing is wrong
 * @param waiting ids of those whose files have a mistake now: nothing goes out, and nothing is lost
 */
record WantedSubscriptions(Map<String, SubscriptionVersion> versions, Set<String> waiting) {}
