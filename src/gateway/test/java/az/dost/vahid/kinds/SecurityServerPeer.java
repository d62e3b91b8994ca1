package az.dost.vahid.kinds;

import az.dost.vahid.mock.kit.Credential;
import az.dost.vahid.mock.kit.DemoKeys;
import az.dost.vahid.mock.kit.Faults;
import az.dost.vahid.process.FreePort;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.net.PemKeyCertOptions;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;

/** The gateway's own X-Road security server, and behind it the agency with the example's sample. */
final class SecurityServerPeer implements Peer {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Set<String> STRIPPED =
            Set.of("host", "content-length", "user-agent", "connection", "transfer-encoding");
    private final Example example;
    private final Vertx vertx = Vertx.vertx();
    private final HttpServer server;
    private final Path pinned;
    private final byte[] own;
    private final byte[] stranger;
    private volatile Conduct conduct = Conduct.ANSWERS;
    /** Type of the exchange's own error with which every request ends; null for none. */
    volatile String error;
    /** Changes the headers of an answer before it goes. */
    volatile BiConsumer<String, HttpServerResponse> disturbed = (id, answer) -> {};

    volatile HttpServerRequest last;

    SecurityServerPeer(Example example) throws IOException, GeneralSecurityException {
        this.example = example;
        DemoKeys keys = new DemoKeys(example.keys(), new Faults());
        Credential credential = keys.agency(example.id(), "EC");
        keys.agency("stranger", "EC");
        pinned = example.keys().resolve("agencies").resolve(example.id() + ".pem");
        own = Files.readAllBytes(pinned);
        stranger = Files.readAllBytes(pinned.resolveSibling("stranger.pem"));
        String key = "-----BEGIN PRIVATE KEY-----\n"
                + Base64.getMimeEncoder().encodeToString(credential.key().getEncoded())
                + "\n-----END PRIVATE KEY-----\n";
        server = vertx.createHttpServer(new HttpServerOptions()
                        .setHost("127.0.0.1")
                        .setPort(0)
                        .setSsl(true)
                        .setKeyCertOptions(new PemKeyCertOptions()
                                .setKeyValue(Buffer.buffer(key))
                                .setCertValue(Buffer.buffer(own))))
                .requestHandler(request -> request.body().onSuccess(body -> handle(request, body)));
        server.listen().toCompletionStage().toCompletableFuture().join();
    }

    private void handle(HttpServerRequest request, Buffer body) {
        last = request;
        HttpServerResponse answer = request.response();
        if (conduct == Conduct.SLEEPS) {
            return;
        } else if (error != null) {
            answer.setStatusCode(error.toLowerCase(Locale.ROOT).startsWith("server") ? 500 : 400)
                    .putHeader("X-Road-Error", error)
                    .end("{\"type\": \"" + error + "\", \"message\": \"\", \"detail\": \"" + UUID.randomUUID() + "\"}");
            return;
        } else if (conduct == Conduct.FAILS) {
            answer.setStatusCode(502).end();
            return;
        }
        try {
            String added = UUID.randomUUID().toString();
            answer.putHeader("Content-Type", "application/json")
                    .putHeader("X-Road-Client", request.getHeader("X-Road-Client"))
                    .putHeader("X-Road-Service", request.path().replaceFirst("^/r1/((?:[^/]+/){4}[^/]+)/.*$", "$1"))
                    .putHeader("X-Road-Id", request.getHeader("X-Road-Id"))
                    .putHeader("X-Road-Request-Id", added)
                    .putHeader("X-Road-Request-Hash", hash(request, body.getBytes(), added));
            disturbed.accept(request.getHeader("X-Road-Id"), answer);
            answer.end(said(
                    body.length() == 0
                            ? request.getHeader("X-Owner")
                            : JSON.readTree(body.getBytes()).path("owner").asText()));
        } catch (IOException | GeneralSecurityException e) {
            answer.setStatusCode(500).end(e.toString());
        }
    }

    private String said(String fin) throws IOException {
        if (conduct == Conduct.MUMBLES) {
            return "{\"owner\": ";
        }
        String sample = conduct == Conduct.KNOWS_NOBODY ? "no-record" : "found";
        ObjectNode said = (ObjectNode) JSON.readTree(
                example.folder().resolve("samples/" + sample + "/reply.json").toFile());
        said.put("owner", conduct == Conduct.MEANS_ANOTHER_CITIZEN ? OTHER_FIN : fin)
                .put("countedAt", Instant.now().toString());
        return conduct == Conduct.TALKS_WITHOUT_END
                ? said.put("more", "x".repeat(100_000)).toString()
                : said.toString();
    }

    /** By the specification's words, on the bytes as they came. */
    private static String hash(HttpServerRequest request, byte[] body, String added) throws GeneralSecurityException {
        StringBuilder head = new StringBuilder(request.method().name() + "\r\n" + request.uri() + "\r\n");
        request.headers()
                .forEach((name, value) -> head.append(
                        STRIPPED.contains(name.toLowerCase(Locale.ROOT)) ? "" : name + ":" + value + "\r\n"));
        head.append("x-road-request-id:").append(added).append("\r\n");
        MessageDigest sha512 = MessageDigest.getInstance("SHA-512");
        byte[] hash = sha512.digest(head.toString().getBytes(StandardCharsets.UTF_8));
        if (body.length > 0) {
            byte[] second = sha512.digest(body);
            sha512.update(hash);
            hash = sha512.digest(second);
        }
        return Base64.getEncoder().encodeToString(hash);
    }

    List<String> lastHeaders(String name) {
        return last.headers().getAll(name);
    }

    @Override
    public Map<String, String> behave(Conduct next) throws IOException {
        conduct = next;
        error = next == Conduct.REFUSES ? "server.serverproxy.access_denied" : null;
        Files.write(pinned, next == Conduct.IS_A_STRANGER ? stranger : own);
        return Map.of(
                "vahid.endpoints.security-server",
                "https://localhost:" + (next == Conduct.IS_AWAY ? FreePort.next() : server.actualPort()));
    }

    @Override
    public void close() throws Exception {
        vertx.close().toCompletionStage().toCompletableFuture().get(10, TimeUnit.SECONDS);
    }
}
