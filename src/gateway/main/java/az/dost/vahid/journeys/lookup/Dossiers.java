package az.dost.vahid.journeys.lookup;

import az.dost.vahid.answer.KeptEvidence;
import az.dost.vahid.edge.access.Caller;
import az.dost.vahid.edge.access.Requester;
import az.dost.vahid.edge.access.View;
import az.dost.vahid.json.Json;
import az.dost.vahid.problem.ProblemCode;
import az.dost.vahid.problem.ProblemException;
import az.dost.vahid.proof.record.ActRecord;
import az.dost.vahid.proof.record.DossierRecord;
import az.dost.vahid.proof.record.RecordedDossier;
import az.dost.vahid.signature.DossierSigner;
import az.dost.vahid.signature.XmlSigner;
import az.dost.vahid.sources.repeat.FirstResult;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.apache.camel.Exchange;
import org.springframework.dao.DataAccessException;

/** Signs a dossier in the form asked for, keeps it, and finds it again. */
public final class Dossiers {
    private static final ObjectMapper JSON = Json.mapper();
    private final DossierSigner jws;
    private final XmlSigner xml;
    private final DossierRecord record;
    private final DossierContainer container;
    private final OpenAnswers open;
    private final Planner planner;
    private final Repeats repeats;
    private final LookupSight sight;
    private final DeskLookups desks;

    Dossiers(
            DossierSigner jws,
            XmlSigner xml,
            DossierRecord record,
            DossierContainer container,
            OpenAnswers open,
            Planner planner,
            Repeats repeats,
            LookupSight sight,
            DeskLookups desks) {
        this.desks = desks;
        this.repeats = repeats;
        this.sight = sight;
        this.planner = planner;
        this.jws = jws;
        this.xml = xml;
        this.record = record;
        this.container = container;
        this.open = open;
    }

    /**
     * Gives to a lookup whose key was used before what came of that one; any other is a new one.
     *
     * @throws ProblemException the refusal that came of it; IDEMPOTENCY_KEY_USED; as {@link Planner#authorise}, where
     *     whoever asks may no longer; or as {@link #again}
     */
    public Lookup.NewOrGiven repeat(Exchange exchange, Lookup lookup) {
        Lookup.New begun = repeats.begin(exchange, lookup);
        Optional<FirstResult> first = repeats.find(begun);
        if (first.isPresent()) {
            if (first.get().dossier() != null) {
                planner.authorise(begun);
            }
            return give(exchange, lookup, first.get());
        }
        exchange.setProperty(Lookup.PROPERTY, begun);
        return begun;
    }

    /** Whether its dossier is still to be made. */
    public boolean wanted(Lookup.NewOrGiven lookup) {
        return lookup instanceof Lookup.New;
    }

    private GivenDossier give(Exchange exchange, Lookup lookup, FirstResult first) {
        if (first.dossier() == null) {
            throw Repeats.again(exchange, first);
        }
        return again(find(first.dossier(), lookup.requester.id()), lookup.requester, lookup.form);
    }

    /** Signs the dossier in its lookup's form, with one signature that covers all evidence. */
    public Lookup.Signed sign(Lookup.Assembled lookup) {
        return new Lookup.Signed(lookup, signed(lookup, lookup.form));
    }

    SignedContent signed(Lookup.Assembled lookup, Form form) {
        byte[] content = content(lookup);
        return form == Form.XML
                ? new SignedContent(content, null, xml.sign(DossierXml.of(lookup.dossier)))
                : new SignedContent(content, jws.sign(content).detached(), null);
    }

    /**
     * Keeps the dossier as it was signed, so that the same bytes are given out again, and its evidence; returns when
     * they are durable. A container is made after that: it has the receipt of the record, where there is one. Where
     * another request under its key came first, that one's is given.
     *
     * @throws ProblemException OVERLOADED, or as {@link #repeat}
     */
    public GivenDossier record(Exchange exchange, Lookup.Signed lookup) {
        try {
            record.keep(
                    recorded(lookup, lookup.content),
                    lookup.answers,
                    both(both(open.keep(lookup), repeats.keep(lookup)), desk(lookup)),
                    lookup.refusedAfter());
        } catch (DataAccessException e) {
            return give(exchange, lookup, repeats.other(exchange, lookup, e));
        }
        sight.kept(lookup);
        return lookup.form == Form.CONTAINER
                ? packed(lookup.id, lookup.content, DossierRecord.pieces(lookup.answers))
                : given(lookup.id, lookup.form, lookup.content);
    }

    /**
     * Keeps a dossier that is given out later; one that completes another can itself be completed. It is unsigned until
     * then. Returns when it is durable.
     *
     * @param alongside made in the same transaction
     */
    void keep(Lookup.Assembled lookup, ActRecord.Change alongside) {
        record.keep(
                recorded(lookup, new SignedContent(content(lookup), null, null)),
                lookup.answers,
                lookup.known.completes() == null ? alongside : both(both(open.keep(lookup), desk(lookup)), alongside));
        sight.kept(lookup);
    }

