package az.dost.vahid.journeys.follow;

import az.dost.vahid.edge.access.AccessPolicy;
import az.dost.vahid.edge.access.Requester;
import az.dost.vahid.journeys.event.OwnEvents;
import az.dost.vahid.journeys.lookup.BackgroundLookups;
import az.dost.vahid.journeys.lookup.OpenDossier;
import az.dost.vahid.problem.ProblemCode;
import az.dost.vahid.problem.ProblemException;
import az.dost.vahid.problem.Problems;
import az.dost.vahid.proof.claim.ClaimedRow;
import az.dost.vahid.sources.agency.Paces;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.apache.camel.Exchange;

/**
 * One turn of a follow-up: its silent sources are asked, if there is still time, and the requester is told if that was
 * the end.
 */
public final class FollowRun {
    static final String TYPE = "az.dost.dossier-followed.v1";
    private static final String FOLLOW_UP = "vahid.follow.up";
    private static final String OPEN = "vahid.follow.open";
    private static final String AGENCIES = "vahid.follow.agencies";
    private final FollowUps followUps;
    private final BackgroundLookups lookups;
    private final AccessPolicy access;
    private final Paces paces;
    private final OwnEvents events;
    private final Duration longest;

    FollowRun(
            FollowUps followUps,
            BackgroundLookups lookups,
            AccessPolicy access,
            Paces paces,
            OwnEvents events,
            Duration longest) {
        this.followUps = followUps;
        this.lookups = lookups;
        this.access = access;
        this.paces = paces;
        this.events = events;
        this.longest = longest;
    }

    /** Takes one up; one that cannot be ended is laid aside. */
    public void take(Exchange exchange) {
        Optional<ClaimedRow<FollowUp>> due = followUps.take();
        exchange.setProperty(Exchange.SCHEDULER_POLLED_MESSAGES, due.isPresent());
        due.ifPresent(taken -> {
            taken.lease().endWith(exchange);
            if (followUps.exhausted(taken.row())) {
                followUps.fail(taken.row());
            } else {
                exchange.setProperty(FOLLOW_UP, taken);
            }
        });
    }

    public boolean due(Exchange exchange) {
        return exchange.getProperty(FOLLOW_UP) != null;
    }

    @SuppressWarnings("unchecked")
    private static ClaimedRow<FollowUp> taken(Exchange exchange) {
        return exchange.getProperty(FOLLOW_UP, ClaimedRow.class);
    }

    private static FollowUp followUp(Exchange exchange) {
        return taken(exchange).row();
    }

    /** @throws ProblemException as a lookup does that is not granted */
    public void open(Exchange exchange) {
        FollowUp followUp = followUp(exchange);
        OpenDossier open = lookups.find(followUp.latest(), followUp.requester());
        exchange.setProperty(OPEN, open);
        lookups.authorise(requester(exchange), open.request());
    }

    private Requester requester(Exchange exchange) {
        Requester requester = access.named(followUp(exchange).requester())
                .orElseThrow(() -> new ProblemException(ProblemCode.NOT_GRANTED, null, "The requester is no more."));
        exchange.setProperty(Requester.PROPERTY, requester);
        return requester;
    }

    /** Whether somebody is to be asked: a source is silent, and there is time. */
    public boolean asks(Exchange exchange) {
        return !followUp(exchange).over()
                && !exchange.getProperty(OPEN, OpenDossier.class).agencies().isEmpty();
    }

    public void begin(Exchange exchange) {
        if (taken(exchange).lease().lost()) {
            throw new IllegalStateException("Another gateway may have taken the follow-up");
        }
        exchange.setProperty(
                AGENCIES, lookups.begin(exchange, requester(exchange), exchange.getProperty(OPEN, OpenDossier.class)));
    }

    /** Whether an agency has no place to spare yet. */
    @SuppressWarnings("unchecked")
    public boolean early(Exchange exchange) {
        return !paces.take(exchange.getProperty(AGENCIES, List.class));
    }

    /** Keeps the dossier, if any source has answered that had not. */
    public void keep(Exchange exchange) {
        ClaimedRow<FollowUp> followUp = taken(exchange);
        UUID dossier = lookups.dossier(exchange);
        if (lookups.left(exchange)
                < exchange.getProperty(OPEN, OpenDossier.class).agencies().size()) {
            lookups.keep(exchange, connection -> FollowUps.advance(connection, followUp, dossier));
            exchange.setProperty(OPEN, lookups.find(dossier, followUp.row().requester()));
        }
    }

    /** Tells the requester once nothing is left to ask, or no time. */
    public void end(Exchange exchange) {
        FollowUp followUp = followUp(exchange);
        OpenDossier latest = exchange.getProperty(OPEN, OpenDossier.class);
        boolean complete = latest.agencies().isEmpty();
        if (complete || followUp.over()) {
            FollowUp.State state = complete ? FollowUp.State.COMPLETED : FollowUp.State.ENDED;
            ObjectNode data =
                    data(followUp, state, latest).put("dossierId", latest.id().toString());
            data.set("dossier", latest.content());
            tell(taken(exchange), data, latest.person(), state, null);
        }
    }

    /** Throws again what another turn may do better with: a lookup that was not refused for what it is. */
    public void settle(Exchange exchange) throws Exception {
        Exception fault = exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Exception.class);
        ProblemCode code = Problems.of(fault).code();
        if (code.passes()) {
            followUps.note(followUp(exchange), code.name());
            throw fault;
        }
    }

    /** Tells the requester that it gets nothing, and why. */
    public void refuse(Exchange exchange) {
        String code = Problems.of(exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Throwable.class))
                .code()
                .name();
        FollowUp followUp = followUp(exchange);
        OpenDossier open = exchange.getProperty(OPEN, OpenDossier.class);
        tell(
                taken(exchange),
                data(followUp, FollowUp.State.REFUSED, open).put("code", code),
                open == null ? followUp.dossier().toString() : open.person(),
                FollowUp.State.REFUSED,
                code);
    }

    /** @param open null when there is none any more */
    private static ObjectNode data(FollowUp followUp, FollowUp.State outcome, OpenDossier open) {
        ObjectNode data = JsonNodeFactory.instance
                .objectNode()
                .put("outcome", outcome.name())
                .put("followed", followUp.dossier().toString());
        return open == null
                ? data
                : data.put("service", open.request().service())
                        .put("caseRef", open.request().caseRef())
                        .put("official", open.request().official());
    }

    private void tell(ClaimedRow<FollowUp> followUp, ObjectNode data, String group, FollowUp.State state, String code) {
        if (followUp.row().channel().equals(FollowUp.NO_CHANNEL)) {
            followUps.ended(followUp, state, code);
            return;
        }
        events.tell(
                followUp.row().channel(),
                TYPE,
                "follow-up-" + followUp.row().dossier(),
                group,
                data,
                connection -> FollowUps.end(connection, followUp, state, code));
    }

    /**
     * Forgets what could complete dossiers that nobody may follow any more; twice the longest time is enough for the
     * last turn.
     */
    public void forget() {
        lookups.forget(longest.multipliedBy(2));
    }
}
