package az.dost.vahid.journeys.event;

import java.util.UUID;

/**
 * What the broker is to be told of an event.
 *
 * @param citizen keyed hash, the message group
 * @param delivery the broker's duplicate detection, and the subscribers' deliveries, know it by this
 * @param subscription the only one it is for; null for all
 * @param version of the subscription to deliver by; null for the newest
 */
record OutboxRow(UUID event, String citizen, UUID delivery, String subscription, String version) {}
