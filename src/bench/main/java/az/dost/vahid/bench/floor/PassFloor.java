package az.dost.vahid.bench.floor;

import az.dost.vahid.bench.Parts;
import io.vertx.core.AbstractVerticle;
import io.vertx.core.DeploymentOptions;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.PoolOptions;
import java.util.concurrent.Callable;

/**
 * The floor of a call between members: it is hashed, recorded durably before and after, and passed on; nothing else is
 * done.
 */
public final class PassFloor {
    private static final int AT_ONCE = 64;
    private final LeanExchange exchange;
    private final Vertx vertx;
    private final HttpClient client;

    private PassFloor(LeanExchange exchange, Vertx vertx, int provider) {
        this.exchange = exchange;
        this.vertx = vertx;
        this.client = vertx.createHttpClient(
                new HttpClientOptions()
                        .setDefaultHost("127.0.0.1")
                        .setDefaultPort(provider)
                        .setTcpNoDelay(true),
                new PoolOptions().setHttp1MaxSize(AT_ONCE));
    }

    /** Arguments: the settings file, the port, and the provider's. */
    public static void main(String[] args) {
        int cores = Runtime.getRuntime().availableProcessors();
        Vertx vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(cores).setWorkerPoolSize(AT_ONCE));
        PassFloor floor = new PassFloor(
                new LeanExchange(Parts.of(args[0], "native"), "dost-centre-1"), vertx, Integer.parseInt(args[2]));
        vertx.deployVerticle(() -> floor.server(Integer.parseInt(args[1])), new DeploymentOptions().setInstances(cores))
                .onFailure(failure -> {
                    failure.printStackTrace();
                    System.exit(1);
                });
    }

    private AbstractVerticle server(int port) {
        return new AbstractVerticle() {
            @Override
            public void start(Promise<Void> started) {
                vertx.createHttpServer(new HttpServerOptions()
                                .setHost("127.0.0.1")
                                .setPort(port)
                                .setTcpNoDelay(true))
                        .requestHandler(PassFloor.this::pass)
                        .listen()
                        .<Void>mapEmpty()
                        .onComplete(started);
            }
        };
    }

    private void pass(HttpServerRequest request) {
        request.body()
                .compose(body -> blocking(() -> exchange.begin(request.path(), body.getBytes()))
                        .compose(call -> provider(request.path(), body)
                                .compose(answer -> blocking(() -> {
                                    exchange.end(call, 200, answer.getBytes());
                                    return answer;
                                }))))
                .onSuccess(answer -> request.response()
                        .putHeader("Content-Type", "application/json")
                        .end(answer))
                .onFailure(failure -> request.response().setStatusCode(500).end(String.valueOf(failure)));
    }

    private <T> Future<T> blocking(Callable<T> work) {
        return vertx.executeBlocking(work, false);
    }

    private Future<Buffer> provider(String path, Buffer body) {
        return client.request(HttpMethod.POST, path)
                .compose(request ->
                        request.putHeader("Content-Type", "application/json").send(body))
                .compose(response -> response.statusCode() == 200
                        ? response.body()
                        : Future.failedFuture("Status " + response.statusCode()));
    }
}
