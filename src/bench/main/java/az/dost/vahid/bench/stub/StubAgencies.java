package az.dost.vahid.bench.stub;

import az.dost.vahid.bench.Parts;
import az.dost.vahid.connector.Catalogue;
import az.dost.vahid.connector.Connector;
import io.vertx.core.AbstractVerticle;
import io.vertx.core.DeploymentOptions;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.http.ClientAuth;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.PemTrustOptions;
import io.vertx.core.net.PfxOptions;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The agencies that are called, as cheap as they can be while each answer is signed anew: recorded replies, native
 * crypto, one thread a core. Settable at {@code POST /stub?agency=<id or *>&delay=<ms; -1 hangs>}.
 */
public final class StubAgencies extends AbstractVerticle {
    private static final Map<String, Prepared> AGENCIES = new TreeMap<>();
    private static final Map<String, Integer> DELAYS = new ConcurrentHashMap<>();
    private static final String FILLING = "\"text\":\"" + "x".repeat(1350) + "\"";
    private static Catalogue catalogue;
    private static Path keys;
    private static String password;
    private static Map<String, Integer> tlsPorts;

    /**
     * Arguments: folder of keys, password, folder of recordings, HTTP port, then {@code agency=port} for each TLS port.
     */
    public static void main(String[] args) {
        keys = Path.of(args[0]);
        password = args[1];
        catalogue = Parts.catalogue();
        for (Connector connector : catalogue.connectors()) {
            if (connector.protocol() != Connector.Protocol.FILE) {
                AGENCIES.put(
                        connector.id(),
                        new Prepared(
                                catalogue.folder(connector.id()),
                                Path.of(args[2]),
                                new StubKey(keys, connector.id(), password.toCharArray())));
            }
        }
        tlsPorts = new TreeMap<>();
        for (int i = 4; i < args.length; i++) {
            tlsPorts.put(args[i].split("=")[0], Integer.valueOf(args[i].split("=")[1]));
        }
        tlsPorts.put("", Integer.valueOf(args[3]));
        int cores = Runtime.getRuntime().availableProcessors();
        Vertx.vertx(new VertxOptions().setEventLoopPoolSize(cores))
                .deployVerticle(StubAgencies::new, new DeploymentOptions().setInstances(cores))
                .onSuccess(id -> System.out.println("READY"))
                .onFailure(failure -> {
                    failure.printStackTrace();
                    System.exit(1);
                });
    }

    @Override
    public void start(Promise<Void> started) {
        io.vertx.core.Future<?> all = io.vertx.core.Future.succeededFuture();
        for (Map.Entry<String, Integer> port : tlsPorts.entrySet()) {
            HttpServerOptions options = new HttpServerOptions()
                    .setPort(port.getValue())
                    .setHost("127.0.0.1")
                    .setTcpNoDelay(true);
            if (!port.getKey().isEmpty()) {
                secure(options, port.getKey());
            }
            all = all.compose(done ->
                    vertx.createHttpServer(options).requestHandler(this::answer).listen());
        }
        all.<Void>mapEmpty().onComplete(started);
    }

    private static void secure(HttpServerOptions options, String agency) {
        options.setSsl(true)
                .setKeyCertOptions(new PfxOptions()
                        .setPath(keys.resolve("mocks").resolve(agency + ".p12").toString())
                        .setPassword(password));
        if (catalogue.folder(agency).connector().auth().kind() == Connector.AuthKind.MUTUAL_TLS) {
            options.setClientAuth(ClientAuth.REQUIRED)
                    .setTrustOptions(new PemTrustOptions()
                            .addCertPath(keys.resolve("gateway-tls.pem").toString()));
        }
    }

    private void answer(HttpServerRequest request) {
        String[] path = request.path().split("/", 3);
        if (path[1].equals("stub")) {
            DELAYS.put(request.getParam("agency"), Integer.valueOf(request.getParam("delay")));
            request.response().end();
            return;
        }
        if (path[1].equals("plain")) {
            later(
                    path[1],
                    () -> request.response()
                            .putHeader("Content-Type", "application/json")
                            .end(plain(path[2])));
            return;
        }
        request.body().onSuccess(body -> later(path[1], () -> send(request, path[1], body.toString())));
    }

    private void later(String agency, Runnable reply) {
        int delay = DELAYS.getOrDefault(agency, DELAYS.getOrDefault("*", 0));
        if (delay == 0) {
            reply.run();
        } else if (delay > 0) {
            vertx.setTimer(delay, timer -> reply.run());
        }
    }

    /** A reply as long as many are, for who asks without proof. */
    private static String plain(String number) {
        return "{\"agency\":\"" + number + "\"," + FILLING + "}";
    }

    private static void send(HttpServerRequest request, String agency, String body) {
        String token = catalogue.folder(agency).connector().auth().tokenPath();
        if (token != null && request.path().endsWith(token)) {
            request.response()
                    .putHeader("Content-Type", "application/json")
                    .end("{\"access_token\":\"stub\",\"expires_in\":36000}");
            return;
        }
        AGENCIES.get(agency)
                .reply(body, request.getHeader("X-Request-Id"))
                .ifPresentOrElse(
                        reply -> {
                            if (reply.jws() != null) {
                                request.response()
                                        .putHeader(
                                                catalogue
                                                        .folder(agency)
                                                        .connector()
                                                        .proof()
                                                        .header(),
                                                reply.jws());
                            }
                            request.response()
                                    .putHeader(
                                            "Content-Type",
                                            reply.mediaType() == null ? "application/json" : reply.mediaType())
                                    .end(io.vertx.core.buffer.Buffer.buffer(reply.body()));
                        },
                        () -> request.response().setStatusCode(500).end());
    }
}
