package az.dost.vahid.offers;

import az.dost.vahid.journeys.lookup.BackgroundLookups;
import az.dost.vahid.journeys.lookup.LookupRequest;
import az.dost.vahid.journeys.lookup.OpenDossier;
import az.dost.vahid.problem.ProblemCode;
import az.dost.vahid.problem.ProblemException;
import az.dost.vahid.problem.Problems;
import az.dost.vahid.rights.Basis;
import az.dost.vahid.rights.Rights;
import az.dost.vahid.sources.agency.Paces;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.apache.camel.Exchange;

/** One turn of an intent: the person is looked up for the right's own purpose, and what is found decided. */
public final class RightRun {
    private static final String TAKEN = "vahid.rights.taken";
    private static final String AGENCIES = "vahid.rights.agencies";
    private static final String DOSSIER = "vahid.rights.dossier";
    /** Nobody waits, so agencies may take their time. */
    private static final int DEADLINE_MS = 20_000;

    private final Rights rights;
    private final Intents intents;
    private final Findings findings;
    private final BackgroundLookups lookups;
    private final LookingRequester requester;
    private final Paces paces;
    private final OfferSettings settings;
    private final Clock clock;

    /** @param clock in whose zone a day begins */
    RightRun(
            Rights rights,
            Intents intents,
            Findings findings,
            BackgroundLookups lookups,
            LookingRequester requester,
            Paces paces,
            OfferSettings settings,
            Clock clock) {
        this.rights = rights;
        this.intents = intents;
        this.findings = findings;
        this.lookups = lookups;
        this.requester = requester;
        this.paces = paces;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * Takes one up. One that cannot be read, or of a right that is no more, has failed; so has one whose time is over,
     * unless something was found out that stays undecided.
     */
    public void take(Exchange exchange) {
        Optional<TakenIntent> due = intents.take();
        exchange.setProperty(Exchange.SCHEDULER_POLLED_MESSAGES, due.isPresent());
        due.ifPresent(taken -> {
            // What goes wrong is taken again when the lease is over: a pause for whatever failed.
            taken.lease().leaveWith(exchange);
            if (taken.intent() == null
                    || !taken.intent().death()
                            && !rights.codes().contains(taken.intent().right())) {
                intents.end(taken, Intent.State.FAILED, ProblemCode.INTERNAL.name());
            } else if (taken.over()) {
                intents.end(taken, taken.asked() > 0 ? Intent.State.UNDECIDED : Intent.State.FAILED, null);
            } else {
                exchange.setProperty(TAKEN, taken);
                exchange.setProperty(DOSSIER, taken.dossier());
            }
        });
    }

    public boolean due(Exchange exchange) {
        return exchange.getProperty(TAKEN) != null;
    }

    private static TakenIntent taken(Exchange exchange) {
        return exchange.getProperty(TAKEN, TakenIntent.class);
    }

    /** Whether somebody is to be looked up: not after a death, nor where a crash came between a look and its end. */
    public boolean asks(Exchange exchange) {
        return !taken(exchange).intent().death() && taken(exchange).dossier() == null;
    }

    /**
     * Makes the lookup the body: of the person, for the right's purpose, and the facts that today's law names; of one
     * whose kin may have the right, who they are.
     *
     * @throws ProblemException as a lookup does that is not granted
     */
    public void begin(Exchange exchange) {
        TakenIntent taken = taken(exchange);
        if (taken.lease().lost()) {
            throw new IllegalStateException("Another gateway may have taken the intent");
        }
        Intent intent = taken.intent();
        LocalDate today = LocalDate.now(clock);
        LookupRequest request = new LookupRequest(
                intent.fin(),
                rights.purpose(intent.right()).code(),
                intent.id().toString(),
                settings.official(),
                seeksKin(intent, today)
                        ? rights.factsAbout(intent.right(), today)
                        : rights.facts(intent.right(), today),
                DEADLINE_MS);
        exchange.setProperty(AGENCIES, lookups.begin(exchange, requester.now(), request));
    }

    /** Whether an agency has no place to spare yet. */
    @SuppressWarnings("unchecked")
    public boolean early(Exchange exchange) {
        return !paces.take(exchange.getProperty(AGENCIES, List.class));
    }

    /** Keeps the dossier and whose it is together. */
    public void keep(Exchange exchange) {
        TakenIntent taken = taken(exchange);
        UUID dossier = lookups.dossier(exchange);
        lookups.keep(exchange, connection -> Intents.advance(connection, taken, dossier));
        exchange.setProperty(DOSSIER, dossier);
    }

    /** Whether it is about whom the right is not, but whose kin may have it. */
    private boolean seeksKin(Intent intent, LocalDate today) {
        return intent.ofTheEvent() && !rights.factsAbout(intent.right(), today).isEmpty();
    }

    /** Decides what is found; of one who died, withdraws what is offered. */
    public void decide(Exchange exchange) {
        TakenIntent taken = taken(exchange);
        if (taken.intent().death()) {
            findings.died(taken);
            return;
        }
        LocalDate today = LocalDate.now(clock);
        OpenDossier found = dossier(exchange.getProperty(DOSSIER, UUID.class));
        if (seeksKin(taken.intent(), today)) {
            findings.kin(taken, found);
            return;
        }
        JsonNode about = taken.intent()
                .dossierAbout()
                .map(id -> (JsonNode) dossier(id).content())
                .orElse(MissingNode.getInstance());
        Basis basis = new Basis(found.content(), about, taken.intent().data());
        findings.decide(taken, new Look(found.id(), basis), today);
    }

    private OpenDossier dossier(UUID id) {
        return lookups.find(id, settings.requester());
    }

    /** Throws again what another turn may do better with: what was not refused for what it is. */
    public void settle(Exchange exchange) throws Exception {
        Exception fault = exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Exception.class);
        ProblemCode code = Problems.of(fault).code();
        if (code.passes()) {
            intents.note(taken(exchange), code.name());
            throw fault;
        }
    }

    /** Nothing comes of it: there is no grant, or the person is protected. */
    public void refuse(Exchange exchange) {
        String code = Problems.of(exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Throwable.class))
                .code()
                .name();
        intents.end(taken(exchange), Intent.State.REFUSED, code);
    }
}
