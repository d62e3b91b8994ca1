package az.dost.vahid.simulation;

import az.dost.vahid.definition.DefinitionException;
import az.dost.vahid.edge.access.Caller;
import az.dost.vahid.edge.access.OfficialRole;
import az.dost.vahid.edge.door.BoundedBody;
import az.dost.vahid.edge.door.HttpAnswer;
import az.dost.vahid.edge.door.IdempotencyKey;
import az.dost.vahid.edge.door.Paging;
import az.dost.vahid.edge.door.StrictJson;
import az.dost.vahid.problem.ProblemCode;
import az.dost.vahid.problem.ProblemException;
import az.dost.vahid.proof.record.Slice;
import az.dost.vahid.rights.LawSimulator;
import az.dost.vahid.signature.GatewayProof;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.stream.Collectors;
import org.apache.camel.Exchange;
import org.apache.camel.Message;

/**
 * Where simulations are asked for, decided about and read: {@code contracts/offers.openapi.yaml}. An analyst asks, an
 * auditor who is another person releases: whoever wants the numbers does not decide alone which rules are tried, and
 * whoever decides gains nothing by them. No person is in a result.
 */
public final class SimulationHandler {
    private static final int LONGEST = 64 * 1024;
    private static final int LONGEST_DECISION = 4 * 1024;
    private static final int PAGE = 100;
    private static final int MOST_FINDINGS = 20;
    private static final String NOTE = "note";
    private final AskedSimulations simulations;
    private final LawSimulator laws;
    private final GatewayProof proof;
    private final SimulationSettings settings;
    private final Clock clock;
    /** To check rules takes a processor, and nobody waits in a queue for one. */
    private final Semaphore check = new Semaphore(1);

    SimulationHandler(
            AskedSimulations simulations,
            LawSimulator laws,
            GatewayProof proof,
            SimulationSettings settings,
            Clock clock) {
        this.simulations = simulations;
        this.laws = laws;
        this.proof = proof;
        this.settings = settings;
        this.clock = clock;
    }

    /** The newest first. */
    public void list(Exchange exchange) {
        reader(exchange);
        Paging paging = Paging.of(exchange.getMessage(), PAGE);
        Slice<AskedSimulation> page = simulations.list(paging.id(), paging.limit());
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        ArrayNode list = json.putArray("simulations");
        Instant now = clock.instant();
        page.rows().forEach(one -> list.add(one.json(now)));
        HttpAnswer.json(exchange.getMessage(), json);
        paging.tell(exchange.getMessage(), page.next());
    }

    /**
     * Asked twice under a key it is asked once.
     *
     * @throws ProblemException as {@link LawQuestion#read}; RIGHTS_REFUSED, IDEMPOTENCY_KEY_USED, TOO_MANY_REQUESTS
     */
    public void ask(Exchange exchange) throws IOException {
        Caller analyst = official(exchange, Set.of(OfficialRole.ANALYST));
        String key = IdempotencyKey.required(exchange.getMessage());
        LawQuestion question = LawQuestion.read(BoundedBody.of(exchange.getMessage(), LONGEST), settings.mostPeople());
        if (simulations.find(analyst, key).isEmpty()) {
            admit(question);
            simulations.ask(analyst, key, question);
        }
        AskedSimulation kept = simulations.find(analyst, key).orElseThrow();
        if (!kept.question().json().equals(question.json())) {
            throw new ProblemException(ProblemCode.IDEMPOTENCY_KEY_USED, IdempotencyKey.HEADER, null);
        }
        answer(exchange, kept);
        HttpAnswer.accepted(exchange.getMessage());
        exchange.getMessage().setHeader("Location", "/v1/rights/simulations/" + kept.id());
    }

