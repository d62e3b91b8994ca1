package az.dost.vahid.journeys.lookup;

import az.dost.vahid.answer.SourceAnswer;
import az.dost.vahid.edge.access.Caller;
import az.dost.vahid.edge.access.Requester;
import az.dost.vahid.edge.door.StrictJson;
import az.dost.vahid.problem.ProblemCode;
import az.dost.vahid.problem.ProblemException;
import az.dost.vahid.proof.record.ActRecord;
import az.dost.vahid.proof.record.RecordedDossier;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.apache.camel.Exchange;

/**
 * Lookups for which nobody waits at the other end, such as those of a bulk run: they are made on terms that were
 * accepted before, and their dossiers are given out later.
 */
public final class BackgroundLookups {
    /** Nobody waits, so agencies may take their time. */
    private static final int DEADLINE_MS = 20_000;

    private final RequestReader reader;
    private final Planner planner;
    private final Dossiers dossiers;
    private final OpenAnswers open;

    BackgroundLookups(RequestReader reader, Planner planner, Dossiers dossiers, OpenAnswers open) {
        this.open = open;
        this.reader = reader;
        this.planner = planner;
        this.dossiers = dossiers;
    }

    /**
     * Reads the fields of a lookup request but its subject.
     *
     * @throws ProblemException naming the first field at fault
     */
    public LookupRequest terms(String json) {
        try {
            return reader.terms(StrictJson.tree(json));
        } catch (JsonProcessingException e) {
            throw new ProblemException(
                    ProblemCode.REQUEST_MALFORMED, null, "The terms are not one JSON object without duplicate keys.");
        }
    }

    /** @throws ProblemException SERVICE_UNKNOWN, NOT_GRANTED or FACT_NOT_IN_SERVICE */
    public void authorise(Requester requester, LookupRequest terms) {
        planner.authorise(new Lookup.New(Lookup.background(requester, terms, 0)));
    }

    /**
     * Whether what was looked up on these terms may be given out now.
     *
     * @throws ProblemException SERVICE_UNKNOWN or NOT_GRANTED
     */
    public void confirm(Requester requester, LookupRequest terms) {
        planner.confirm(requester, terms.service(), terms.facts());
    }

    /**
     * Makes a lookup the body, for {@code direct:lookup}; its deadline begins now.
     *
     * @return the ids of the agencies that will be asked
     * @throws ProblemException as {@link #authorise}
     */
    public List<String> begin(Exchange exchange, Requester requester, LookupRequest request) {
        return planner.agencies(granted(exchange, requester, request));
    }

    private Lookup.Granted granted(Exchange exchange, Requester requester, LookupRequest request) {
        Lookup.New lookup = new Lookup.New(Lookup.background(requester, request, System.nanoTime()));
        exchange.setProperty(Requester.PROPERTY, requester);
        exchange.getMessage().removeHeaders("*");
        put(exchange, lookup);
        return planner.authorise(lookup);
    }

    private static void put(Exchange exchange, Lookup.New lookup) {
        exchange.setProperty(Lookup.PROPERTY, lookup);
        exchange.getMessage().setBody(lookup);
    }

    /**
     * A dossier that may be completed.
     *
     * @throws ProblemException DOSSIER_UNKNOWN when it is not this requester's, DOSSIER_EXPIRED when its time is over
     */
    public OpenDossier find(UUID dossier, String requester) {
        RecordedDossier kept = dossiers.find(dossier, requester);
        ObjectNode content = (ObjectNode) Dossiers.read(kept.content());
        LookupRequest request = new LookupRequest(
                content.at("/subject/fin").textValue(),
                kept.service(),
                kept.caseRef(),
                kept.official(),
                kept.about().facts(),
                DEADLINE_MS,
                VerdictsOnly.view(content),
                LookupCounts.channel(kept));
        return new OpenDossier(
                dossier,
                request,
                kept.about().person(),
                content,
                open.find(dossier).stream()
                        .filter(OpenAnswers::open)
                        .map(SourceAnswer::agency)
                        .toList());
    }

    /** Whether an official may see what became of a dossier; a system may of all its own. */
    public boolean mayRead(Caller caller, UUID dossier) {
        return caller.official() == null || dossiers.readable(dossier, caller);
    }

    /**
     * Makes the lookup that completes a dossier the body: only the sources that had not answered are asked.
     *
     * @return the ids of the agencies that will be asked
     * @throws ProblemException as {@link #authorise}
     */
    public List<String> begin(Exchange exchange, Requester requester, OpenDossier dossier) {
        Lookup.Granted granted = granted(exchange, requester, dossier.request());
        List<SourceAnswer> known = open.find(dossier.id()).stream()
                .filter(answer -> !OpenAnswers.open(answer))
                .toList();
        Lookup.New lookup = new Lookup.New(granted, null, null, new Lookup.Known(dossier.id(), known));
        put(exchange, lookup);
        return planner.agencies(new Lookup.Granted(lookup, granted.passport, granted.facts));
    }

    /** How many sources of the body's lookup have still not answered. */
    public int left(Exchange exchange) {
        return (int) exchange.getMessage().getBody(Lookup.Combined.class).answers.stream()
                .filter(OpenAnswers::open)
                .count();
    }

    /** Forgets what is needed to complete dossiers made longer ago. */
    public void forget(Duration kept) {
        open.forget(kept);
    }

    /** The id that the dossier of the body's lookup has, or will have. */
    public UUID dossier(Exchange exchange) {
        return exchange.getMessage().getBody(Lookup.class).id;
    }

    /**
     * Keeps the dossier of the body's lookup, unsigned; returns when it is durable.
     *
     * @param alongside made in the same transaction
     * @throws ProblemException OVERLOADED
     */
    public void keep(Exchange exchange, ActRecord.Change alongside) {
        dossiers.keep(exchange.getMessage().getBody(Lookup.Assembled.class), alongside);
    }
}
