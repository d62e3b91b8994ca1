package az.dost.vahid.pages.visit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;

/**
 * Before a real gateway: what it answers goes on with a script in each text that somebody wrote. Ids, codes and times
 * stay, or no page would come as far.
 */
public final class ScriptedGateway implements AutoCloseable {
    public static final String SCRIPT =
            "\"'><script>window.scripted=1</script><img src=x onerror=\"window.scripted=1\">${7*7}[[${7*7}]]#{door.title}__${7*7}__::.x";
    private static final Pattern CODE = Pattern.compile(
            "[A-Z0-9_.*-]+|[a-z0-9.:/*+;=_-]+|[0-9T:.Z+-]+|urn:.*|https?:.*|[A-Za-z0-9+/=_.-]{60,}|[a-z]+[A-Z]\\w*");
    private static final Set<String> NOT_PASSED_ON =
            Set.of("host", "connection", "content-length", "transfer-encoding", "upgrade", "http2-settings");
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final HttpServer server;
    private final String gateway;

    public ScriptedGateway(String gateway) {
        this.gateway = gateway;
        try {
            server = HttpServer.create(new InetSocketAddress("localhost", 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", this::pass);
        server.setExecutor(Executors.newCachedThreadPool(task -> {
            Thread thread = new Thread(task, "scripted-gateway");
            thread.setDaemon(true);
            return thread;
        }));
        server.start();
    }

    public String address() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    private void pass(HttpExchange exchange) throws IOException {
        try (exchange) {
            HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(gateway + exchange.getRequestURI()));
            exchange.getRequestHeaders().forEach((name, values) -> {
                if (!NOT_PASSED_ON.contains(name.toLowerCase())) {
                    values.forEach(value -> request.header(name, value));
                }
            });
            request.method(
                    exchange.getRequestMethod(),
                    HttpRequest.BodyPublishers.ofByteArray(
                            exchange.getRequestBody().readAllBytes()));
            HttpResponse<byte[]> answer = HTTP.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
            String type = answer.headers().firstValue("Content-Type").orElse("");
            byte[] body = answer.statusCode() < 300 && type.contains("json") && answer.body().length > 0
                    ? scripted(answer.body())
                    : answer.body();
            answer.headers().map().forEach((name, values) -> {
                if (!NOT_PASSED_ON.contains(name.toLowerCase())) {
                    exchange.getResponseHeaders().put(name, values);
                }
            });
            exchange.sendResponseHeaders(answer.statusCode(), body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static byte[] scripted(byte[] json) throws IOException {
        return JSON.writeValueAsBytes(scripted(JSON.readTree(json)));
    }

    /** The same with a script in each text that is no code. */
    public static JsonNode scripted(JsonNode node) {
        if (node instanceof ObjectNode object) {
            object.properties().forEach(field -> field.setValue(scripted(field.getValue())));
        } else if (node instanceof ArrayNode array) {
            for (int i = 0; i < array.size(); i++) {
                array.set(i, scripted(array.get(i)));
            }
        } else if (node.isTextual() && !CODE.matcher(node.asText()).matches()) {
            return new TextNode(node.asText() + SCRIPT);
        }
        return node;
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
