package az.dost.vahid.journeys.lookup;

import az.dost.vahid.answer.Question;
import az.dost.vahid.answer.SourceAnswer;
import az.dost.vahid.answer.SubjectState;
import az.dost.vahid.answer.TraceParent;
import az.dost.vahid.connector.Connector;
import az.dost.vahid.edge.access.Official;
import az.dost.vahid.edge.access.Requester;
import az.dost.vahid.passport.Passport;
import az.dost.vahid.proof.record.body.RecordId;
import az.dost.vahid.sources.agency.call.GatherProgress;
import az.dost.vahid.sources.repeat.KeyedRequest;
import az.dost.vahid.trace.Traces;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.opentelemetry.api.trace.Span;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * One lookup, as it was asked. Each step of the journey takes a lookup and gives back the next, which has what the step
 * found out and all that was known before:
 *
 * <ol>
 *   <li>{@code Lookup}: who asks what, and until when.
 *   <li>{@link New}: it repeats no other.
 *   <li>{@link Granted}: the requester may ask for these facts.
 *   <li>{@link Judged}: neither protection nor a rule against misuse forbids it.
 *   <li>{@link Planned}: which agencies are asked.
 *   <li>{@link Combined}: what they answered, as one.
 *   <li>{@link Assembled}: its dossier.
 *   <li>{@link Signed}: the dossier as it was signed.
 *   <li>{@link GivenDossier}: the dossier as it is given out, once it is in the record.
 * </ol>
 *
 * None of them changes any more. A step names the earliest that has what it needs, so that it cannot read what a later
 * step finds out.
 */
public sealed class Lookup permits Lookup.New {
    /** Exchange property: the lookup as far as a refusal, or a step that does not find it in the body, needs it. */
    static final String PROPERTY = "vahid.lookup";

    private static final long NANOS = 1_000_000L;
    private static final long LONGEST_END_NANOS = 3_000 * NANOS;

    /** Why there is a lookup. */
    enum Occasion {
        /** Somebody waits for its dossier. */
        FACE,
        /** A caller of the hot-line is checked by it: there is no call yet that it could be for. */
        CALLER_CHECK,
        /** Nobody waits for it: it is one of many that were granted together. */
        BACKGROUND
    }

    final UUID id;
    final Requester requester;
    final LookupRequest request;
    final Occasion occasion;
    /** {@link System#nanoTime()} when its request came. */
    final long receivedNanos;
    /** Trace that its request is part of, null for none. */
    final TraceParent trace;
    /** The form in which the dossier is given out; null for one that is given out later. */
    final Form form;
    /** Idempotency key of the request, null for none. */
    final String key;

    Lookup(
            Requester requester,
            LookupRequest request,
            Occasion occasion,
            long receivedNanos,
            TraceParent trace,
            Form form,
            String key) {
        this.id = RecordId.next();
        this.requester = requester;
        this.request = request;
        this.occasion = occasion;
        this.receivedNanos = receivedNanos;
        this.trace = trace;
        this.form = form;
        this.key = key;
    }

    private Lookup(Lookup from) {
        id = from.id;
        requester = from.requester;
        request = from.request;
        occasion = from.occasion;
        receivedNanos = from.receivedNanos;
        trace = from.trace;
        form = from.form;
        key = from.key;
    }

    /** One for which nobody waits. */
    static Lookup background(Requester requester, LookupRequest request, long receivedNanos) {
        return new Lookup(requester, request, Occasion.BACKGROUND, receivedNanos, null, null, null);
    }

    boolean background() {
        return occasion == Occasion.BACKGROUND;
    }

    boolean checksCaller() {
        return occasion == Occasion.CALLER_CHECK;
    }

    /** {@link System#nanoTime()} after which nobody waits. */
    long deadline() {
        return receivedNanos + request.deadlineMs() * NANOS;
    }

    /**
     * {@link System#nanoTime()} after which its caller is refused: at its deadline the dossier is answered with what
     * has arrived, and what is left to do then (to combine, to sign, to record) is a matter of milliseconds.
     */
    long refusedAfter() {
        return deadline() + LONGEST_END_NANOS;
    }

    /** Code of the official's office, null where the requester's file names none. */
    String office() {
        Official official = requester.officials().get(request.official());
        return official == null ? null : official.office();
    }

    @Override
    public final String toString() {
        // Camel prints bodies and properties when it traces: no personal data here.
        return "Lookup " + id;
    }

