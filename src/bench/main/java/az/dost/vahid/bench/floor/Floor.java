package az.dost.vahid.bench.floor;

import az.dost.vahid.bench.Parts;
import az.dost.vahid.proof.record.DossierRecord;
import az.dost.vahid.proof.record.RecordedDossier;
import io.vertx.core.AbstractVerticle;
import io.vertx.core.DeploymentOptions;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import org.springframework.context.ApplicationContext;

/** The floor: the same lookup, proof, mapping, combining, signing and durable record in plain Vert.x, without a bus. */
public final class Floor {
    private static final int WORKERS = 16;
    private final LeanLookup desk;
    private final LeanGather gather;
    private final DossierRecord record;
    /** Without judging, and without a record. */
    private final boolean bare;

    private Floor(ApplicationContext parts, Vertx vertx, boolean bare) {
        this.bare = bare;
        this.desk = new LeanLookup(parts);
        this.gather = new LeanGather(parts, vertx);
        this.record = parts.getBean(DossierRecord.class);
    }

    /** Arguments: the settings file, the port, native or jdk, and whether it is bare. */
    public static void main(String[] args) {
        int cores = Runtime.getRuntime().availableProcessors();
        Vertx vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(cores).setWorkerPoolSize(WORKERS));
        Floor floor = new Floor(Parts.of(args[0], args[2]), vertx, Boolean.parseBoolean(args[3]));
        int port = Integer.parseInt(args[1]);
        vertx.deployVerticle(() -> floor.server(port), new DeploymentOptions().setInstances(cores))
                .onSuccess(id -> System.out.println("READY"))
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
                        .requestHandler(Floor.this::lookup)
                        .listen()
                        .<Void>mapEmpty()
                        .onComplete(started);
            }
        };
    }

    private void lookup(HttpServerRequest request) {
        request.body()
                .compose(body -> answer(request.getHeader("Authorization"), body.getBytes()))
                .onSuccess(dossier -> request.response()
                        .putHeader("Content-Type", "application/json")
                        .putHeader("Cache-Control", "no-store")
                        .putHeader("Vahid-Signature", dossier.jws())
                        .end(Buffer.buffer(dossier.content())))
                .onFailure(failure -> request.response().setStatusCode(500).end(String.valueOf(failure)));
    }

    private Future<RecordedDossier> answer(String authorization, byte[] body) {
        LeanLookup.Case accepted = desk.accept(authorization, body, !bare);
        return gather.ask(accepted).compose(answers -> {
            RecordedDossier dossier = desk.dossier(accepted, answers);
            return bare
                    ? Future.succeededFuture(dossier)
                    : Future.fromCompletionStage(record.keeping(dossier, accepted.answers()))
                            .map(dossier);
        });
    }
}
