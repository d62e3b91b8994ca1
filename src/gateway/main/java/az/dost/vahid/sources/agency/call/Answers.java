package az.dost.vahid.sources.agency.call;

import az.dost.vahid.answer.Evidence;
import az.dost.vahid.answer.Question;
import az.dost.vahid.answer.Reason;
import az.dost.vahid.answer.SourceAnswer;
import az.dost.vahid.answer.Verdict;
import az.dost.vahid.connector.Connector;
import az.dost.vahid.connector.Connector.AnswerTo;
import az.dost.vahid.fact.CheckedFacts;
import az.dost.vahid.fact.FactCheck;
import az.dost.vahid.normalise.Mapping;
import az.dost.vahid.normalise.MappingException;
import az.dost.vahid.signature.key.PersonHash;
import az.dost.vahid.signature.key.ProofException;
import az.dost.vahid.trace.Traces;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ContainerNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.core.Context;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.apache.camel.Exchange;

/** Admits calls to one agency and turns what it said, or failed to say, into its row of the lookup. */
public final class Answers {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final String ADMITTED = "vahid.admitted";
    private final Admission admission;
    private final Mapping mapping;
    private final Collection<String> facts;
    private final RightCitizen citizen;
    private final FactCheck check;
    private final SourceSight sight;
    private final SourceTimes times;

    public Answers(
            String agency,
            Admission admission,
            Mapping mapping,
            Collection<String> facts,
            PersonHash persons,
            FactCheck check,
            SourceSight sight) {
        this.admission = admission;
        this.mapping = mapping;
        this.facts = facts;
        this.citizen = new RightCitizen(mapping, persons);
        this.check = check;
        this.sight = sight;
        this.times = sight.times(agency);
    }

    public void admit(Exchange exchange, Connector connector) {
        Question question = exchange.getMessage().getBody(Question.class);
        Conversation conversation = new Conversation(this, connector, question);
        conversation.span = sight.begin(connector.id(), question);
        conversation.attach(exchange);
        exchange.removeProperty(ADMITTED);
        if (!question.placed()) {
            admission.hurry();
        }
        admission.enter();
        exchange.setProperty(ADMITTED, true);
    }

    /**
     * 1. map; 2. each page must be about the citizen asked for, 3. to the request sent, 4. and of now; 5. keep what can
     * be believed of the facts that the connector declares.
     */
    public void answer(Exchange exchange, Connector connector) {
        Conversation conversation = Conversation.of(exchange);
        JsonNode mapped = mapping.apply(conversation.tree, bounds());
        if (!aboutNobody(mapped, connector) || !conversation.laterPages.isEmpty()) {
            aboutWhom(mapped, connector, conversation);
        }
        List<JsonNode> laterPages = new ArrayList<>();
        for (JsonNode page : conversation.laterPages) {
            laterPages.add(mapping.apply(page, bounds()));
            aboutWhom(laterPages.get(laterPages.size() - 1), connector, conversation);
        }
        Instant asOf = bound(mapped, connector, conversation);
        laterPages.forEach(page -> bound(page, connector, conversation));
        speak(exchange, connector, mapped.path("facts"), asOf, null, conversation.elapsedMs(), conversation.evidence);
    }

    /** Long replies come in threads of their own ({@link LongReplies}). */
    private static Mapping.Bounds bounds() {
        return Context.isOnEventLoopThread() ? Mapping.Bounds.SHORT : Mapping.Bounds.LONG;
    }

    /**
     * A page that names nobody is about whom its request named where the connector says so, and it is bound to that;
     * one that names somebody is about him.
     */
    private void aboutWhom(JsonNode mapped, Connector connector, Conversation conversation) {
        boolean named = mapped.hasNonNull("subject");
        if (named
                || connector.proof().subject() != Connector.Subject.REQUEST
                || connector.proof().answerTo() == null) {
            citizen.check(mapped, conversation);
        }
    }

