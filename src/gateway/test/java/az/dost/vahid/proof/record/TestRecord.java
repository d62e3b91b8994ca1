package az.dost.vahid.proof.record;

import az.dost.vahid.answer.Evidence;
import az.dost.vahid.answer.Reason;
import az.dost.vahid.answer.SourceAnswer;
import az.dost.vahid.answer.Verdict;
import az.dost.vahid.job.Heart;
import az.dost.vahid.job.Jobs;
import az.dost.vahid.mock.kit.DemoKeys;
import az.dost.vahid.mock.kit.Faults;
import az.dost.vahid.mock.kit.ReadyKeys;
import az.dost.vahid.mock.stamp.TimeStampAuthority;
import az.dost.vahid.proof.record.body.Bodies;
import az.dost.vahid.proof.record.body.DataKeys;
import az.dost.vahid.proof.record.body.Dictionaries;
import az.dost.vahid.proof.record.body.RecordId;
import az.dost.vahid.proof.record.check.AnchorCheck;
import az.dost.vahid.proof.record.check.Moment;
import az.dost.vahid.proof.record.check.ReceiptCheck;
import az.dost.vahid.proof.record.check.RecordCheck;
import az.dost.vahid.proof.record.check.Report;
import az.dost.vahid.proof.trust.ChangedRows;
import az.dost.vahid.proof.trust.RowKey;
import az.dost.vahid.proof.trust.RowTrust;
import az.dost.vahid.proof.trust.UnsealedUntil;
import az.dost.vahid.signature.DossierSigner;
import az.dost.vahid.signature.GatewayProof;
import az.dost.vahid.signature.TimeStamps;
import az.dost.vahid.signature.XmlSigner;
import az.dost.vahid.signature.key.CryptoProvider;
import az.dost.vahid.signature.key.GatewayKeys;
import az.dost.vahid.signature.key.MasterKeys;
import az.dost.vahid.signature.key.RowSeals;
import az.dost.vahid.signature.xml.XmlFactories;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.apache.camel.Exchange;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.DefaultExchange;
import org.springframework.jdbc.core.JdbcTemplate;

/** A record in a database, with keys in a folder, and dossiers to keep in it. */
public final class TestRecord implements AutoCloseable {
    static final String HEALTH = "health";
    /** Refusals of unknown callers that have an entry each. */
    static final int ALONE = 20;

    private static final long HOLD_MS = 5000;
    static final CryptoProvider CRYPTO = new CryptoProvider(true);
    final Path keysFolder;
    final DemoKeys demo;
    public final JdbcTemplate jdbc;
    public final Digests digests = new Digests(CRYPTO);
    public final DataKeys keys;
    public final Dictionaries dictionaries;
    public final Bodies bodies;
    public final RowSeals seals;
    public final ChangedRows changed = new ChangedRows(new SimpleMeterRegistry());
    public final Entries entries;
    public final Partitions partitions;
    public final GroupCommit commit;
    /** Of its time nothing passes. */
    final UnknownCallers unknown;

    public final DossierRecord record;
    public final DossierSigner signer;

    public TestRecord(DataSource database, Path keysFolder) {
        this(database, keysFolder, 64, 500);
    }

    public TestRecord(DataSource database, Path keysFolder, int queue, long patienceMs) {
        this(database, keysFolder, queue, patienceMs, HOLD_MS);
    }

    /** @param holdMs how long it may stand still in the middle of recording */
    TestRecord(DataSource database, Path keysFolder, int queue, long patienceMs, long holdMs) {
        this(database, keysFolder, queue, patienceMs, holdMs, Jobs.logged(), Heart.logged());
    }

    /** With what is told of its writer. */
    TestRecord(DataSource database, Path keysFolder, Jobs jobs, Heart heart) {
        this(database, keysFolder, 64, 500, HOLD_MS, jobs, heart);
    }

    private TestRecord(
            DataSource database, Path keysFolder, int queue, long patienceMs, long holdMs, Jobs jobs, Heart heart) {
        this.keysFolder = keysFolder;
        demo = ReadyKeys.in(keysFolder, new Faults());
        demo.timeStamps();
        jdbc = new JdbcTemplate(database);
        keys = new DataKeys(jdbc, MasterKeys.of(keysFolder.resolve("record.key"), CRYPTO), CRYPTO);
        dictionaries = new Dictionaries(jdbc, keys, Clock.systemUTC());
        bodies = new Bodies(keys, dictionaries);
        seals = RowKey.of(jdbc, MasterKeys.of(keysFolder.resolve("record.key"), CRYPTO));
        entries = new Entries(seals, changed, UnsealedUntil.NEVER, digests);
        partitions = new Partitions(database, Clock.systemUTC(), 2);
        commit = new GroupCommit(
                new Batch(database, digests, seals, partitions, holdMs, new SimpleMeterRegistry().timer("waited")),
                queue,
                patienceMs,
                jobs,
                heart);
        unknown = new UnknownCallers(commit, ALONE, () -> 0);
        record = new DossierRecord(jdbc, commit, bodies, new DataClasses(HEALTH::equals), digests, entries, unknown);
        signer = new DossierSigner(
                new GatewayKeys(keysFolder.resolve("gateway.p12"), DemoKeys.PASSWORD.toCharArray(), CRYPTO), CRYPTO);
    }

    /** Keeps a dossier with evidence of two agencies, one of them of a special category. */
    public RecordedDossier keep() {
        return keep(RecordId.next());
    }

