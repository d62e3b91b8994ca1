package az.dost.vahid.journeys.event;

import az.dost.vahid.definition.Definition;
import az.dost.vahid.definition.EventTypes;
import az.dost.vahid.definition.Finding;
import az.dost.vahid.edge.access.AccessPolicy;
import az.dost.vahid.edge.access.Requester;
import az.dost.vahid.problem.ProblemException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What a subscription must hold to beyond its schema. */
final class SubscriptionCheck {
    private final EventTypes types;
    private final Set<String> rules;
    private final AccessPolicy access;
    private final WebhookAddresses addresses;
    private final boolean folders;

    /**
     * @param rules names of the retry rules
     * @param folders whether there is a place for events as files
     */
    SubscriptionCheck(
            EventTypes types, Set<String> rules, AccessPolicy access, WebhookAddresses addresses, boolean folders) {
        this.folders = folders;
        this.types = types;
        this.rules = Set.copyOf(rules);
        this.access = access;
        this.addresses = addresses;
    }

    List<Finding> check(Subscription subscription, Definition definition) {
        List<Finding> findings = new ArrayList<>();
        subscription.gives().forEach((type, fields) -> {
            if (!types.names().contains(type)) {
                findings.add(definition.at("there is no event type " + type, "gives", type));
            }
            fields.stream()
                    .filter(field ->
                            types.names().contains(type) && !types.fields(type).contains(field))
                    .forEach(field -> findings.add(definition.at(type + " has no field " + field, "gives", type)));
            grant(subscription, type, definition, findings);
        });
        subscription
                .where()
                .keySet()
                .forEach(field -> subscription.gives().keySet().stream()
                        .filter(type -> types.names().contains(type)
                                && !types.fields(type).contains(field))
                        .findFirst()
                        .ifPresent(type -> findings.add(
                                definition.at(type + " has no field " + field + " to filter on", "where", field))));
        subscription.republishes().stream()
                .filter(type -> !types.names().contains(type))
                .forEach(type -> findings.add(definition.at("there is no event type " + type, "republishes")));
        if (!rules.contains(subscription.retry())) {
            findings.add(definition.at("vahid.events.retry has no rule " + subscription.retry(), "retry"));
        }
        channel(subscription.deliver()).ifPresent(message -> findings.add(definition.at(message, "deliver")));
        return findings;
    }

    private void grant(Subscription subscription, String type, Definition definition, List<Finding> findings) {
        Optional<Requester> subscriber = access.named(subscription.subscriber());
        if (subscriber.isEmpty()) {
            findings.add(definition.at("there is no requester " + subscription.subscriber(), "subscriber"));
            return;
        }
        types.special(type).ifPresent(fact -> {
            try {
                access.authorise(subscriber.get(), Set.of(fact));
            } catch (ProblemException e) {
                findings.add(definition.at(
                        subscription.subscriber() + " has no grant for " + fact + ", of which " + type + " tells",
                        "gives",
                        type));
            }
        });
    }

    private Optional<String> channel(Subscription.Channel deliver) {
        if (deliver.queue() != null && deliver.queue().startsWith("vahid.")) {
            return Optional.of("events would come back to Vahid: " + deliver.queue() + " is one of its own queues");
        }
        if (deliver.folder() != null && !folders) {
            return Optional.of("vahid.events.folders names no folder, which all gateways would share");
        }
        return deliver.webhook() == null ? Optional.empty() : addresses.fault(deliver.webhook());
    }
}
