package az.dost.vahid.journeys.admission;

import az.dost.vahid.edge.access.AccessPolicy;
import az.dost.vahid.edge.access.Operator;
import az.dost.vahid.edge.door.BoundedBody;
import az.dost.vahid.edge.door.FreeText;
import az.dost.vahid.edge.door.HttpAnswer;
import az.dost.vahid.edge.door.Paging;
import az.dost.vahid.edge.door.StrictJson;
import az.dost.vahid.problem.ProblemCode;
import az.dost.vahid.problem.ProblemException;
import az.dost.vahid.proof.record.ActRecord;
import az.dost.vahid.proof.record.Slice;
import az.dost.vahid.proof.record.body.RecordId;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.apache.camel.Exchange;
import org.apache.camel.Message;

/**
 * Where operators see who wants to come in, {@code contracts/operations.openapi.yaml}: one proposes what is released,
 * and another one releases it. To refuse or to take away needs one alone.
 */
public final class AdmissionHandler {
    private static final int MAX_BODY = 32 * 1024;
    private static final int CREATED = 201;
    private static final int MOST = 50;
    private static final int LONGEST = 500;
    private final Applications applications;
    private final Proposals proposals;
    private final AdmittedPartners partners;
    private final Grants grants;
    private final AccessPolicy access;
    private final ActRecord acts;

    AdmissionHandler(
            Applications applications,
            Proposals proposals,
            AdmittedPartners partners,
            Grants grants,
            AccessPolicy access,
            ActRecord acts) {
        this.applications = applications;
        this.proposals = proposals;
        this.partners = partners;
        this.grants = grants;
        this.access = access;
        this.acts = acts;
    }

    public void list(Exchange exchange) {
        Operator.looking(exchange);
        Paging paging = Paging.of(exchange.getMessage(), MOST);
        Slice<Admitted> found = partners.all(paging.id(), paging.limit());
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        var admitted = body.putArray("partners");
        found.rows().forEach(one -> admitted.add(reached(one)));
        HttpAnswer.json(exchange.getMessage(), body);
        paging.tell(exchange.getMessage(), found.next());
    }

    /** With whom to ask about him, as his application says; without, where its time was over. */
    private ObjectNode reached(Admitted partner) {
        ObjectNode shown = AdmissionJson.of(partner, Instant.now());
        applications.find(partner.application()).flatMap(applications::content).ifPresent(wish -> {
            shown.set("organisation", wish.path("organisation"));
            shown.set("contacts", wish.path("contacts"));
        });
        return shown;
    }

    public void waiting(Exchange exchange) {
        Operator.looking(exchange);
        Paging paging = Paging.of(exchange.getMessage(), MOST);
        Slice<Application> found = applications.waiting(paging.id(), paging.limit());
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        var waiting = body.putArray("applications");
        found.rows().forEach(one -> {
            ObjectNode shown = AdmissionJson.of(
                    one,
                    applications.content(one).orElseGet(JsonNodeFactory.instance::objectNode),
                    applications.until(one));
            var proposed = shown.putArray("proposals");
            proposals.waiting(one.id()).forEach(proposal -> proposed.add(AdmissionJson.of(proposal)));
            waiting.add(shown);
        });
        HttpAnswer.json(exchange.getMessage(), body);
        paging.tell(exchange.getMessage(), found.next());
    }

    /** @throws ProblemException FIELD_INVALID for what a requester's file could not say; NOT_FOUND */
    public void propose(Exchange exchange) throws IOException {
        Operator by = Operator.acting(exchange);
        Message message = exchange.getMessage();
        ObjectNode wanted = StrictJson.object(
                BoundedBody.of(message, MAX_BODY),
                Set.of("application", "requester", "events", "certificate", "because"));
        String because = FreeText.read(wanted, "because", LONGEST);
        Application application = open(FreeText.read(wanted, "application", LONGEST));
        ObjectNode wish = applications.content(application).orElseThrow(AdmissionHandler::gone);
        ObjectNode content = grants.released(wanted, wish);
        Proposal wished = new Proposal(RecordId.next(), application.id(), by, content.toString(), because, null);
        grants.check(admitted(wished, null), "requester");
        Proposal made = kept(wished);
        HttpAnswer.json(message, AdmissionJson.of(made));
        message.setHeader(Exchange.HTTP_RESPONSE_CODE, CREATED);
        message.setHeader("Location", "/v1/operations/partners/proposals/" + made.id());
    }

    /** Whoever sends the same once more has the one that waits already. */
    private Proposal kept(Proposal wished) {
        return proposals.waiting(wished.application()).stream()
                .filter(wished::says)
                .findFirst()
                .orElseGet(() -> {
                    proposals.keep(wished);
                    return wished;
                });
    }

