package az.dost.vahid.bench.floor;

import az.dost.vahid.answer.SourceAnswer;
import az.dost.vahid.bench.Parts;
import az.dost.vahid.connector.Catalogue;
import az.dost.vahid.connector.Connector;
import az.dost.vahid.connector.ConnectorFolder;
import az.dost.vahid.signature.PinnedCertificates;
import az.dost.vahid.signature.key.GatewayKeys;
import com.zaxxer.hikari.HikariDataSource;
import io.vertx.core.CompositeFuture;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.context.ApplicationContext;

/** Asks all agencies of a plan at once: those that are called by Vert.x, those that leave files in one query. */
public final class LeanGather {
    private final Map<String, LeanCall> calls = new TreeMap<>();
    private final LeanDrops drops;
    private final Vertx vertx;

    public LeanGather(ApplicationContext parts, Vertx vertx) {
        this.vertx = vertx;
        List<Connector> files = new ArrayList<>();
        for (ConnectorFolder folder : parts.getBean(Catalogue.class).folders()) {
            Connector connector = folder.connector();
            if (connector.protocol() == Connector.Protocol.FILE) {
                files.add(connector);
            } else {
                calls.put(
                        connector.id(),
                        new LeanCall(
                                connector,
                                Parts.talk(folder, parts),
                                vertx,
                                parts.getBean(GatewayKeys.class),
                                parts.getBean(PinnedCertificates.class).of(connector.id())));
            }
        }
        this.drops = new LeanDrops(new LeanSnapshots(parts.getBean(HikariDataSource.class)), files);
    }

    /** One answer from each agency of the plan; any failure fails it. */
    public Future<List<SourceAnswer>> ask(LeanLookup.Case accepted) {
        List<Future<?>> branches = new ArrayList<>();
        for (Connector connector : accepted.plan()) {
            LeanCall call = calls.get(connector.id());
            if (call != null) {
                branches.add(call.ask(accepted.question()));
            }
        }
        Future<List<SourceAnswer>> files = vertx.executeBlocking(() -> drops.ask(accepted.question()), false);
        branches.add(files);
        return Future.all(branches).map(LeanGather::answers);
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
