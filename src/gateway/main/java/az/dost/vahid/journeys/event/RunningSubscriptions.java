package az.dost.vahid.journeys.event;

import az.dost.vahid.definition.Finding;
import az.dost.vahid.definition.ReleasedDefinition;
import az.dost.vahid.definition.StandingDefinitions;
import az.dost.vahid.definition.Troubles;
import az.dost.vahid.edge.access.AccessPolicy;
import az.dost.vahid.folder.ForeignFolder;
import az.dost.vahid.signature.DossierSigner;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.apache.camel.CamelContext;
import org.apache.camel.builder.TemplatedRouteBuilder;
import org.springframework.jdbc.core.JdbcTemplate;

/** Keeps a route for each subscription, stamped from the templates of its channel, as the files come, change and go. */
public final class RunningSubscriptions {
    /** An event that is tried again and again does not hold up what others are to get. */
    private static final int PATIENCE_SECONDS = 2;

    private final Map<String, Delivery> running = new ConcurrentHashMap<>();
    private CamelContext context;
    private final SubscriptionFiles folder;
    private final AccessPolicy access;
    private final SubscriberGrants subscribers;
    private final Troubles troubles;
    private StandingDefinitions<WantedSubscriptions> files;
    private Object grants;
    private final EventStore events;
    private final SubscriptionVersions versions;
    private final DossierSigner signer;
    private final JdbcTemplate jdbc;
    private final Path folders;
    private final WebhookAddresses addresses;
    private final DurableQueues queues;
    /** Not all that the files ask for is done: the database was away, or a route did not stop. */
    private boolean behind;

    RunningSubscriptions(
            SubscriptionFiles folder,
            AccessPolicy access,
            SubscriberGrants subscribers,
            Troubles troubles,
            EventStore events,
            SubscriptionVersions versions,
            DossierSigner signer,
            JdbcTemplate jdbc,
            Path folders,
            WebhookAddresses addresses,
            DurableQueues queues) {
        this.folder = folder;
        this.access = access;
        this.subscribers = subscribers;
        this.troubles = troubles;
        this.events = events;
        this.versions = versions;
        this.signer = signer;
        this.jdbc = jdbc;
        this.folders = folders;
        this.addresses = addresses;
        this.queues = queues;
    }

    /** @throws az.dost.vahid.definition.DefinitionException with every error of every file */
    void start(CamelContext camel) {
        context = camel;
        grants = access.version();
        files = folder.standing(troubles);
        become(files.now());
    }

    /** Takes over files that have changed, or all of them when the requesters' have; one with a mistake waits. */
    public void refresh() {
        if (access.version() != grants) {
            grants = access.version();
            files.again();
        }
        behind |= files.refresh();
        if (behind) {
            become(files.now());
            behind = false;
        }
    }

    /** What takes something away comes first: to stop a route may take its time. */
    private synchronized void become(WantedSubscriptions wanted) {
        Set<String> gone = new HashSet<>(running.keySet());
        gone.removeAll(wanted.versions().keySet());
        gone.forEach(id -> running.get(id).pause());
        wanted.versions().forEach((id, version) -> {
            versions.keep(version);
            Delivery delivery = running.get(id);
            if (delivery != null && sameRoute(delivery.newest().subscription(), version.subscription())) {
                delivery.become(version);
            } else if (delivery != null) {
                delivery.pause();
            }
        });
        gone.removeAll(wanted.waiting());
        gone.forEach(id -> {
            stop(id);
            queues.end(id);
        });
        wanted.versions().forEach((id, version) -> {
            Delivery delivery = running.get(id);
            if (delivery == null || delivery.newest() != version) {
                if (delivery != null) {
                    stop(id);
                }
                stamp(id, version);
            }
        });
    }

    /** What is wrong with a subscription that somebody asks for, in words; empty when it could stand. */
    public List<String> doubts(ReleasedDefinition one) {
        return folder.doubts(one).stream().map(Finding::message).toList();
    }

    /** Whether the subscription of an id runs at this gateway: what is published from then on is delivered. */
    public boolean runs(String id) {
        return running.containsKey(id);
    }

    /** The subscription of an id that runs at this gateway, as it stands now. */
    Optional<Subscription> find(String id) {
        return Optional.ofNullable(running.get(id))
                .map(delivery -> delivery.newest().subscription());
    }

    /** All that run at this gateway, as they stand now, in no order. */
    List<Subscription> all() {
        return running.values().stream()
                .map(delivery -> delivery.newest().subscription())
                .toList();
    }

    private static boolean sameRoute(Subscription one, Subscription other) {
        return one.deliver().equals(other.deliver()) && one.consumers() == other.consumers();
    }

    private void stamp(String id, SubscriptionVersion version) {
        Subscription.Channel channel = version.subscription().deliver();
        Delivery delivery = new Delivery(events, versions, signer, subscribers, version);
        context.getRegistry().bind("eventDelivery-" + id, delivery);
        context.getRegistry().bind("eventDelivered-" + id, new DeliveredEvents(jdbc, id));
        // Of its own: an endpoint that stops closes its connections.
        context.getRegistry()
                .bind(
                        "webhookConnections-" + id,
                        addresses.connections(version.subscription().consumers()));
        String address = channel.webhook() != null
                ? channel.webhook()
                : channel.queue() != null ? channel.queue() : "eventFolder-" + id;
        if (channel.folder() != null) {
            context.getRegistry().bind(address, new EventFolder(new ForeignFolder(folders), channel.folder()));
        }
        TemplatedRouteBuilder.builder(context, "event-to-" + channel.kind())
                .routeId("deliver-" + id)
                .parameter("subscription", id)
                .parameter("delivery", "eventDelivery-" + id)
                .parameter("address", address)
                .add();
        TemplatedRouteBuilder.builder(
                        context, channel.queue() == null ? "event-subscription" : "event-subscription-queue")
                .routeId("event-" + id)
                .parameter("subscription", id)
                .parameter("delivery", "eventDelivery-" + id)
                .parameter("delivered", "eventDelivered-" + id)
                .parameter("consumers", version.subscription().consumers())
                .add();
        running.put(id, delivery);
    }

    private void stop(String id) {
        try {
            for (String route : new String[] {"event-" + id, "deliver-" + id}) {
                context.getRouteController().stopRoute(route, PATIENCE_SECONDS, TimeUnit.SECONDS);
                context.removeRoute(route);
            }
            running.remove(id);
        } catch (Exception e) {
            throw new IllegalStateException("The subscription " + id + " cannot be stopped", e);
        }
    }
}