    public RecordedDossier keep(UUID id) {
        List<SourceAnswer> answers = List.of(
                answer("pensions", "<answer>" + "benefit ".repeat(300) + id + "</answer>"),
                answer(HEALTH, "{\"referral\":\"" + id + "\"}"));
        RecordedDossier dossier = dossier(id, answers);
        record.keep(dossier, answers);
        return dossier;
    }

    public RecordedDossier dossier(UUID id, List<SourceAnswer> answers) {
        StringBuilder sources = new StringBuilder();
        answers.forEach(
                answer -> sources.append(answer.evidence().get(0).digest()).append(' '));
        byte[] content =
                ("{\"dossierId\":\"" + id + "\",\"sources\":\"" + sources + "\"}").getBytes(StandardCharsets.UTF_8);
        return new RecordedDossier(
                id,
                Instant.now().truncatedTo(ChronoUnit.MILLIS),
                "dost-centre-1",
                "a.quliyeva",
                "CASE/1",
                "old-age-pension",
                content,
                signer.sign(content).detached(),
                null,
                new RecordedDossier.About("a1".repeat(32), List.of("benefits", "medicalReferral"), false));
    }

    public static SourceAnswer answer(String agency, String text) {
        return answer(agency, text, Verdict.ANSWERED, null);
    }

    public static SourceAnswer answer(String agency, String text, Verdict verdict, Reason reason) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        String digest = "sha-256:" + HexFormat.of().formatHex(CRYPTO.sha256(bytes));
        return new SourceAnswer(
                agency,
                verdict,
                reason,
                Instant.now(),
                12,
                JsonNodeFactory.instance.objectNode(),
                List.of(new Evidence(
                        UUID.randomUUID(), bytes, "application/xml", null, digest, "CN=" + agency, "sha-256:00")));
    }

    /** A record with all there can be: dossiers, a refusal, a later form, a root, its stamp, and an entry after it. */
    public void fill() throws Exception {
        keep();
        record.keepRefusal("dost-centre-1", "a.quliyeva", "CASE/1", "old-age-pension", "NOT_GRANTED");
        RecordedDossier second = keep();
        record.keepXml(
                second.id(),
                new XmlSigner(signer)
                        .sign(XmlFactories.parse("<dossier><id>1</id></dossier>".getBytes(StandardCharsets.UTF_8))));
        keep();
        root();
        stamp();
        keep();
        correct();
    }

    public ActRecord acts() {
        return new ActRecord(commit, unknown);
    }

    public Restores restores() {
        return new Restores(commit);
    }

    public void root() {
        new AuditRoots(jdbc, signer, digests, entries).sign();
    }

    public Corrections corrections() {
        return new Corrections(jdbc, commit, bodies, digests, new RowTrust(seals, changed, UnsealedUntil.NEVER));
    }

    /** Keeps a correction that its agency was sent. */
    UUID correct() {
        UUID id = RecordId.next();
        Corrections corrections = corrections();
        corrections.keep(
                id,
                "b2".repeat(32),
                "pensions",
                "{\"claim\":\"It is another street\"}".getBytes(StandardCharsets.UTF_8));
        corrections.step(id, Correction.State.SENT, new byte[0]);
        return id;
    }

    /** What the route does, with the mock authority's answer. */
    public void stamp() throws Exception {
        stamp(demo, Instant.now());
    }

    /** @param by has the authority's key */
    void stamp(DemoKeys by, Instant at) throws Exception {
        TimeStamping stamping =
                new TimeStamping(jdbc, commit, digests, "http://localhost/", keysFolder.resolve("time-stamps.pem"));
        Exchange exchange = new DefaultExchange(new DefaultCamelContext());
        stamping.ask(exchange);
        if (exchange.getMessage().getBody() != null) {
            exchange.getMessage()
                    .setBody(new TimeStampAuthority(by)
                            .stamp(exchange.getMessage().getBody(byte[].class), at));
            stamping.keep(exchange);
        }
    }

    public ReceiptCheck receiptCheck() {
        return new ReceiptCheck(
                new GatewayProof(GatewayProof.certificate(keysFolder.resolve("gateway-dossier.pem"))),
                TimeStamps.of(keysFolder.resolve("time-stamps.pem")));
    }

    /** The same at one moment of a record that is being written. */
    Report checkWhileWritten(DataSource database) {
        try (Moment moment = new Moment(database)) {
            return check(moment.jdbc().getDataSource(), null, moment::letGo);
        }
    }

    /** What a stranger finds who has the certificates and the master key. */
    public Report check(DataSource database) {
        return check(database, null);
    }

    public GatewayProof proof() {
        return new GatewayProof(GatewayProof.certificate(keysFolder.resolve("gateway-dossier.pem")));
    }

    /** @param anchors null for none */
    public Report check(DataSource database, AnchorCheck anchors) {
        return check(database, anchors, () -> {});
    }

    /** @param letGo what is done between one part of the check and the next */
    Report check(DataSource database, AnchorCheck anchors, Runnable letGo) {
        return checker(database, anchors, letGo).check(1, Long.MAX_VALUE);
    }

    /** Of some entries. */
    public Report check(DataSource database, long from, long to) {
        return checker(database, null, () -> {}).check(from, to);
    }

    private RecordCheck checker(DataSource database, AnchorCheck anchors, Runnable letGo) {
        return new RecordCheck(
                new JdbcTemplate(database),
                CRYPTO,
                proof(),
                TimeStamps.of(keysFolder.resolve("time-stamps.pem")),
                MasterKeys.of(keysFolder.resolve("record.key"), CRYPTO),
                anchors,
                letGo);
    }

    @Override
    public void close() throws InterruptedException {
        commit.close();
    }
}
