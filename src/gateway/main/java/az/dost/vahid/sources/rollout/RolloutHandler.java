package az.dost.vahid.sources.rollout;

import az.dost.vahid.connector.Catalogue;
import az.dost.vahid.connector.Connector;
import az.dost.vahid.edge.access.Operator;
import az.dost.vahid.edge.door.BoundedBody;
import az.dost.vahid.edge.door.FrontDoor;
import az.dost.vahid.edge.door.HttpAnswer;
import az.dost.vahid.edge.door.IdempotencyKey;
import az.dost.vahid.figures.Remembered;
import az.dost.vahid.problem.ProblemCode;
import az.dost.vahid.problem.ProblemException;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.Duration;
import java.util.UUID;
import org.apache.camel.Exchange;
import org.apache.camel.Message;

/**
 * Shows operators how far each connector is used; takes what they propose, and puts it into force once it is confirmed.
 */
public final class RolloutHandler {
    private static final int MAX_BODY = 4 * 1024;
    private static final int CREATED = 201;
    private static final int CHANGES = 50;
    private static final Duration EXPIRES = Duration.ofHours(1);
    private final Rollouts rollouts;
    private final RolloutProposals proposals;
    private final Catalogue catalogue;
    private final boolean twoOperators;
    private final Remembered<ObjectNode> list = new Remembered<>(this::read);

    /** @param twoOperators whether nobody may confirm what he proposed himself */
    RolloutHandler(Rollouts rollouts, RolloutProposals proposals, Catalogue catalogue, boolean twoOperators) {
        this.rollouts = rollouts;
        this.proposals = proposals;
        this.catalogue = catalogue;
        this.twoOperators = twoOperators;
    }

    public void list(Exchange exchange) {
        Operator.mayLook(FrontDoor.requester(exchange));
        HttpAnswer.json(exchange.getMessage(), list.get());
    }

    private ObjectNode read() {
        ObjectNode body = JsonNodeFactory.instance.objectNode().put("version", RolloutJson.digest(rollouts.inForce()));
        var each = body.putArray("rollouts");
        catalogue.connectors().stream()
                .map(Connector::id)
                .forEach(agency ->
                        each.add(RolloutJson.of(agency, rollouts.inForce().get(agency))));
        var waiting = body.putArray("proposals");
        proposals.waiting(CHANGES).forEach(proposal -> waiting.add(json(proposal)));
        var changes = body.putArray("changes");
        proposals.confirmed(CHANGES).forEach(change -> changes.add(change(change)));
        return body;
    }

    public void propose(Exchange exchange) throws IOException {
        Operator by = Operator.acting(exchange);
        Message message = exchange.getMessage();
        String key = IdempotencyKey.required(message);
        RolloutWanted wanted = RolloutWanted.read(BoundedBody.of(message, MAX_BODY), catalogue);
        rollouts.refresh();
        RolloutProposals.Proposal made = proposals.keep(
                by, wanted, rollouts.inForce().get(wanted.agency()), rollouts.filed(wanted.agency()), key);
        HttpAnswer.json(message, json(made).put("against", RolloutJson.digest(rollouts.inForce())));
        message.setHeader(Exchange.HTTP_RESPONSE_CODE, CREATED);
        message.setHeader("Location", "/v1/operations/rollouts/proposals/" + made.id());
    }

    public void show(Exchange exchange) {
        Operator.looking(exchange);
        HttpAnswer.json(exchange.getMessage(), json(find(exchange.getMessage().getHeader("id", String.class))));
    }

    private static ObjectNode json(RolloutProposals.Proposal proposal) {
        ObjectNode json = JsonNodeFactory.instance
                .objectNode()
                .put("id", proposal.id().toString())
                .put("proposedBy", proposal.by().called());
        json.set("before", shown(proposal, proposal.before()));
        json.set("after", shown(proposal, proposal.wanted()));
        json.put("expires", proposal.madeAt().plus(EXPIRES).toString());
        return proposal.confirmedAt() == null
                ? json
                : json.put("confirmedAt", proposal.confirmedAt().toString());
    }

    /** Where the rollout is another one by now, its difference is not the one that the operator has seen. */
    public void confirm(Exchange exchange) {
        Operator by = Operator.acting(exchange);
        RolloutProposals.Proposal proposal = find(exchange.getMessage().getHeader("id", String.class));
        if (proposal.number() == null) {
            mayConfirm(twoOperators, proposal.by(), by);
            rollouts.refresh();
            if (!rollouts.filed(proposal.agency()).equals(proposal.filed()) || !proposals.confirm(proposal, by)) {
                proposal = find(proposal.id().toString());
                if (proposal.number() == null) {
                    throw new ProblemException(ProblemCode.ROLLOUT_CHANGED);
                }
            }
            rollouts.refresh();
        }
        HttpAnswer.json(exchange.getMessage(), change(find(proposal.id().toString())));
    }

    /** @throws ProblemException OWN_PROPOSAL */
    static void mayConfirm(boolean twoOperators, Operator proposed, Operator confirms) {
        if (twoOperators) {
            confirms.isAnotherThan(proposed);
        }
    }

    private RolloutProposals.Proposal find(String id) {
        try {
            return proposals.find(UUID.fromString(id)).orElseThrow(() -> new ProblemException(ProblemCode.NOT_FOUND));
        } catch (IllegalArgumentException e) {
            throw new ProblemException(ProblemCode.NOT_FOUND);
        }
    }

    private static ObjectNode change(RolloutProposals.Proposal change) {
        ObjectNode json = JsonNodeFactory.instance
                .objectNode()
                .put("at", change.confirmedAt().toString())
                .put("operator", change.confirmedBy())
                .put("proposedBy", change.by().called());
        json.set("before", shown(change, change.before()));
        json.set("after", shown(change, change.wanted()));
        // To take it back is a change of its own, with a reason of its own.
        ObjectNode undo = shown(change, change.before());
        undo.remove("because");
        json.set("undo", undo);
        return json;
    }

    private static ObjectNode shown(RolloutProposals.Proposal proposal, String rollout) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("agency", proposal.agency())
                .setAll((ObjectNode) RolloutJson.tree(rollout));
    }
}