    /** Only of people who have a desk: others cost nothing. What checks a caller is no case of his. */
    private ActRecord.Change desk(Lookup.Assembled lookup) {
        if (lookup.requester.roles(lookup.request.official()).isEmpty() || lookup.checksCaller()) {
            return connection -> true;
        }
        return desks.keep(new DeskLookup(
                lookup.id,
                lookup.requester.id(),
                lookup.office(),
                lookup.request,
                lookup.person,
                lookup.tookMs(),
                lookup.dossier));
    }

    private static ActRecord.Change both(ActRecord.Change one, ActRecord.Change other) {
        return connection -> {
            boolean made = one.make(connection);
            return other.make(connection) || made;
        };
    }

    private static byte[] content(Lookup.Assembled lookup) {
        try {
            return JSON.writeValueAsBytes(
                    lookup.request.view() == View.FULL ? lookup.dossier : VerdictsOnly.of(lookup.dossier));
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static RecordedDossier recorded(Lookup.Assembled lookup, SignedContent signed) {
        LookupRequest request = lookup.request;
        return new RecordedDossier(
                lookup.id,
                Instant.parse(lookup.dossier.path("assembledAt").textValue()),
                lookup.requester.id(),
                request.official(),
                request.caseRef(),
                request.service(),
                signed.content(),
                signed.jws(),
                signed.xml(),
                new RecordedDossier.About(
                        lookup.person,
                        lookup.facts,
                        lookup.requester.withholds(request.service()),
                        request.view() == View.VERDICTS,
                        LookupCounts.of(lookup)));
    }

    /**
     * The same bytes again; a form that was never given out is signed now, and kept. A container is made anew: it may
     * have more proof by now.
     *
     * @throws ProblemException DOSSIER_UNKNOWN when it is not this requester's, or not for whoever asks to read;
     *     DOSSIER_EXPIRED when its time is over; NOT_GRANTED when it may not have all of it any more; NOT_ACCEPTABLE
     *     when there is no such form of it
     */
    GivenDossier again(UUID id, Caller caller, Form form) {
        RecordedDossier kept = find(id, caller.requester().id());
        if (!readable(kept, caller)) {
            throw new ProblemException(ProblemCode.DOSSIER_UNKNOWN);
        }
        return again(kept, caller.requester(), form);
    }

    /**
     * Whether a dossier was made for somebody of the caller's office, and no more of it was given out than the caller
     * may have.
     */
    boolean readable(UUID id, Caller caller) {
        return record.find(id, caller.requester().id())
                .filter(kept -> readable(kept, caller))
                .isPresent();
    }

    private static boolean readable(RecordedDossier kept, Caller caller) {
        return caller.mayRead(kept.official(), kept.service(), view(kept));
    }

    private static View view(RecordedDossier kept) {
        return kept.about().verdictsOnly() ? View.VERDICTS : View.FULL;
    }

    private GivenDossier again(RecordedDossier kept, Requester requester, Form form) {
        UUID id = kept.id();
        VerdictsOnly.check(view(kept), form);
        planner.confirm(requester, kept.service(), kept.about().facts());
        String signature = kept.jws();
        byte[] document = kept.xml();
        if (form == Form.XML && document == null) {
            document = record.keepXml(id, xml.sign(DossierXml.of(read(kept.content()))));
        } else if (form != Form.XML && signature == null) {
            signature = record.keepJws(id, jws.sign(kept.content()).detached());
        }
        SignedContent signed = new SignedContent(kept.content(), signature, document);
        return form == Form.CONTAINER ? packed(id, signed, record.evidence(id)) : given(id, form, signed);
    }

    /**
     * @throws ProblemException DOSSIER_UNKNOWN when it is not this requester's, DOSSIER_EXPIRED when its time is over
     */
    RecordedDossier find(UUID id, String requester) {
        return kept(id, requester)
                .orElseThrow(() -> new ProblemException(
                        record.expired(id, requester) ? ProblemCode.DOSSIER_EXPIRED : ProblemCode.DOSSIER_UNKNOWN));
    }

    /** Empty when it is not this requester's, and when its time is over. */
    Optional<RecordedDossier> kept(UUID id, String requester) {
        return record.find(id, requester);
    }

    private GivenDossier packed(UUID id, SignedContent signed, List<KeptEvidence> evidence) {
        return new GivenDossier(id, Form.CONTAINER, container.of(id, signed.content(), signed.jws(), evidence), null);
    }

    private static GivenDossier given(UUID id, Form form, SignedContent signed) {
        return switch (form) {
            case CONTAINER -> throw new IllegalArgumentException("A container needs evidence");
            case JSON -> new GivenDossier(id, form, signed.content(), signed.jws());
            case XML -> new GivenDossier(id, form, signed.xml(), null);
            case JOSE ->
                new GivenDossier(
                        id,
                        form,
                        signed.jws()
                                .replace(
                                        "..",
                                        "."
                                                + Base64.getUrlEncoder()
                                                        .withoutPadding()
                                                        .encodeToString(signed.content())
                                                + ".")
                                .getBytes(StandardCharsets.US_ASCII),
                        null);
        };
    }

    static com.fasterxml.jackson.databind.JsonNode read(byte[] content) {
        try {
            return JSON.readTree(content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
