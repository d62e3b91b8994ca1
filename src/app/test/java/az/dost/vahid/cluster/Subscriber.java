package az.dost.vahid.cluster;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/** A subscriber that takes each idempotency key once, and minds the order of each citizen's events. */
final class Subscriber implements AutoCloseable {
    /**
     * How ids of events begin by which it is found that the subscription is there: what was published before is not for
     * it.
     */
    static final String PROBE = "probe-";

    private final HttpServer server;
    private final Set<String> keys = ConcurrentHashMap.newKeySet();
    private final Set<String> ids = ConcurrentHashMap.newKeySet();
    private final Map<String, Integer> next = new ConcurrentHashMap<>();
    volatile boolean subscribed;
    final AtomicInteger taken = new AtomicInteger();
    /** Deliveries under a key that was taken before, as a subscriber must expect. */
    final AtomicInteger repeated = new AtomicInteger();
    /** Events that came out of their order, or twice under two keys. */
    final List<String> wrong = new CopyOnWriteArrayList<>();

    Subscriber(RunningCluster cluster) throws IOException {
        server = HttpServer.create(new InetSocketAddress("localhost", 0), 0);
        server.setExecutor(Executors.newFixedThreadPool(8));
        server.createContext("/hook", exchange -> {
            String id = RunningCluster.JSON
                    .readTree(exchange.getRequestBody().readAllBytes())
                    .path("id")
                    .asText();
            take(exchange.getRequestHeaders().getFirst("Idempotency-Key"), id);
            exchange.sendResponseHeaders(204, -1);
            exchange.close();
        });
        server.start();
        Path folder = cluster.shared("subscriptions");
        Path made = Files.writeString(
                folder.resolve("reader.tmp"),
                "id: reader\nsubscriber: reader\nlegalBasis: Test\n"
                        + "gives: {az.dost.address-change.v1: [fin, region]}\ndeliver: {webhook: \"http://localhost:"
                        + server.getAddress().getPort() + "/hook\"}\n");
        Files.move(made, folder.resolve("reader.yaml"), StandardCopyOption.ATOMIC_MOVE);
    }

    private void take(String key, String id) {
        if (id.startsWith(PROBE)) {
            subscribed = true;
            return;
        }
        if (!keys.add(key)) {
            repeated.incrementAndGet();
            return;
        }
        ids.add(id);
        String[] parts = id.split("-");
        int number = Integer.parseInt(parts[1]);
        next.compute(parts[0], (citizen, expected) -> {
            if (number != (expected == null ? 0 : expected)) {
                wrong.add(id + " instead of number " + expected);
            }
            return number + 1;
        });
        taken.incrementAndGet();
    }

    /** Ids of the first so many events that did not come. */
    List<String> missing(int published) {
        return IntStream.range(0, published)
                .mapToObj(EventLoad::id)
                .filter(id -> !ids.contains(id))
                .toList();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
