package az.dost.vahid.bench;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * Calls one peer over and over. Closed loop: each caller asks again when it has its answer. Open loop: questions come
 * at a fixed rate whatever the answers do, and a latency counts from when its question was due (no coordinated
 * omission).
 */
final class Load {
    private static final int PATIENCE_SECONDS = 15;
    private static final int MOST_CONNECTIONS = 2048;
    /** Shorter than any peer keeps a connection: one that it closes as it is used again would count as a failure. */
    private static final int KEPT_SECONDS = 30;

    private static final String OVERLOADED = "server.clientproxy.overloaded";
    private final Vertx vertx;
    private final HttpClient client;
    private final RequestOptions target;
    private final List<Buffer> questions;
    private final byte[] expected;
    private int next;

    /**
     * What came of a round; refused are those answered 429, 503 or, between members, with a 500 that says overloaded.
     */
    static final class Outcome {
        final Latencies latencies = new Latencies();
        final Latencies refusals = new Latencies();
        int failed;
        /** The first failure, for people; null when there was none. */
        String complaint;

        long nanos;

        double perSecond() {
            return latencies.count() * 1e9 / nanos;
        }
    }

    Load(Vertx vertx, int port, Ask ask) {
        this.vertx = vertx;
        this.client = vertx.createHttpClient(new HttpClientOptions()
                .setMaxPoolSize(MOST_CONNECTIONS)
                .setTcpNoDelay(true)
                .setIdleTimeout(0)
                .setKeepAliveTimeout(KEPT_SECONDS));
        this.target = new RequestOptions()
                .setHost("127.0.0.1")
                .setPort(port)
                .setURI(ask.path())
                .setMethod(HttpMethod.POST)
                .setTimeout(TimeUnit.SECONDS.toMillis(PATIENCE_SECONDS));
        ask.headers().forEach(target::putHeader);
        this.questions = ask.bodies().stream().map(Buffer::buffer).toList();
        this.expected = ask.expected().getBytes(StandardCharsets.UTF_8);
    }

    Outcome closed(int callers, long millis) {
        Outcome outcome = new Outcome();
        CompletableFuture<Void> done = new CompletableFuture<>();
        long started = System.nanoTime();
        long end = started + TimeUnit.MILLISECONDS.toNanos(millis);
        int[] running = {callers};
        vertx.getOrCreateContext().runOnContext(start -> {
            for (int i = 0; i < callers; i++) {
                again(outcome, end, running, done);
            }
        });
        await(done, millis);
        outcome.nanos = System.nanoTime() - started;
        return outcome;
    }

    private void again(Outcome outcome, long end, int[] running, CompletableFuture<Void> done) {
        long now = System.nanoTime();
        if (now >= end) {
            if (--running[0] == 0) {
                done.complete(null);
            }
            return;
        }
        ask(outcome, now, () -> again(outcome, end, running, done));
    }

    /** @throws IllegalArgumentException when the rate is none: nothing would end the round */
    Outcome open(double perSecond, long millis) {
        Outcome outcome = new Outcome();
        CompletableFuture<Void> done = new CompletableFuture<>();
        long started = System.nanoTime();
        long all = (long) (perSecond * millis / 1000);
        if (all <= 0) {
            throw new IllegalArgumentException("No questions in " + millis + " ms at " + perSecond + " a second");
        }
        long[] sent = {0, 0};
        vertx.getOrCreateContext()
                .runOnContext(start -> vertx.setPeriodic(1, timer -> {
                    long due = Math.min(all, (long) ((System.nanoTime() - started) * perSecond / 1e9));
                    while (sent[0] < due) {
                        long at = started + (long) (sent[0]++ * 1e9 / perSecond);
                        ask(outcome, at, () -> {
                            if (++sent[1] == all) {
                                done.complete(null);
                            }
                        });
                    }
                    if (sent[0] == all) {
                        vertx.cancelTimer(timer);
                    }
                }));
        await(done, millis);
        outcome.nanos = System.nanoTime() - started;
        return outcome;
    }

    private void ask(Outcome outcome, long since, Runnable then) {
        Buffer question = questions.get(next++ % questions.size());
        client.request(target)
                .compose(request -> request.send(question))
                .compose(response -> response.body().map(body -> {
                    count(outcome, response, body, System.nanoTime() - since);
                    return null;
                }))
                .onComplete(done -> {
                    if (done.failed()) {
                        failed(outcome, String.valueOf(done.cause()));
                    }
                    then.run();
                });
    }

    private void count(Outcome outcome, HttpClientResponse response, Buffer body, long nanos) {
        if (response.statusCode() == 200 && contains(body.getBytes(), expected)) {
            outcome.latencies.add(nanos);
        } else if (response.statusCode() == 503
                || response.statusCode() == 429
                || OVERLOADED.equals(response.getHeader("X-Road-Error"))) {
            outcome.refusals.add(nanos);
        } else {
            failed(outcome, response.statusCode() + " " + body);
        }
    }

    private static void failed(Outcome outcome, String complaint) {
        outcome.failed++;
        outcome.complaint = outcome.complaint == null ? complaint : outcome.complaint;
    }

    private static boolean contains(byte[] text, byte[] part) {
        for (int i = 0; i + part.length <= text.length; i++) {
            int k = 0;
            while (k < part.length && text[i + k] == part[k]) {
                k++;
            }
            if (k == part.length) {
                return true;
            }
        }
        return part.length == 0;
    }

    private static void await(CompletableFuture<Void> done, long millis) {
        try {
            done.get(millis + TimeUnit.SECONDS.toMillis(2L * PATIENCE_SECONDS), TimeUnit.MILLISECONDS);
        } catch (Exception e) {
            throw new IllegalStateException("The load did not end", e);
        }
    }
}
