package az.dost.vahid.bench.pieces;

import az.dost.vahid.answer.Question;
import az.dost.vahid.answer.SourceAnswer;
import az.dost.vahid.bench.Parts;
import az.dost.vahid.bench.Talk;
import az.dost.vahid.bench.floor.LeanGather;
import az.dost.vahid.bench.floor.LeanLookup;
import az.dost.vahid.connector.Catalogue;
import az.dost.vahid.connector.ConnectorFolder;
import az.dost.vahid.fact.FactCheck;
import az.dost.vahid.proof.record.DossierRecord;
import az.dost.vahid.proof.record.RecordedDossier;
import az.dost.vahid.signature.xml.XmlFactories;
import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.core.Vertx;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.infra.Blackhole;
import org.springframework.context.ApplicationContext;

/**
 * The inner pieces of a lookup, one by one, on replies that the stub agencies gave just now. Settings: system
 * properties.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class LookupPieces {
    /** SOAP, signed both ways; and JSON with a detached JWS. */
    private static final String SOAP = "tax";

    private static final String REST = "notary";
    private static final int MOST_TRIES = 20;
    private final Vertx vertx = Vertx.vertx();
    private LeanLookup desk;
    private DossierRecord record;
    private LeanLookup.Case accepted;
    private List<SourceAnswer> answers;
    private final FactCheck check = FactCheck.ofContract();
    private Asked soap;
    /** To be signed again and again; what {@link #soap} was asked with stays what its reply confirms. */
    private Talk.Turn unasked;

    private Asked rest;
    private ConnectorFolder soapFolder;
    private JsonNode soapTree;

    /** A question that was put to an agency, and its reply. */
    private record Asked(Talk talk, Talk.Turn turn, byte[] reply, String jws) {
        JsonNode read() {
            return turn.read(reply, jws);
        }
    }

    @Setup
    public void ask() throws Exception {
        ApplicationContext parts = Parts.of(System.getProperty("bench.settings"), "native");
        desk = new LeanLookup(parts);
        record = parts.getBean(DossierRecord.class);
        LeanGather gather = new LeanGather(parts, vertx);
        for (int tries = 1; answers == null; tries++) {
            accepted = desk.accept(
                    "Bearer demo-dost-centre-1",
                    System.getProperty("bench.question").getBytes(StandardCharsets.UTF_8),
                    true);
            answers = gathered(gather, tries);
        }
        Catalogue catalogue = parts.getBean(Catalogue.class);
        soapFolder = catalogue.folder(SOAP);
        soap = asked(parts, soapFolder, accepted.question());
        rest = asked(parts, catalogue.folder(REST), accepted.question());
        soapTree = soap.read();
        unasked = soap.talk.begin(accepted.question());
        desk.combine(accepted, answers);
    }

    /** Null when an agency was not fast enough for this process, which has just begun. */
    private List<SourceAnswer> gathered(LeanGather gather, int tries) throws Exception {
        try {
            return gather.ask(accepted)
                    .toCompletionStage()
                    .toCompletableFuture()
                    .get(1, TimeUnit.MINUTES);
        } catch (ExecutionException e) {
            if (tries > MOST_TRIES) {
                throw e;
            }
            return null;
        }
    }

    private static Asked asked(ApplicationContext parts, ConnectorFolder folder, Question question) throws Exception {
        Talk talk = Parts.talk(folder, parts);
        Talk.Turn turn = talk.begin(question);
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        URI.create(talk.endpoint() + folder.connector().call().path()))
                .header("X-Request-Id", turn.requestId())
                .POST(HttpRequest.BodyPublishers.ofByteArray(turn.next()));
        for (Map.Entry<String, String> header : talk.headers().entrySet()) {
            request.header(header.getKey(), header.getValue());
        }
        HttpResponse<byte[]> response =
                HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
        return new Asked(
                talk,
                turn,
                response.body(),
                folder.connector().proof().header() == null
                        ? null
                        : response.headers()
                                .firstValue(folder.connector().proof().header())
                                .orElse(null));
    }

    @Benchmark
    public Object parseXml() {
        return XmlFactories.parse(soap.reply);
    }

    @Benchmark
    public Object signSoapRequest() {
        return unasked.next();
    }

    @Benchmark
    public Object verifySoapReply() {
        return soap.read();
    }

    @Benchmark
    public Object verifyJwsReply() {
        return rest.read();
    }

    @Benchmark
    public Object map() {
        return soapFolder.mapping().apply(soapTree);
    }

    /** Of all answers of one lookup. */
    @Benchmark
    public void checkFacts(Blackhole checked) {
        answers.forEach(answer -> checked.consume(check.check(answer.facts())));
    }

    @Benchmark
    public void combine() {
        desk.combine(accepted, answers);
    }

    @Benchmark
    public RecordedDossier sign() {
        return desk.sign(accepted);
    }

    /** Alone: nobody shares the price of the commit. */
    @Benchmark
    public void record() {
        record.keep(desk.sign(accepted.anew()), accepted.answers());
    }

    @TearDown
    public void close() {
        vertx.close();
    }
}
