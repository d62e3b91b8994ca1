package az.dost.vahid.pages.visit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;

/** A gateway that answers what a test lays out: pages must look right in states that a real one is seldom in. */
public final class PlayedGateway implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();
    private final HttpServer server;
    private final Map<String, Reply> replies = new ConcurrentHashMap<>();
    private final List<Asked> asked = new CopyOnWriteArrayList<>();
    private volatile Reply otherwise = new Reply(404, "{\"code\":\"NOT_FOUND\"}", 0);

    /** @param headers pairs of a name and a value */
    private record Reply(int status, String body, long afterMs, String... headers) {}

    /** What a page asked for. */
    public record Asked(String method, String path, String body, Map<String, List<String>> headers) {
        public String header(String name) {
            return headers.entrySet().stream()
                    .filter(header -> header.getKey().equalsIgnoreCase(name))
                    .map(header -> header.getValue().get(0))
                    .findFirst()
                    .orElse("");
        }
    }

    public PlayedGateway() {
        try {
            server = HttpServer.create(new InetSocketAddress("localhost", 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", this::answer);
        server.setExecutor(Executors.newCachedThreadPool(task -> {
            Thread thread = new Thread(task, "played-gateway");
            thread.setDaemon(true);
            return thread;
        }));
        server.start();
    }

    public String address() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    /**
     * @param call a method and a path, {@code GET /v1/officials/me}, with a query for that one alone. @param headers
     *     pairs of a name and a value
     */
    public PlayedGateway answers(String call, int status, String body, String... headers) {
        replies.put(call, new Reply(status, body, 0, headers));
        return this;
    }

    /** The same, so many milliseconds later. */
    public PlayedGateway answersLate(long afterMs, String call, int status, String body, String... headers) {
        replies.put(call, new Reply(status, body, afterMs, headers));
        return this;
    }

    /** A problem as the contract has it. */
    public PlayedGateway refuses(String call, int status, String code, String... headers) {
        return answers(call, status, problem(status, code), headers);
    }

    /** To all that no test has laid out. */
    public PlayedGateway refusesOthers(int status, String code) {
        otherwise = new Reply(status, problem(status, code), 0);
        return this;
    }

    private static String problem(int status, String code) {
        return """
                {"type":"urn:vahid:problem:%s","title":"T","status":%d,"detail":"D","instance":"urn:uuid:2f1d4a0e-6c52-4b8e-9d0c-51f0b7a3c9de","code":"%s","fix":"F"}""".formatted(code.toLowerCase().replace('_', '-'), status, code);
    }

    /**
     * Whatever words are looked for, these services have them.
     *
     * @param services what {@code GET /v1/catalogue/services} answers
     * @param codes in the order in which they are found
     */
    public PlayedGateway finds(String services, String... codes) {
        ObjectNode found = JSON.createObjectNode();
        ArrayNode rows = found.putArray("services");
        for (String code : codes) {
            for (JsonNode service : tree(services).path("services")) {
                if (service.path("code").asText().equals(code)) {
                    rows.add(service);
                }
            }
        }
        return answers("POST /v1/catalogue/search", 200, found.toString());
    }

    private static JsonNode tree(String json) {
        try {
            return JSON.readTree(json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whoever asks is an official with these roles, who may ask for every service. */
    public PlayedGateway knows(String official, String... roles) {
        return answers(
                "GET /v1/officials/me",
                200,
                "{\"official\":\"" + official + "\",\"requester\":\"dost-centre-1\",\"office\":\"DOST-1\",\"roles\":[\""
                        + String.join("\",\"", roles) + "\"],\"services\":[\"*\"],\"views\":[\"FULL\"]}");
    }

    /** All that was asked for since it was last forgotten, the oldest first. */
    public List<Asked> asked() {
        return List.copyOf(asked);
    }

    public void forget() {
        asked.clear();
    }

    private void answer(HttpExchange exchange) throws IOException {
        String call =
                exchange.getRequestMethod() + " " + exchange.getRequestURI().getPath();
        asked.add(new Asked(
                exchange.getRequestMethod(),
                exchange.getRequestURI().toString(),
                new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8),
                Map.copyOf(exchange.getRequestHeaders())));
        Reply reply = replies.getOrDefault(
                call + "?" + exchange.getRequestURI().getQuery(), replies.getOrDefault(call, otherwise));
        try {
            Thread.sleep(reply.afterMs());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        exchange.getResponseHeaders()
                .set("Content-Type", reply.status() < 300 ? "application/json" : "application/problem+json");
        for (int i = 0; i < reply.headers().length; i += 2) {
            exchange.getResponseHeaders().set(reply.headers()[i], reply.headers()[i + 1]);
        }
        byte[] body = reply.body().getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(reply.status(), body.length == 0 ? -1 : body.length);
        try (exchange) {
            exchange.getResponseBody().write(body);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
