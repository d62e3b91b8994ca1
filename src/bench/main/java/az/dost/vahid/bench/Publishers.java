package az.dost.vahid.bench;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;

/** Callers who publish life events, each the next one when its last was acknowledged. */
final class Publishers implements AutoCloseable {
    private static final int CALLERS = 16;
    private static final int PATIENCE_SECONDS = 600;
    /** Each gets an event again and again: their order must be kept. */
    private static final int CITIZENS = 500;

    private static final AtomicLong NUMBERS = new AtomicLong();
    private final HttpClient client;
    private final RequestOptions target;
    private final AtomicInteger acknowledged = new AtomicInteger();
    private final AtomicInteger failed = new AtomicInteger();
    /** What the first one that was not acknowledged was told; empty while there is none. */
    private final AtomicReference<String> refusal = new AtomicReference<>("");

    private final AtomicInteger left;
    private final CountDownLatch running = new CountDownLatch(CALLERS);
    private volatile boolean ended;

    /** @param events how many are published at the most */
    Publishers(Vertx vertx, int port, String token, int events) {
        this.client = vertx.createHttpClient(
                new HttpClientOptions().setTcpNoDelay(true).setKeepAliveTimeout(30),
                new PoolOptions().setHttp1MaxSize(CALLERS));
        this.target = new RequestOptions()
                .setHost("127.0.0.1")
                .setPort(port)
                .setURI("/v1/events")
                .setMethod(HttpMethod.POST)
                .setTimeout(15_000)
                .putHeader("Authorization", "Bearer " + token)
                .putHeader("Content-Type", "application/cloudevents+json");
        this.left = new AtomicInteger(events);
        for (int caller = 0; caller < CALLERS; caller++) {
            next();
        }
    }

    private void next() {
        if (ended || left.getAndDecrement() <= 0) {
            running.countDown();
            return;
        }
        client.request(target)
                .compose(request -> request.send(Buffer.buffer(event(NUMBERS.incrementAndGet()))))
                .compose(response -> response.body()
                        .map(body -> response.statusCode() == 202 ? "" : response.statusCode() + " " + body))
                .otherwise(Throwable::toString)
                .onSuccess(told -> {
                    (told.isEmpty() ? acknowledged : failed).incrementAndGet();
                    refusal.compareAndSet("", told);
                    next();
                });
    }

    /** As long as the events of civil registries are. */
    static String event(long number) {
        return """
                {"specversion": "1.0", "id": "%d", "source": "urn:dost:publisher:registry", "type": "az.dost.address-change.v1", "time": "2026-01-05T08:00:00Z",
                 "data": {"fin": "E%06d", "region": "R%d", "line": "1 Test street", "validFrom": "2026-01-01"}}""".formatted(number, number % CITIZENS, number % 70);
    }

    /** As far as they have come. */
    int acknowledged() {
        return acknowledged.get();
    }

    int failed() {
        return failed.get();
    }

    /** What the first one that failed was told, empty for none. */
    String refusal() {
        return refusal.get();
    }

    /** Waits until all are published. */
    void await() throws InterruptedException {
        if (!running.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            throw new IllegalStateException("The publishers did not end");
        }
    }

    /** Waits for those that are under way; no event is begun any more. */
    @Override
    public void close() throws InterruptedException {
        ended = true;
        await();
    }
}
