package az.dost.vahid.bench.floor;

import az.dost.vahid.agency.LeanCall;
import az.dost.vahid.agency.LeanDrops;
import az.dost.vahid.agency.SourceAnswer;
import az.dost.vahid.bench.Parts;
import az.dost.vahid.connector.Catalogue;
import az.dost.vahid.connector.Connector;
import az.dost.vahid.connector.ConnectorFolder;
import az.dost.vahid.ingest.LeanSnapshots;
import az.dost.vahid.lookup.LeanDesk;
import az.dost.vahid.record.DossierRecord;
import az.dost.vahid.record.RecordedDossier;
import az.dost.vahid.signature.GatewayKeys;
import az.dost.vahid.signature.PinnedCertificates;
import com.zaxxer.hikari.HikariDataSource;
import io.vertx.core.CompositeFuture;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.AbstractVerticle;
import io.vertx.core.DeploymentOptions;
import io.vertx.core.Promise;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.context.ApplicationContext;

/** The floor: the same lookup, proof, mapping, combining, signing and durable record in plain Vert.x, without a bus. */
public final class Floor {
    private static final int WORKERS = 16;
    private final LeanDesk desk;
    private final Map<String, LeanCall> calls = new TreeMap<>();
    private final LeanDrops drops;
    private final DossierRecord record;
    private final Vertx vertx;

    private Floor(ApplicationContext parts, Vertx vertx) {
        this.vertx = vertx;
        HikariDataSource database = parts.getBean(HikariDataSource.class);
        this.desk = new LeanDesk(parts);
        List<Connector> files = new ArrayList<>();
        for (ConnectorFolder folder : parts.getBean(Catalogue.class).folders()) {
            Connector connector = folder.connector();
            if (connector.protocol() == Connector.Protocol.FILE) {
                files.add(connector);
            } else {
                calls.put(connector.id(), new LeanCall(connector, Parts.talk(folder, parts), vertx, parts.getBean(GatewayKeys.class),
                        parts.getBean(PinnedCertificates.class).of(connector.id())));
            }
        }
        this.drops = new LeanDrops(new LeanSnapshots(database), files);
        this.record = parts.getBean(DossierRecord.class);
    }

    /** Arguments: the settings file and the port. */
    public static void main(String[] args) {
        int cores = Runtime.getRuntime().availableProcessors();
        Vertx vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(cores).setWorkerPoolSize(WORKERS));
        Floor floor = new Floor(Parts.of(args[0], null), vertx);
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
                vertx.createHttpServer(new HttpServerOptions().setHost("127.0.0.1").setPort(port).setTcpNoDelay(true))
                        .requestHandler(Floor.this::lookup).listen().<Void>mapEmpty().onComplete(started);
            }
        };
    }

    private void lookup(HttpServerRequest request) {
        request.body().compose(body -> answer(request.getHeader("Authorization"), body.getBytes()))
                .onSuccess(dossier -> request.response().putHeader("Content-Type", "application/json").putHeader("Cache-Control", "no-store")
                        .putHeader("Vahid-Signature", dossier.jws()).end(Buffer.buffer(dossier.content())))
                .onFailure(failure -> request.response().setStatusCode(500).end(String.valueOf(failure)));
    }

    private Future<RecordedDossier> answer(String authorization, byte[] body) {
        LeanDesk.Case accepted = desk.accept(authorization, body);
        List<Future<?>> branches = new ArrayList<>();
        for (Connector connector : accepted.plan()) {
            LeanCall call = calls.get(connector.id());
            if (call != null) {
                branches.add(call.ask(accepted.question()));
            }
        }
        Future<List<SourceAnswer>> files = vertx.executeBlocking(() -> drops.ask(accepted.question()), false);
        branches.add(files);
        return Future.all(branches).map(Floor::answers).compose(answers -> {
            RecordedDossier dossier = desk.dossier(accepted, answers);
            return Future.fromCompletionStage(record.keeping(dossier, accepted.answers())).map(dossier);
        });
    }

    private static List<SourceAnswer> answers(CompositeFuture all) {
        List<SourceAnswer> answers = new ArrayList<>();
        for (Object result : all.<Object>list()) {
            if (result instanceof SourceAnswer answer) {
                answers.add(answer);
            } else {
                ((List<?>) result).forEach(answer -> answers.add((SourceAnswer) answer));
            }
        }
        return answers;
    }
}
