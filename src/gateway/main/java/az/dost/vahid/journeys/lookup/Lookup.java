package az.dost.vahid.journeys.lookup;

import az.dost.vahid.answer.Question;
import az.dost.vahid.answer.SourceAnswer;
import az.dost.vahid.answer.SubjectState;
import az.dost.vahid.connector.Connector;
import az.dost.vahid.edge.access.Official;
import az.dost.vahid.edge.access.Requester;
import az.dost.vahid.passport.Passport;
import az.dost.vahid.proof.record.body.RecordId;
import az.dost.vahid.sources.agency.call.GatherProgress;
import az.dost.vahid.sources.repeat.Asked;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.opentelemetry.api.trace.Span;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** One lookup on its way; each step of the journey adds what it finds out. */
public final class Lookup {
    static final String PROPERTY = "vahid.lookup";
    final UUID id = RecordId.next();
    final Requester requester;
    final LookupRequest request;
    Question question;
    /** An invalid one unless it is traced. */
    Span span = Span.getInvalid();
    /** Whether nobody waits for it: it is one of many that were granted together. */
    final boolean background;
    /**
     * Whether it is the one by which a caller of the hot-line is checked: there is no call yet that it could be for.
     */
    boolean checksCaller;
    /** Whether a rule slowed it down. */
    boolean postponed;
    /** Keyed hash of the citizen's FIN. */
    String person;

    Passport passport;
    /** The facts to find, in the passport's order. */
    List<String> facts;

    List<Connector> plan;
    /** Ids of the connectors in the plan that are switched off. */
    Set<String> off;
    /** The dossier that this one completes, null for none. */
    UUID completes;
    /** What that one has already: nobody is asked for it again. */
    List<SourceAnswer> known = List.of();

    List<SourceAnswer> answers;
    /** Whom the answers are about, by all of them together. */
    SubjectState subject;
    /** The day on which the dossier is made, where it is made (ISO 8601). */
    String today;

    ObjectNode dossier;
    /** The form in which the dossier is given out; null for one that is given out later. */
    Form form;
    /** Idempotency key of the request, null for none. */
    String key;
    /** How far its agencies are; null without a key. */
    GatherProgress progress;
    /** The request under its key, where it is the first under that; null for any other. */
    Asked asked;
    /** Null until the dossier is signed. */
    Signed signed;

    private Representation given;
    /** Id of the dossier that is given out: of a repetition it is the first one's. */
    private UUID givenId = id;

    private boolean repeated;

    Lookup(Requester requester, LookupRequest request, long receivedNanos) {
        this(requester, request, receivedNanos, false);
    }

    Lookup(Requester requester, LookupRequest request, long receivedNanos, boolean background) {
        this.background = background;
        this.requester = requester;
        this.request = request;
        this.question = new Question(
                request.fin(),
                request.service(),
                request.official(),
                request.caseRef(),
                receivedNanos + request.deadlineMs() * 1_000_000L,
                background);
    }

    /** Begins the deadline later; it goes on in another thread. */
    void postpone(int ms) {
        postponed = true;
        question = question.extended(ms * 1_000_000L);
    }

    /** When its request came, {@link System#nanoTime()}, as if no rule had slowed it down. */
    long beganNanos() {
        return question.deadline() - request.deadlineMs() * 1_000_000L;
    }

    /** Milliseconds from the question until now. */
    long tookMs() {
        return (System.nanoTime() - beganNanos()) / 1_000_000;
    }

    /** Code of the official's office, null where the requester's file names none. */
    String office() {
        Official official = requester.officials().get(request.official());
        return official == null ? null : official.office();
    }

    /** The record has the dossier from now on. */
    void recorded(Representation kept) {
        given = kept;
    }

    /** Its key was used before: what is given out was made then. */
    void repeats(UUID first, Representation kept) {
        repeated = true;
        givenId = first;
        given = kept;
    }

    /** Whether something came of its key before. */
    boolean repeated() {
        return repeated;
    }

    UUID givenId() {
        return givenId;
    }

    /**
     * What is given out.
     *
     * @throws IllegalStateException as long as it is not in the record
     */
    public Representation given() {
        if (given == null) {
            throw new IllegalStateException("Nothing is given out that is not in the record");
        }
        return given;
    }

    boolean knows(String agency) {
        return known.stream().anyMatch(answer -> answer.agency().equals(agency));
    }

    @Override
    public String toString() {
        // Camel prints bodies and properties when it traces: no personal data here.
        return "Lookup " + id;
    }
}