    /** What comes of an idempotency key: a lookup that is to be made, or a dossier that was made before. */
    sealed interface NewOrGiven permits New, GivenDossier {}

    /**
     * What is known before anybody is asked.
     *
     * @param completes id of the dossier that it was found out for, and that the lookup completes; null for none
     * @param answers nobody is asked for them again
     */
    record Known(UUID completes, List<SourceAnswer> answers) {
        static final Known NOTHING = new Known(null, List.of());
    }

    /** One that repeats no other. */
    static sealed class New extends Lookup implements NewOrGiven permits Granted {
        /** The request under its key; null without a key. */
        final KeyedRequest underKey;
        /** How far its agencies are; null without a key. */
        final GatherProgress progress;

        final Known known;

        New(Lookup from, KeyedRequest underKey, GatherProgress progress, Known known) {
            super(from);
            this.underKey = underKey;
            this.progress = progress;
            this.known = known;
        }

        /** Without a key, and nothing is known of it. */
        New(Lookup from) {
            this(from, null, null, Known.NOTHING);
        }

        boolean knows(String agency) {
            return known.answers().stream().anyMatch(answer -> answer.agency().equals(agency));
        }
    }

    /** One that the requester may make. */
    static sealed class Granted extends New permits Judged {
        final Passport passport;
        /** The facts to find, in the passport's order. */
        final List<String> facts;

        Granted(New from, Passport passport, List<String> facts) {
            super(from, from.underKey, from.progress, from.known);
            this.passport = passport;
            this.facts = facts;
        }
    }

    /** One that neither protection nor a rule against misuse forbids. */
    static sealed class Judged extends Granted permits Planned {
        /** Keyed hash of the citizen's FIN. */
        final String person;
        /** Milliseconds by which a rule slows it down, mostly 0; it goes on in another thread then. */
        final int delayMs;

        Judged(Granted from, String person, int delayMs) {
            super(from, from.passport, from.facts);
            this.person = person;
            this.delayMs = delayMs;
        }

        /** Later by what a rule slows it down. */
        @Override
        final long deadline() {
            return super.deadline() + delayMs * NANOS;
        }

        /** {@link System#nanoTime()} when its request came, as if no rule had slowed it down. */
        final long beganNanos() {
            return receivedNanos + delayMs * NANOS;
        }

        /** Milliseconds from the question until now. */
        final long tookMs() {
            return (System.nanoTime() - beganNanos()) / NANOS;
        }
    }

    /** One of which is known who is asked. */
    static sealed class Planned extends Judged permits Combined {
        /** An invalid one unless it is traced. */
        final Span span;
        /** What each agency is asked. */
        final Question question;

        final List<Connector> plan;
        /** Ids of the connectors in the plan that are switched off. */
        final Set<String> off;

        Planned(Judged from, Span span, List<Connector> plan, Set<String> off) {
            super(from, from.person, from.delayMs);
            TraceParent own = Traces.of(span);
            this.span = span;
            this.question = new Question(
                    request.fin(),
                    request.service(),
                    request.official(),
                    request.caseRef(),
                    deadline(),
                    background(),
                    own == null ? trace : own);
            this.plan = plan;
            this.off = off;
        }

        private Planned(Planned from) {
            super(from, from.person, from.delayMs);
            span = from.span;
            question = from.question;
            plan = from.plan;
            off = from.off;
        }
    }

    /** One whose answers are combined. */
    static sealed class Combined extends Planned permits Assembled {
        final List<SourceAnswer> answers;
        /** Whom the answers are about, by all of them together. */
        final SubjectState subject;
        /** The day on which the dossier is made, where it is made (ISO 8601). */
        final String today;
        /** The dossier but for its documents. */
        final ObjectNode draft;

        Combined(Planned from, List<SourceAnswer> answers, SubjectState subject, String today, ObjectNode draft) {
            super(from);
            this.answers = answers;
            this.subject = subject;
            this.today = today;
            this.draft = draft;
        }
    }

    /** One whose dossier says of each paper whether the citizen need bring it. */
    static sealed class Assembled extends Combined permits Signed {
        /** Whole, also where only verdicts are given out. */
        final ObjectNode dossier;

        Assembled(Combined from, ObjectNode dossier) {
            super(from, from.answers, from.subject, from.today, from.draft);
            this.dossier = dossier;
        }
    }

    /** One whose dossier is signed, and not in the record yet. */
    static final class Signed extends Assembled {
        final SignedContent content;

        Signed(Assembled from, SignedContent content) {
            super(from, from.dossier);
            this.content = content;
        }
    }
}
