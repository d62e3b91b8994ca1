package az.dost.vahid.journeys.exchange;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;

/** A real HTTP server that is a provider: it notes what it was given, and answers as the path says. */
final class TestProvider {
    private final HttpServer server;
    final Queue<Received> received = new ConcurrentLinkedQueue<>();
    private final Map<String, Answer> answers = new ConcurrentHashMap<>();

    /** @param body as far as it is short, else null */
    record Received(String verb, String target, Map<String, java.util.List<String>> headers, byte[] body, long length) {
        String header(String name) {
            return headers.entrySet().stream()
                    .filter(e -> e.getKey().equalsIgnoreCase(name))
                    .map(e -> String.join("|", e.getValue()))
                    .findFirst()
                    .orElse(null);
        }
    }

    /** Writes an answer; the request was read. */
    interface Answer {
        void write(HttpExchange exchange, Received request) throws IOException;
    }

    TestProvider() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(Executors.newCachedThreadPool(task -> {
            Thread thread = new Thread(task, "provider");
            thread.setDaemon(true);
            return thread;
        }));
        server.createContext("/", this::handle);
        server.start();
    }

    String address() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    /** Answers so below a path; else the body comes back. */
    void answer(String path, Answer answer) {
        answers.put(path, answer);
    }

    private void handle(HttpExchange exchange) throws IOException {
        long length = 0;
        byte[] kept = null;
        try (InputStream in = exchange.getRequestBody()) {
            kept = in.readNBytes(1 << 20);
            length = kept.length;
            byte[] block = new byte[1 << 16];
            for (int read = in.read(block); read > 0; read = in.read(block)) {
                length += read;
                kept = null;
            }
        } catch (IOException e) {
            exchange.close();
            return;
        }
        Received request = new Received(
                exchange.getRequestMethod(),
                exchange.getRequestURI().toString(),
                exchange.getRequestHeaders(),
                kept,
                length);
        received.add(request);
        answers.getOrDefault(exchange.getRequestURI().getPath(), TestProvider::echo)
                .write(exchange, request);
        exchange.close();
    }

    private static void echo(HttpExchange exchange, Received request) throws IOException {
        if (request.header("Content-Type") != null) {
            exchange.getResponseHeaders().set("Content-Type", request.header("Content-Type"));
        }
        byte[] body = request.body() == null ? new byte[0] : request.body();
        exchange.sendResponseHeaders(200, body.length == 0 ? -1 : body.length);
        if (body.length > 0) {
            try (OutputStream out = exchange.getResponseBody()) {
                out.write(body);
            }
        }
    }
}