    /**
     * Of when a page is.
     *
     * @throws ProofException when it is not the answer to this request, or not of now
     */
    private static Instant bound(JsonNode mapped, Connector connector, Conversation conversation) {
        if (connector.proof().answerTo() == AnswerTo.REQUEST_ID
                && !conversation.requestId.equals(mapped.path("requestId").asText())) {
            throw new ProofException(Reason.OTHER_REQUEST, "The answer belongs to another request");
        }
        return connector.proof().dated()
                ? asOf(mapped, Duration.ofSeconds(connector.proof().maxAgeSeconds()))
                : Instant.now().minusSeconds(conversation.cachedSeconds).truncatedTo(ChronoUnit.MILLIS);
    }

    /**
     * An agency has spoken. What of its facts breaks the contract is left out and told. Whether an answer of which
     * nothing is left is refused depends on what was asked for ({@link SourceAnswer#askedFor}), which nobody knows
     * here.
     *
     * @param old why the answer is STALE, null when it is not
     */
    void speak(
            Exchange exchange,
            Connector connector,
            JsonNode said,
            Instant asOf,
            Reason old,
            long elapsedMs,
            List<Evidence> evidence) {
        CheckedFacts checked = check.check(
                declared(said, connector), Conversation.of(exchange).question.fin());
        ObjectNode facts = checked.facts();
        boolean doubted = !checked.unmappable().isEmpty();
        Verdict verdict =
                old != null ? Verdict.STALE : facts.isEmpty() && !doubted ? Verdict.NO_RECORD : Verdict.ANSWERED;
        finish(
                exchange,
                new SourceAnswer(
                        connector.id(),
                        verdict,
                        old != null ? old : doubted ? Reason.UNMAPPABLE : null,
                        asOf,
                        elapsedMs,
                        facts,
                        List.copyOf(evidence),
                        checked.unmappable()));
    }

    /** Without a name it may only say that there is nothing, and only to a request to which it is bound. */
    private static boolean aboutNobody(JsonNode mapped, Connector connector) {
        return mapped.path("nobody").asBoolean()
                && !mapped.has("subject")
                && mapped.path("facts").isEmpty()
                && connector.proof().answerTo() != null;
    }

    public void fail(Exchange exchange, String agency) {
        if (Conversation.of(exchange).otherPerson == null) {
            citizen.suspect(Conversation.of(exchange));
        }
        finish(
                exchange,
                Verdicts.failed(
                        agency,
                        Conversation.of(exchange),
                        exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Throwable.class)));
    }

    void finish(Exchange exchange, SourceAnswer answer) {
        if (exchange.removeProperty(ADMITTED) != null) {
            admission.leave(answer, Conversation.of(exchange).silenceMs);
        }
        // As the row of a lookup says it that asked for all of these.
        SourceAnswer seen = answer.askedFor(facts);
        times.record(seen);
        sight.usable(seen);
        GatherProgress.done(exchange);
        Traces.end(Conversation.of(exchange).span, answer);
        exchange.getMessage().removeHeaders("*");
        exchange.getMessage().setBody(answer);
    }

    private static Instant asOf(JsonNode mapped, Duration maxAge) {
        try {
            Instant asOf = Instant.parse(mapped.path("asOf").asText());
            Instant now = Instant.now();
            if (asOf.isAfter(now.plus(maxAge))) {
                throw new ProofException(Reason.DATED_AHEAD, "The answer's own time lies ahead");
            }
            if (asOf.isBefore(now.minus(maxAge))) {
                throw new ProofException(Reason.TOO_OLD, "The answer's own time is out of its bounds");
            }
            return asOf;
        } catch (DateTimeParseException e) {
            throw new ProofException(Reason.TOO_OLD, "The answer does not say of when it is");
        }
    }

    private static ObjectNode declared(JsonNode facts, Connector connector) {
        ObjectNode declared = NODES.objectNode();
        if (!(facts instanceof ObjectNode named)) {
            if (facts.isMissingNode() || facts.isNull()) {
                return declared;
            }
            throw new MappingException("The mapping gives no facts by name");
        }
        for (var fact : named.properties()) {
            JsonNode value = fact.getValue();
            boolean nothing = value instanceof NullNode || value instanceof ContainerNode<?> && value.isEmpty();
            if (!nothing
                    && (connector.facts().contains(fact.getKey())
                            || connector.confirms().contains(fact.getKey()))) {
                declared.set(fact.getKey(), value);
            }
        }
        return declared;
    }
}
