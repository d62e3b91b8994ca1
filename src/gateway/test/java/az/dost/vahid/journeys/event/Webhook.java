package az.dost.vahid.journeys.event;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;

/** A subscriber that gets events by HTTP: it takes each idempotency key once, as a subscriber must. */
final class Webhook implements AutoCloseable {
    final List<Got> got = new CopyOnWriteArrayList<>();
    private final Set<String> keys = ConcurrentHashMap.newKeySet();
    private final HttpServer server;
    volatile int status = 204;
    volatile long delayMs;
    volatile int calls;
    private final Ledger ledger;

    record Got(String key, String signature, byte[] body, JsonNode event) {}

    Webhook() throws IOException {
        this(null);
    }

    /** @param ledger takes what is got, in place of {@link #got}; may be null */
    Webhook(Ledger ledger) throws IOException {
        this.ledger = ledger;
        server = HttpServer.create(new InetSocketAddress("localhost", 0), 0);
        server.setExecutor(Executors.newFixedThreadPool(16));
        server.createContext("/hook", exchange -> {
            calls++;
            byte[] body = exchange.getRequestBody().readAllBytes();
            try {
                Thread.sleep(delayMs);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            String key = exchange.getRequestHeaders().getFirst("Idempotency-Key");
            if (ledger != null && status < 300) {
                ledger.take(key, Publisher.JSON.readTree(body).path("id").textValue());
            } else if (status < 300 && keys.add(key)) {
                got.add(new Got(
                        key,
                        exchange.getRequestHeaders().getFirst("Vahid-Signature"),
                        body,
                        Publisher.JSON.readTree(body)));
            }
            exchange.sendResponseHeaders(status, -1);
            exchange.close();
        });
        server.start();
    }

    String address() {
        return "http://localhost:" + server.getAddress().getPort() + "/hook";
    }

    List<String> ids() {
        return got.stream().map(one -> one.event().path("id").textValue()).toList();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
