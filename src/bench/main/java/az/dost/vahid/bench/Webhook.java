package az.dost.vahid.bench;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Takes deliveries and counts them by path, each idempotency key once. While it is shut it answers nobody. */
final class Webhook implements AutoCloseable {
    private static final int TURN_MS = 50;
    private static final int PATIENCE_TURNS = 600;
    private final int port = Run.freePort();
    private final Map<String, AtomicInteger> taken = new ConcurrentHashMap<>();
    private final Set<String> keys = ConcurrentHashMap.newKeySet();
    /** What came first, by path. */
    private final Map<String, String> first = new ConcurrentHashMap<>();

    private final HttpServer server;
    private final List<HttpServerRequest> waiting = new ArrayList<>();
    private boolean shut;

    Webhook(Vertx vertx) throws Exception {
        server = vertx.createHttpServer(new HttpServerOptions()
                        .setHost("127.0.0.1")
                        .setPort(port)
                        .setTcpNoDelay(true))
                .requestHandler(request -> request.body().onSuccess(body -> {
                    first.computeIfAbsent(request.path(), path -> body.toString());
                    come(request);
                }));
        server.listen().toCompletionStage().toCompletableFuture().get(30, TimeUnit.SECONDS);
    }

    String address(String path) {
        return "http://127.0.0.1:" + port + "/" + path;
    }

    int taken(String path) {
        return taken.computeIfAbsent("/" + path, one -> new AtomicInteger()).get();
    }

    /**
     * Waits for the first delivery to a path.
     *
     * @throws IllegalStateException when none comes in half a minute
     */
    String first(String path) throws InterruptedException {
        for (int turn = 0; turn < PATIENCE_TURNS; turn++) {
            if (taken(path) > 0) {
                return first.get("/" + path);
            }
            Thread.sleep(TURN_MS);
        }
        throw new IllegalStateException("Nothing came to " + address(path));
    }

    private synchronized void come(HttpServerRequest request) {
        if (shut) {
            waiting.add(request);
        } else {
            take(request);
        }
    }

    private void take(HttpServerRequest request) {
        String key = request.getHeader("Idempotency-Key");
        if (key == null || keys.add(key)) {
            taken.computeIfAbsent(request.path(), one -> new AtomicInteger()).incrementAndGet();
        }
        request.response().setStatusCode(204).end();
    }

    synchronized void shut() {
        shut = true;
    }

    /** Those who hung up meanwhile come again. */
    synchronized void open() {
        shut = false;
        waiting.stream().filter(request -> !request.response().closed()).forEach(this::take);
        waiting.clear();
    }

    @Override
    public void close() {
        server.close();
    }
}
