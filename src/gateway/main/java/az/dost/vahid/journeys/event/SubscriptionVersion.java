package az.dost.vahid.journeys.event;

import az.dost.vahid.signature.Jwe;

/**
 * A subscription as it stood in its file at one time.
 *
 * @param definition the file as JSON
 * @param version SHA-256 of that, hex
 * @param key that events are encrypted for; null where they are not
 */
record SubscriptionVersion(Subscription subscription, String definition, String version, Jwe key) {}
