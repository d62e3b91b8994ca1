package az.dost.vahid.cluster;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.http.HttpRequest;
import java.util.concurrent.atomic.AtomicInteger;

/** A register that publishes changes of address, each citizen's one after the other. */
final class EventLoad extends Load {
    private static final String TYPE = "az.dost.address-change.v1";
    private static final int CITIZENS = 20;
    private static final long PAUSE_MS = 100;
    private static final long PROBE_EVERY_MS = 1_000;
    final AtomicInteger published = new AtomicInteger();
    private final Subscriber subscriber;
    private int probes;

    EventLoad(RunningCluster cluster, Subscriber subscriber, Tally tally) {
        super("events", cluster, tally);
        this.subscriber = subscriber;
    }

    @Override
    void step() throws InterruptedException {
        if (!subscriber.subscribed) {
            publish(Subscriber.PROBE + probes++, CITIZENS, 0);
            Thread.sleep(PROBE_EVERY_MS);
            return;
        }
        int number = published.get();
        publish(id(number), number % CITIZENS, number);
        published.incrementAndGet();
        Thread.sleep(PAUSE_MS);
    }

    /** Of the event of this number: the citizen, and which of the citizen's it is. */
    static String id(int number) {
        return number % CITIZENS + "-" + number / CITIZENS;
    }

    private void publish(String id, int citizen, int number) throws InterruptedException {
        ObjectNode event = RunningCluster.JSON
                .createObjectNode()
                .put("specversion", "1.0")
                .put("id", id)
                .put("source", "urn:dost:publisher:registry")
                .put("type", TYPE)
                .put("time", "2026-01-05T08:00:00Z");
        event.putObject("data")
                .put("fin", String.format("E%06d", citizen))
                .put("region", "R" + number)
                .put("line", "1 Test street")
                .put("validFrom", "2026-01-01");
        insist(HttpRequest.newBuilder(cluster.front("/v1/events"))
                .header("Authorization", "Bearer " + cluster.token("registry"))
                .header("Content-Type", "application/cloudevents+json")
                .POST(HttpRequest.BodyPublishers.ofString(event.toString())));
    }
}
