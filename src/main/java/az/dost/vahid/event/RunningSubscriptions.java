package az.dost.vahid.event;

import az.dost.vahid.definition.DefinitionException;
import az.dost.vahid.signature.DossierSigner;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.DataSource;
import org.apache.camel.CamelContext;
import org.apache.camel.builder.TemplatedRouteBuilder;
import org.apache.camel.processor.idempotent.jdbc.JdbcMessageIdRepository;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps a route for each subscription, stamped from the templates of its channel, as the files come, change and go. */
public final class RunningSubscriptions {
    private static final Logger LOG = LoggerFactory.getLogger(RunningSubscriptions.class);
    private final Map<String, Delivery> running = new ConcurrentHashMap<>();
    private CamelContext context;
    private final SubscriptionFiles files;
    private final EventStore events;
    private final SubscriptionVersions versions;
    private final DossierSigner signer;
    private final DataSource database;
    private final Path folders;
    private final WebhookAddresses addresses;
    private final DurableQueues queues;

    RunningSubscriptions(SubscriptionFiles files, EventStore events, SubscriptionVersions versions, DossierSigner signer,
            DataSource database, Path folders, WebhookAddresses addresses, DurableQueues queues) {
        this.files = files;
        this.events = events;
        this.versions = versions;
        this.signer = signer;
        this.database = database;
        this.folders = folders;
        this.addresses = addresses;
        this.queues = queues;
    }

    /** @throws DefinitionException with every error of every file */
    void start(CamelContext camel) {
        context = camel;
        become(files.read());
    }

    /** Takes over files that have changed; with an error in any of them everything stays as it was. */
    public void refresh() {
        if (files.changed()) {
            try {
                become(files.read());
                LOG.info("The subscriptions' files have changed; there are {} subscriptions now", running.size());
            } catch (DefinitionException e) {
                LOG.warn("The subscriptions' files have changed and have errors; all stays as it was: {}", e.getMessage());
            }
        }
    }

    private synchronized void become(Map<String, SubscriptionVersion> wanted) {
        Set<String> gone = new HashSet<>(running.keySet());
        gone.removeAll(wanted.keySet());
        gone.forEach(id -> {
            stop(id);
            queues.end(id);
        });
        new LinkedHashMap<>(wanted).forEach((id, version) -> {
            versions.keep(version);
            Delivery delivery = running.get(id);
            if (delivery != null && sameRoute(delivery.newest().subscription(), version.subscription())) {
                delivery.become(version);
            } else {
                if (delivery != null) {
                    stop(id);
                }
                stamp(id, version);
            }
        });
    }

    /** The subscription of an id that runs at this gateway, as it stands now. */
    Optional<Subscription> find(String id) {
        return Optional.ofNullable(running.get(id)).map(delivery -> delivery.newest().subscription());
    }

    private static boolean sameRoute(Subscription one, Subscription other) {
        return one.deliver().equals(other.deliver()) && one.consumers() == other.consumers();
    }

    private void stamp(String id, SubscriptionVersion version) {
        Subscription.Channel channel = version.subscription().deliver();
        Delivery delivery = new Delivery(events, versions, signer, version);
        JdbcMessageIdRepository delivered = new JdbcMessageIdRepository(database, id);
        delivered.setTableName("event_delivered");
        delivered.setCreateTableIfNotExists(false);
        context.getRegistry().bind("eventDelivery-" + id, delivery);
        context.getRegistry().bind("eventDelivered-" + id, delivered);
        // Of its own: an endpoint that stops closes its connections.
        context.getRegistry().bind("webhookConnections-" + id, addresses.connections(version.subscription().consumers()));
        String address = channel.webhook() != null ? channel.webhook() : channel.queue() != null ? channel.queue()
                : folders.resolve(channel.folder()).toString();
        TemplatedRouteBuilder.builder(context, "event-to-" + channel.kind()).routeId("deliver-" + id).parameter("subscription", id)
                .parameter("delivery", "eventDelivery-" + id).parameter("address", address).add();
        TemplatedRouteBuilder.builder(context, channel.queue() == null ? "event-subscription" : "event-subscription-queue")
                .routeId("event-" + id).parameter("subscription", id).parameter("delivery", "eventDelivery-" + id)
                .parameter("delivered", "eventDelivered-" + id).parameter("consumers", version.subscription().consumers()).add();
        running.put(id, delivery);
    }

    private void stop(String id) {
        try {
            for (String route : new String[] {"event-" + id, "deliver-" + id}) {
                context.getRouteController().stopRoute(route);
                context.removeRoute(route);
            }
            running.remove(id);
        } catch (Exception e) {
            throw new IllegalStateException("The subscription " + id + " cannot be stopped", e);
        }
    }
}