    private void admit(LawQuestion question) {
        if (simulations.waiting() >= settings.mostWaiting()) {
            throw new ProblemException(
                    ProblemCode.TOO_MANY_REQUESTS, null, "So many simulations wait that no more are taken.");
        }
        if (!check.tryAcquire()) {
            throw new ProblemException(ProblemCode.TOO_MANY_REQUESTS, null, "Other rules are being checked.");
        }
        try {
            laws.check(question.asked().changed(), Limit.of(settings.checkedFor()));
            int people = laws.people();
            if (question.asked().count() > people) {
                throw new ProblemException(
                        ProblemCode.FIELD_INVALID,
                        "count",
                        "This gateway has " + people + " computed people to draw from.");
            }
        } catch (DefinitionException e) {
            throw new ProblemException(ProblemCode.RIGHTS_REFUSED, "rights", told(e));
        } catch (Limit.Over e) {
            throw new ProblemException(
                    ProblemCode.RIGHTS_REFUSED,
                    "rights",
                    "To check them takes longer than " + settings.checkedFor() + ".");
        } finally {
            check.release();
        }
    }

    /** By file and line, as {@code right check} tells it. */
    private static String told(DefinitionException wrong) {
        return wrong.findings().stream()
                .sorted(DefinitionException.ORDER)
                .limit(MOST_FINDINGS)
                .map(Object::toString)
                .collect(Collectors.joining("\n"));
    }

    public void show(Exchange exchange) {
        reader(exchange);
        answer(exchange, simulation(exchange));
    }

    public void release(Exchange exchange) throws IOException {
        Caller auditor = official(exchange, Set.of(OfficialRole.AUDITOR));
        StrictJson.object(BoundedBody.of(exchange.getMessage(), LONGEST_DECISION), Set.of());
        decide(exchange, auditor, null);
    }

    public void refuse(Exchange exchange) throws IOException {
        Caller auditor = official(exchange, Set.of(OfficialRole.AUDITOR));
        ObjectNode body = StrictJson.object(BoundedBody.of(exchange.getMessage(), LONGEST_DECISION), Set.of(NOTE));
        decide(exchange, auditor, LawQuestion.said(body, NOTE));
    }

    /** @param note null for a release */
    private void decide(Exchange exchange, Caller auditor, String note) {
        AskedSimulation one = simulation(exchange);
        // One login is one person, whichever system it was used at.
        if (one.askedBy().equals(auditor.official())) {
            throw new ProblemException(ProblemCode.OWN_MATTER, null, "Somebody else decides than who asked for it.");
        }
        if (one.state(clock.instant()) != AskedSimulation.State.ASKED || !simulations.decide(auditor, one, note)) {
            throw new ProblemException(ProblemCode.SIMULATION_SETTLED);
        }
        answer(exchange, simulations.find(one.id()).orElseThrow());
    }

    /** The result, as it was signed. */
    public void result(Exchange exchange) {
        reader(exchange);
        AskedSimulation one = simulation(exchange);
        if (one.state(clock.instant()) != AskedSimulation.State.DONE) {
            throw new ProblemException(ProblemCode.NOT_FOUND, null, "This simulation has no result.");
        }
        String jws = one.end().result();
        Message message = exchange.getMessage();
        HttpAnswer.bytes(message, "application/json", proof.compact(jws, SimulationJob.TYPE));
        message.setHeader(
                HttpAnswer.SIGNATURE, jws.substring(0, jws.indexOf('.') + 1) + jws.substring(jws.lastIndexOf('.')));
    }

    private static void reader(Exchange exchange) {
        official(exchange, Set.of(OfficialRole.ANALYST, OfficialRole.AUDITOR, OfficialRole.AUDITOR_READ));
    }

    private static Caller official(Exchange exchange, Set<OfficialRole> roles) {
        Caller caller = Caller.of(exchange);
        if (caller.official() == null) {
            throw new ProblemException(ProblemCode.OFFICIAL_UNPROVEN);
        }
        if (roles.stream().noneMatch(caller::is)) {
            throw new ProblemException(ProblemCode.NOT_GRANTED, null, "None of your roles opens this address.");
        }
        return caller;
    }

    private AskedSimulation simulation(Exchange exchange) {
        try {
            return simulations
                    .find(UUID.fromString(exchange.getMessage().getHeader("id", String.class)))
                    .orElseThrow(() -> new ProblemException(ProblemCode.NOT_FOUND));
        } catch (IllegalArgumentException e) {
            throw new ProblemException(ProblemCode.NOT_FOUND);
        }
    }

    private void answer(Exchange exchange, AskedSimulation one) {
        ObjectNode json = one.json(clock.instant());
        json.set("rights", one.question().texts());
        HttpAnswer.json(exchange.getMessage(), json);
    }
}
