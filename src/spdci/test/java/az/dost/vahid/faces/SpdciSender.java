package az.dost.vahid.faces;

import az.dost.vahid.edge.access.AccessPolicy;
import az.dost.vahid.whole.RunningVahid;
import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;
import org.awaitility.Awaitility;

/**
 * The system that speaks SPDCI with the running gateway, and the address at which it is called. Whoever needs the
 * gateway in this module asks here: its settings name that address.
 */
final class SpdciSender {
    static final String SETTINGS = "vahid.spdci.senders.";
    /** Messages of one requester. */
    static final int MOST_WAITING = 200;

    private static final Duration LONGEST = Duration.ofSeconds(30);
    private static final SpdciSender ONE = new SpdciSender();
    private final List<Call> calls = new CopyOnWriteArrayList<>();
    private final HttpServer server;
    /** Of what it answers next. */
    private volatile int status = 200;

    final RunningVahid vahid;
    /** Where a suite of others listens. */
    final int suitePort = free();

    record Call(String path, JsonNode body) {}

    private SpdciSender() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getByName("localhost"), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", this::answer);
        server.start();
        System.setProperty(SETTINGS + "demo-spdci.callback", address());
        System.setProperty(SETTINGS + "suite.requester", "programmes");
        System.setProperty(SETTINGS + "suite.unsigned", "true");
        System.setProperty(SETTINGS + "suite.callback", "http://localhost:" + suitePort + "/registry/");
        System.setProperty(SETTINGS + "suite-signed.requester", "programmes");
        System.setProperty(
                SETTINGS + "suite-signed.certificates",
                Path.of("src/docs/receipt/vahid.pem").toAbsolutePath().toString());
        System.setProperty("vahid.spdci.most-waiting", String.valueOf(MOST_WAITING));
        vahid = RunningVahid.get();
    }

    static SpdciSender get() {
        return ONE;
    }

    private static int free() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] body = exchange.getRequestBody().readAllBytes();
            if (status == 200) {
                calls.add(new Call(exchange.getRequestURI().getPath(), Gateway.JSON.readTree(body)));
            }
            byte[] answer = "{\"message\":{\"ack_status\":\"ACK\"}}".getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.sendResponseHeaders(status, answer.length);
            exchange.getResponseBody().write(answer);
        }
    }

    /** With a slash at its end. */
    String address() {
        return "http://localhost:" + server.getAddress().getPort() + "/registry/";
    }

    /** What it answers to calls from now on; those that it answers with a fault it does not count. */
    void answers(int with) {
        status = with;
    }

    /** The first call that there is, or that comes, with this in it. */
    JsonNode call(String path, Predicate<JsonNode> wanted) {
        return Awaitility.await("a call of " + path)
                .atMost(LONGEST)
                .until(
                        () -> calls.stream()
                                .filter(call -> call.path().equals("/registry/" + path))
                                .map(Call::body)
                                .filter(wanted)
                                .findFirst()
                                .orElse(null),
                        found -> found != null);
    }

    /** The call that answers what was acknowledged under this id. */
    JsonNode answered(String path, String correlation) {
        return call(path, body -> body.at("/message/correlation_id").asText().equals(correlation));
    }

    List<JsonNode> calls(String correlation) {
        return calls.stream()
                .map(Call::body)
                .filter(body -> body.at("/message/correlation_id").asText().equals(correlation))
                .toList();
    }

    long called(String correlation) {
        return calls(correlation).size();
    }

    /** Runs while the requester's file does not have this. */
    void without(String grant, Runnable step) throws IOException {
        Path file = vahid.data().resolve("requesters/programmes.yaml");
        String before = Files.readString(file);
        replace(file, before.replace(grant, ""));
        try {
            step.run();
        } finally {
            replace(file, before);
        }
    }

    private void replace(Path file, String text) throws IOException {
        AccessPolicy access = vahid.bean(AccessPolicy.class);
        Object version = access.version();
        Path other = Files.writeString(file.resolveSibling("new.tmp"), text);
        Files.move(other, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        Awaitility.await("requesters").until(() -> access.version() != version);
    }
}
