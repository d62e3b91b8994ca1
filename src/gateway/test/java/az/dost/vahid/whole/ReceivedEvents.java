package az.dost.vahid.whole;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.awaitility.Awaitility;

/** A partner's webhook on this machine, and what came to it. */
final class ReceivedEvents implements AutoCloseable {
    private static final int NO_CONTENT = 204;
    private static final int FOUND = 302;
    private final List<String> received = new CopyOnWriteArrayList<>();
    private final HttpServer server;

    ReceivedEvents() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", exchange -> {
            received.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            exchange.sendResponseHeaders(NO_CONTENT, -1);
            exchange.close();
        });
        server.createContext("/elsewhere", exchange -> {
            exchange.getResponseHeaders().add("Location", address());
            exchange.sendResponseHeaders(FOUND, -1);
            exchange.close();
        });
        server.start();
    }

    String address() {
        return "http://localhost:" + server.getAddress().getPort() + "/events";
    }

    /** Leads to the other one. */
    String redirect() {
        return address().replace("/events", "/elsewhere");
    }

    List<String> all() {
        return List.copyOf(received);
    }

    /** Until one has come in which all of these stand. */
    void waitFor(String... parts) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(() -> received.stream().anyMatch(body -> Stream.of(parts).allMatch(body::contains)));
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
