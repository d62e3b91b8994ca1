package az.dost.vahid.packages;

import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import javax.net.ssl.SSLContext;

/**
 * A gateway as a balancer sees it: ready, and its answers say its name; at {@code /v1/hang} and {@code /v1/cut} it has
 * none.
 */
final class PlayedNode implements AutoCloseable {
    private final CountDownLatch closed = new CountDownLatch(1);
    private final HttpServer server;

    PlayedNode(String name, String address, int port) throws IOException {
        this(name, HttpServer.create(new InetSocketAddress(address, port), 0));
    }

    /** By TLS alone. */
    PlayedNode(String name, String address, int port, SSLContext own) throws IOException {
        this(name, secured(HttpsServer.create(new InetSocketAddress(address, port), 0), own));
    }

    private PlayedNode(String name, HttpServer server) {
        this.server = server;
        server.setExecutor(Executors.newCachedThreadPool(task -> {
            Thread thread = new Thread(task, "played-node");
            thread.setDaemon(true);
            return thread;
        }));
        server.createContext("/", exchange -> {
            switch (exchange.getRequestURI().getPath()) {
                case "/v1/hang" -> await();
                case "/v1/cut" -> exchange.close();
                case "/v1/read" -> exchange.getRequestBody().readAllBytes();
                default -> {
                    byte[] body = name.getBytes(StandardCharsets.US_ASCII);
                    exchange.sendResponseHeaders(200, body.length);
                    exchange.getResponseBody().write(body);
                }
            }
            exchange.close();
        });
        server.start();
    }

    private static HttpsServer secured(HttpsServer server, SSLContext own) {
        server.setHttpsConfigurator(new HttpsConfigurator(own));
        return server;
    }

    private void await() {
        try {
            closed.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        closed.countDown();
        server.stop(0);
    }
}
