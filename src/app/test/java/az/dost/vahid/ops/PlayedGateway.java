package az.dost.vahid.ops;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A gateway that answers what it was told to, and remembers how it was asked. */
final class PlayedGateway implements AutoCloseable {
    final List<Asked> asked = new ArrayList<>();
    private final Map<String, List<Said>> said = new HashMap<>();
    private final Map<String, String> links = new HashMap<>();
    private final HttpServer server;

    /** A request. */
    record Asked(String method, String path, String body, Map<String, String> headers) {}

    private record Said(int status, String body, String location) {}

    PlayedGateway() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", this::answer);
        server.start();
    }

    /** Answers to one address: one after the other, the last one for ever. */
    PlayedGateway says(String path, int status, String body, String location) {
        said.computeIfAbsent(path, any -> new ArrayList<>()).add(new Said(status, body, location));
        return this;
    }

    PlayedGateway says(String path, String body) {
        return says(path, 200, body.replace('\'', '"'), null);
    }

    /** Each answer to one address says where the list goes on. */
    PlayedGateway next(String path, String link) {
        links.put(path, link);
        return this;
    }

    String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    private void answer(HttpExchange exchange) throws IOException {
        Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        exchange.getRequestHeaders().forEach((name, values) -> headers.put(name, values.get(0)));
        String path = exchange.getRequestURI().toString();
        asked.add(new Asked(
                exchange.getRequestMethod(),
                path,
                new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8),
                headers));
        List<Said> answers = said.get(path);
        Said answer =
                answers == null ? new Said(404, "", null) : answers.size() > 1 ? answers.remove(0) : answers.get(0);
        if (answer.location() != null) {
            exchange.getResponseHeaders().add("Location", answer.location());
        }
        if (links.containsKey(path)) {
            exchange.getResponseHeaders().add("Link", "<" + links.get(path) + ">; rel=\"next\"");
        }
        byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(answer.status(), body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