    public void show(Exchange exchange) {
        Operator.looking(exchange);
        HttpAnswer.json(exchange.getMessage(), AdmissionJson.of(proposal(exchange)));
    }

    /**
     * Whoever proposed it must be an operator still, and another person.
     *
     * @throws ProblemException OWN_PROPOSAL; NOT_FOUND for what does not wait any more
     */
    public void confirm(Exchange exchange) {
        Operator by = Operator.acting(exchange);
        Proposal proposal = proposal(exchange);
        if (proposal.confirmedBy() == null) {
            by.isAnotherThan(proposal.by());
            if (!proposal.by().still(access)) {
                throw new ProblemException(
                        ProblemCode.NOT_FOUND,
                        null,
                        "Whoever proposed it is no operator any more.",
                        "Look at the application, and propose it anew.");
            }
            release(proposal, by);
        }
        HttpAnswer.json(exchange.getMessage(), AdmissionJson.of(proposal(exchange)));
    }

    private void release(Proposal proposal, Operator by) {
        Application before = open(proposal.application().toString());
        UUID step = RecordId.next();
        Admitted made = admitted(proposal, step);
        grants.check(made, "requester");
        boolean kept = acts.keep(
                step,
                "partner-released",
                Proposals.said(proposal, by)
                        .put("partner", made.id())
                        .put("proposedBy", proposal.by().called()),
                Together.of(
                        connection -> proposals.confirm(connection, proposal, by),
                        connection -> applications.step(
                                connection, before, before.became(Application.State.RELEASED, made.id(), null, step)),
                        connection -> partners.insert(connection, made),
                        connection -> partners.leaveSandbox(connection, before.id())));
        if (!kept) {
            throw gone();
        }
        access.refresh();
    }

    public void refuse(Exchange exchange) throws IOException {
        Operator by = Operator.acting(exchange);
        String because = because(exchange.getMessage());
        Application before = open(exchange.getMessage().getHeader("id", String.class));
        UUID step = RecordId.next();
        ObjectNode said = by.said(JsonNodeFactory.instance.objectNode())
                .put("application", before.id().toString());
        if (!acts.keep(
                step,
                "partner-refused",
                said,
                Together.of(
                        connection -> applications.step(
                                connection, before, before.became(Application.State.REFUSED, null, because, step)),
                        connection -> partners.leaveSandbox(connection, before.id())))) {
            throw gone();
        }
        access.refresh();
        HttpAnswer.json(exchange.getMessage(), said("applicationId", before.id().toString(), "REFUSED"));
    }

    /** Takes all away at once; one operator is enough for that. */
    public void end(Exchange exchange) throws IOException {
        Operator by = Operator.acting(exchange);
        String because = because(exchange.getMessage());
        Admitted before = partners.find(exchange.getMessage().getHeader("id", String.class))
                .orElseThrow(
                        () -> new ProblemException(ProblemCode.NOT_FOUND, null, "There is no partner of this id."));
        UUID step = RecordId.next();
        ObjectNode said = by.said(JsonNodeFactory.instance.objectNode())
                .put("partner", before.id())
                .put("because", because);
        if (!acts.keep(step, "partner-ended", said, connection -> partners.end(connection, before.ended(step)))) {
            throw gone();
        }
        access.refresh();
        HttpAnswer.json(exchange.getMessage(), said("id", before.id(), "ENDED"));
    }

    private static ObjectNode said(String name, String id, String state) {
        return JsonNodeFactory.instance.objectNode().put(name, id).put("state", state);
    }

    private static String because(Message message) throws IOException {
        return FreeText.read(
                StrictJson.object(BoundedBody.of(message, MAX_BODY), Set.of("because")), "because", LONGEST);
    }

    private static Admitted admitted(Proposal proposal, UUID step) {
        ObjectNode content = AdmissionJson.content(proposal);
        return new Admitted(
                content.at("/requester/id").asText(), proposal.application(), Admitted.State.RELEASED, content, step);
    }

    private Application open(String id) {
        return applications
                .find(uuid(id))
                .filter(one -> one.state() == Application.State.OPEN)
                .orElseThrow(AdmissionHandler::gone);
    }

    private Proposal proposal(Exchange exchange) {
        return proposals
                .find(uuid(exchange.getMessage().getHeader("id", String.class)))
                .orElseThrow(AdmissionHandler::gone);
    }

    private static UUID uuid(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw gone();
        }
    }

    private static ProblemException gone() {
        return new ProblemException(ProblemCode.NOT_FOUND, null, "It does not wait for an operator, or not any more.");
    }
}
