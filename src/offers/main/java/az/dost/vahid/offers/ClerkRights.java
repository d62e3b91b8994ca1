package az.dost.vahid.offers;

import az.dost.vahid.calendar.Baku;
import az.dost.vahid.edge.access.AccessPolicy;
import az.dost.vahid.edge.access.Caller;
import az.dost.vahid.edge.access.OfficialRole;
import az.dost.vahid.edge.access.View;
import az.dost.vahid.edge.door.HttpAnswer;
import az.dost.vahid.journeys.desk.OfficialDesk;
import az.dost.vahid.journeys.lookup.BackgroundLookups;
import az.dost.vahid.journeys.lookup.LookupRequest;
import az.dost.vahid.journeys.lookup.OpenDossier;
import az.dost.vahid.passport.Passport;
import az.dost.vahid.problem.ProblemCode;
import az.dost.vahid.problem.ProblemException;
import az.dost.vahid.proof.protection.ProtectedPersons;
import az.dost.vahid.proof.protection.Protection;
import az.dost.vahid.proof.record.ActRecord;
import az.dost.vahid.proof.record.body.RecordId;
import az.dost.vahid.rights.Rights;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.camel.Exchange;

/**
 * Which rights may be open to the person of an answer, for the clerk who asked for it,
 * {@code contracts/offers.openapi.yaml}: by what this very answer says. Nobody is asked for more, and a right is told
 * only where the clerk's requester is granted to look for it.
 */
public final class ClerkRights {
    private final BackgroundLookups lookups;
    private final AccessPolicy access;
    private final ProtectedPersons protection;
    private final Rights rights;
    private final Offers offers;
    private final ActRecord acts;

    ClerkRights(
            BackgroundLookups lookups,
            AccessPolicy access,
            ProtectedPersons protection,
            Rights rights,
            Offers offers,
            ActRecord acts) {
        this.lookups = lookups;
        this.access = access;
        this.protection = protection;
        this.rights = rights;
        this.offers = offers;
        this.acts = acts;
    }

    /**
     * What was told is an entry of the audit chain.
     *
     * @throws ProblemException OFFICIAL_UNPROVEN, NOT_GRANTED; DOSSIER_UNKNOWN for one that the clerk did not ask for,
     *     or may not have any more
     */
    public void show(Exchange exchange) {
        Caller caller = OfficialDesk.proven(exchange, OfficialRole.CLERK);
        OpenDossier dossier = own(caller, exchange.getMessage().getHeader("id", String.class));
        Map<String, Offer> offered = newest(offers.of(dossier.person()));
        List<ObjectNode> found = of(caller, dossier).stream()
                .filter(right -> !is(offered.get(right.path("right").textValue()), Offer.State.AWARDED))
                .toList();
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        var list = body.putArray("rights");
        found.forEach(right ->
                list.add(OpenRight.json(right, offered.get(right.path("right").textValue()))));
        if (!found.isEmpty()) {
            acts.keep(RecordId.next(), "desk-rights-shown", said(caller, dossier, found), connection -> true);
        }
        HttpAnswer.json(exchange.getMessage(), body);
    }

    /** By right. */
    private static Map<String, Offer> newest(List<Offer> newestFirst) {
        return newestFirst.stream().collect(Collectors.toMap(Offer::right, Function.identity(), (one, older) -> one));
    }

    private static boolean is(Offer offer, Offer.State state) {
        return offer != null && offer.state() == state;
    }

    private static ObjectNode said(Caller caller, OpenDossier dossier, List<ObjectNode> found) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("requester", caller.requester().id())
                .put("official", caller.official())
                .put("dossier", dossier.id().toString())
                .put(
                        "rights",
                        found.stream()
                                .map(right -> right.path("right").textValue())
                                .collect(Collectors.joining(",")));
    }

    /** One that may not be given out any more is as none. */
    private OpenDossier own(Caller caller, String text) {
        try {
            UUID id = UUID.fromString(text);
            if (lookups.mayRead(caller, id)) {
                OpenDossier dossier = lookups.find(id, caller.requester().id());
                lookups.confirm(caller.requester(), dossier.request());
                if (caller.official().equals(dossier.request().official())) {
                    return dossier;
                }
            }
        } catch (IllegalArgumentException | ProblemException none) {
            throw new ProblemException(ProblemCode.DOSSIER_UNKNOWN);
        }
        throw new ProblemException(ProblemCode.DOSSIER_UNKNOWN);
    }

    private List<ObjectNode> of(Caller caller, OpenDossier dossier) {
        LookupRequest request = dossier.request();
        boolean told = request.view() == View.FULL
                && dossier.content().at("/subject/state").asText().equals("KNOWN")
                && protection.protection(
                                dossier.person(), caller.requester().id(), caller.official(), request.caseRef())
                        == Protection.NONE;
        if (!told) {
            return List.of();
        }
        LocalDate today = LocalDate.now(Baku.ZONE);
        return rights.own().stream()
                .sorted()
                .filter(code -> granted(caller, rights.purpose(code)))
                .map(code -> rights.glance(code, dossier.content(), Set.copyOf(request.facts()), today))
                .flatMap(Optional::stream)
                .filter(OpenRight::worthTelling)
                .toList();
    }

    /** Whether this clerk's requester may look for it, and have all that it reads. */
    private boolean granted(Caller caller, Passport purpose) {
        try {
            access.authorise(caller.requester(), purpose.code(), caller.official());
            access.authorise(caller.requester(), purpose.facts());
            return true;
        } catch (ProblemException refused) {
            return false;
        }
    }
}
