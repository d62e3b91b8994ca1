package az.dost.vahid.journeys.lookup;

import az.dost.vahid.connector.Catalogue;
import az.dost.vahid.connector.Connector;
import az.dost.vahid.edge.access.AccessPolicy;
import az.dost.vahid.edge.access.Requester;
import az.dost.vahid.passport.Passport;
import az.dost.vahid.passport.PassportCatalogue;
import az.dost.vahid.problem.ProblemCode;
import az.dost.vahid.problem.ProblemException;
import az.dost.vahid.sources.agency.call.DropRows;
import az.dost.vahid.sources.rollout.RolloutSelection;
import az.dost.vahid.sources.rollout.Rollouts;
import az.dost.vahid.sources.rollout.Shadow;
import io.opentelemetry.api.trace.Span;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Stream;
import org.apache.camel.Exchange;

/** Decides whether a lookup may be made, which facts it is for and whom to ask. */
public final class Planner {
    private final AccessPolicy access;
    private final PassportCatalogue passports;
    private final Catalogue connectors;
    private final Rollouts rollouts;
    private final LookupSight sight;
    private final CallPermission calls;

    Planner(
            AccessPolicy access,
            PassportCatalogue passports,
            Catalogue connectors,
            Rollouts rollouts,
            LookupSight sight,
            CallPermission calls) {
        this.calls = calls;
        this.sight = sight;
        this.access = access;
        this.passports = passports;
        this.connectors = connectors;
        this.rollouts = rollouts;
    }

    /** @throws ProblemException SERVICE_UNKNOWN, NOT_GRANTED or FACT_NOT_IN_SERVICE */
    public Lookup.Granted authorise(Lookup.New lookup) {
        LookupRequest request = lookup.request;
        Passport passport = passports
                .find(request.service())
                .orElseThrow(() -> new ProblemException(ProblemCode.SERVICE_UNKNOWN, "service", null));
        access.authorise(lookup.requester, passport.code(), request.official());
        access.authorise(lookup.requester, request.official(), request.view());
        for (String fact : request.facts()) {
            if (!passport.facts().contains(fact)) {
                throw new ProblemException(ProblemCode.FACT_NOT_IN_SERVICE, "facts", null);
            }
        }
        List<String> facts = request.facts().isEmpty()
                ? passport.facts()
                : passport.facts().stream().filter(request.facts()::contains).toList();
        access.authorise(lookup.requester, facts);
        if (lookup.requester.needsCall(request.official())
                && !lookup.background()
                && !lookup.checksCaller()
                && !calls.permits(lookup)) {
            throw new ProblemException(
                    ProblemCode.NOT_GRANTED,
                    "caseRef",
                    "It must be the reference of a call of yours, not over yet, of this caller.");
        }
        return new Lookup.Granted(lookup, passport, facts);
    }

    /**
     * Asked again before a dossier leaves: a lookup may have waited for a minute since it was authorised.
     *
     * @throws ProblemException NOT_GRANTED
     */
    public void confirm(Lookup.Granted lookup) {
        Requester now = access.named(lookup.requester.id())
                .orElseThrow(() -> new ProblemException(ProblemCode.NOT_GRANTED, null, "The requester is no more."));
        if (now != lookup.requester) {
            access.authorise(now, lookup.passport.code(), lookup.request.official());
            access.authorise(now, lookup.request.official(), lookup.request.view());
            access.authorise(now, lookup.facts);
        }
    }

    /**
     * Whether what was looked up before may be given out now.
     *
     * @throws ProblemException SERVICE_UNKNOWN or NOT_GRANTED
     */
    void confirm(Requester requester, String service, List<String> facts) {
        access.authorise(requester, service);
        access.authorise(
                requester,
                facts.isEmpty()
                        ? passports
                                .find(service)
                                .orElseThrow(() -> new ProblemException(ProblemCode.SERVICE_UNKNOWN, "service", null))
                                .facts()
                        : facts);
    }

    /** Fills the scatter's two properties; the agencies come from the plan and from nowhere else. */
    public Lookup.Planned plan(Exchange exchange, Lookup.Judged lookup) {
        Span span = sight.begin(lookup, exchange);
        List<Connector> sources = connectors.sourcesOf(new HashSet<>(lookup.facts));
        RolloutSelection staged = rollouts.stage(
                sources.stream().filter(source -> !lookup.knows(source.id())).toList(), lookup.person);
        List<Connector> plan = Stream.concat(
                        sources.stream().filter(source -> lookup.knows(source.id())), staged.planned().stream())
                .toList();
        if (lookup.progress != null) {
            lookup.progress.plan(staged.planned().size());
        }
        Lookup.Planned planned = new Lookup.Planned(lookup, span, plan, staged.off());
        exchange.setProperty(Lookup.PROPERTY, planned);
        exchange.setProperty("vahid.question", planned.question);
        exchange.setProperty("vahid.plan", staged.routes());
        exchange.setProperty(DropRows.AGENCIES, drops(sources, lookup));
        if (!staged.shadowed().isEmpty()) {
            exchange.setProperty(Shadow.PROPERTY, new Shadow(planned.question, staged.shadowed(), lookup.facts));
        }
        return planned;
    }

    private static List<String> drops(List<Connector> sources, Lookup.New lookup) {
        return sources.stream()
                .filter(source -> source.protocol() == Connector.Protocol.FILE && !lookup.knows(source.id()))
                .map(Connector::id)
                .toList();
    }

    /** Ids of the agencies that the plan of a lookup will name. */
    List<String> agencies(Lookup.Granted lookup) {
        return connectors.sourcesOf(new HashSet<>(lookup.facts)).stream()
                .map(Connector::id)
                .filter(id -> !lookup.knows(id))
                .toList();
    }
}
