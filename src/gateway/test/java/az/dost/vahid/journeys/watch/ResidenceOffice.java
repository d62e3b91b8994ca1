package az.dost.vahid.journeys.watch;

import az.dost.vahid.signature.rehearsal.PlayedKey;
import az.dost.vahid.signature.rehearsal.PlayedSignatures;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A register that publishes nothing, over REST: people move while it runs. */
final class ResidenceOffice implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();
    final PlayedKey key = PlayedKey.of("residence-office", "EC");
    /** By FIN. */
    private final Map<String, ObjectNode> places = new ConcurrentHashMap<>();

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final HttpServer server;

    ResidenceOffice() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/residence", this::answer);
        server.setExecutor(threads);
        server.start();
    }

    String endpoint() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    void move(String fin, String district, String street, String town) {
        places.put(
                fin,
                JSON.createObjectNode()
                        .put("district", district)
                        .put("street", street)
                        .put("town", town)
                        .put("since", "2026-01-02"));
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String fin = JSON.readTree(exchange.getRequestBody()).path("fin").asText();
            ObjectNode answer = JSON.createObjectNode()
                    .put("fin", fin)
                    .put("time", Instant.now().toString());
            answer.set("place", places.get(fin));
            byte[] body = JSON.writeValueAsBytes(answer);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.getResponseHeaders()
                    .set(
                            "X-JWS-Signature",
                            new PlayedSignatures(key)
                                    .jws(body, exchange.getRequestHeaders().getFirst("X-Request-Id")));
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
