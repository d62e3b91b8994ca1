package az.dost.vahid.journeys.bulk;

import az.dost.vahid.edge.access.AccessPolicy;
import az.dost.vahid.edge.access.Caller;
import az.dost.vahid.edge.access.Requester;
import az.dost.vahid.edge.door.BoundedBody;
import az.dost.vahid.edge.door.FrontDoor;
import az.dost.vahid.edge.door.HttpAnswer;
import az.dost.vahid.edge.door.IdempotencyKey;
import az.dost.vahid.journeys.event.OwnEvents;
import az.dost.vahid.journeys.lookup.BackgroundLookups;
import az.dost.vahid.journeys.lookup.LookupRequest;
import az.dost.vahid.problem.ProblemCode;
import az.dost.vahid.problem.ProblemException;
import az.dost.vahid.proof.record.body.RecordId;
import az.dost.vahid.signature.key.Sha256;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import org.apache.camel.Exchange;
import org.apache.camel.Message;

/** The face of bulk lookups over HTTP, {@code contracts/bulk.openapi.yaml}; who asks is known already. */
public final class BulkHandler {
    static final String CHANNEL = "Vahid-Channel";
    static final String TERMS = "Vahid-Terms";
    private final AccessPolicy access;
    private final BackgroundLookups desk;
    private final Jobs jobs;
    private final Intake intake;
    private final BulkJson json;
    private final ResultFile result;
    private final Limits limits;
    private final OwnEvents events;

    /**
     * @param chunk rows that a worker takes at a time
     * @param mostRows of a file
     */
    record Limits(int chunk, int mostRows) {}

    BulkHandler(
            AccessPolicy access,
            BackgroundLookups desk,
            Jobs jobs,
            Intake intake,
            BulkJson json,
            ResultFile result,
            Limits limits,
            OwnEvents events) {
        this.events = events;
        this.access = access;
        this.desk = desk;
        this.jobs = jobs;
        this.intake = intake;
        this.json = json;
        this.result = result;
        this.limits = limits;
    }

    /** Looks at all but the file; makes the file, to be read in blocks, the body. */
    public void receive(Exchange exchange) {
        Message message = exchange.getMessage();
        Requester requester = FrontDoor.requester(exchange);
        FileForm form = FileForm.of(BoundedBody.type(message));
        String text = message.getHeader(TERMS, String.class);
        if (text == null) {
            throw new ProblemException(
                    ProblemCode.FIELD_MISSING,
                    TERMS,
                    "The header holds the fields of a lookup request without its subject.");
        }
        LookupRequest terms = desk.terms(text);
        Caller.of(exchange).speaksAs(terms.official(), TERMS);
        Lookups.authorise(access, requester, terms.service());
        desk.authorise(requester, terms);
        String channel = message.getHeader(CHANNEL, String.class);
        if (channel != null && !events.given(channel, requester.id(), Completion.TYPE)) {
            throw new ProblemException(
                    ProblemCode.FIELD_INVALID,
                    CHANNEL,
                    "It must be the id of a subscription of your system that gives " + Completion.TYPE + ".");
        }
        String key = IdempotencyKey.of(message);
        MessageDigest digest = Sha256.digest();
        digest.update((form + " " + terms.terms()).getBytes(StandardCharsets.UTF_8));
        SubjectFile file =
                new SubjectFile(BoundedBody.stream(message), form, digest, limits.chunk(), limits.mostRows());
        UUID id = RecordId.next();
        intake.prepare(id);
        exchange.setProperty(
                Intake.PROPERTY,
                new Intake.Receiving(
                        id,
                        requester.id(),
                        terms,
                        channel,
                        key,
                        file,
                        key != null && jobs.find(requester.id(), key).isPresent()));
        message.removeHeaders("*");
        message.setBody(file);
    }

    /** Has the job run, now that its file is kept whole. */
    public void accept(Exchange exchange) {
        Intake.Receiving receiving = exchange.getProperty(Intake.PROPERTY, Intake.Receiving.class);
        BulkJob job = (receiving.repeated()
                        ? jobs.find(receiving.requester(), receiving.key())
                        : jobs.find(receiving.id()))
                .orElseThrow();
        if (!Arrays.equals(job.digest(), exchange.getMessage().getBody(byte[].class))) {
            throw new ProblemException(ProblemCode.IDEMPOTENCY_KEY_USED, IdempotencyKey.HEADER, null);
        }
        if (job.state() == BulkJob.State.RECEIVED) {
            jobs.begin(job);
        }
        json.give(exchange.getMessage(), jobs.find(job.id()).orElseThrow());
        HttpAnswer.accepted(exchange.getMessage());
        exchange.getMessage().setHeader("Location", "/v1/bulk/" + job.id());
    }

    public void show(Exchange exchange) {
        json.give(exchange.getMessage(), job(exchange));
    }

    /** What was looked up until now stays in the record, and is given to nobody. */
    public void cancel(Exchange exchange) {
        BulkJob job = job(exchange);
        if (job.state() == BulkJob.State.COMPLETED
                || job.state() == BulkJob.State.RUNNING
                        && !jobs.cancel(job)
                        && job(exchange).state() == BulkJob.State.COMPLETED) {
            throw new ProblemException(ProblemCode.BULK_ENDED);
        }
        json.give(exchange.getMessage(), jobs.find(job.id()).orElseThrow());
    }

    public void result(Exchange exchange) {
        HttpAnswer.stream(exchange.getMessage(), ResultFile.MEDIA_TYPE, open(complete(exchange)));
    }

    public void signature(Exchange exchange) {
        HttpAnswer.bytes(
                exchange.getMessage(),
                "application/pkcs7-signature",
                jobs.signature(complete(exchange).id()));
    }

    /** A long result is given out over minutes: its grants are asked at each page. */
    private InputStream open(BulkJob job) {
        return result.open(job, () -> confirm(job));
    }

    private void confirm(BulkJob job) {
        desk.confirm(Lookups.granted(access, job), job.terms());
    }

    private BulkJob complete(Exchange exchange) {
        BulkJob job = job(exchange);
        confirm(job);
        if (job.state() != BulkJob.State.COMPLETED) {
            throw new ProblemException(ProblemCode.BULK_UNFINISHED);
        }
        return job;
    }

    /** Another requester's, and one that the official may not read, is told apart from none in no way. */
    private BulkJob job(Exchange exchange) {
        Optional<BulkJob> job;
        try {
            job = jobs.find(UUID.fromString(exchange.getMessage().getHeader("id", String.class)));
        } catch (IllegalArgumentException e) {
            job = Optional.empty();
        }
        return job.filter(found ->
                        found.requester().equals(FrontDoor.requester(exchange).id()))
                .filter(found -> Caller.of(exchange)
                        .mayRead(
                                found.terms().official(),
                                found.terms().service(),
                                found.terms().view()))
                .orElseThrow(() -> new ProblemException(ProblemCode.BULK_UNKNOWN));
    }
}
