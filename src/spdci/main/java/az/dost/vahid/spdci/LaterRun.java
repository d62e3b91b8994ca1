package az.dost.vahid.spdci;

import az.dost.vahid.edge.access.Caller;
import az.dost.vahid.edge.access.Requester;
import az.dost.vahid.journeys.follow.FollowedDossiers;
import az.dost.vahid.journeys.lookup.OpenDossier;
import az.dost.vahid.json.Json;
import az.dost.vahid.problem.ProblemCode;
import az.dost.vahid.problem.Problems;
import az.dost.vahid.proof.claim.ClaimedRow;
import az.dost.vahid.proof.record.body.RecordId;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.apache.camel.Exchange;
import org.apache.camel.http.base.HttpOperationFailedException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One turn of a message that is answered later: what it asks is asked, as the grants stand now; its sender is told; and
 * where a register has not answered, that is followed, and the sender told again.
 */
public final class LaterRun {
    private static final String TAKEN = "vahid.spdci.taken";
    private static final String NUMBER = "number";
    private static final String DOSSIER = "dossier";
    private static final String FACTS = "facts";
    private static final String DONE = "DONE";
    /** How often is looked whether registers have answered. */
    private static final long FOLLOW_EVERY_MS = 2_000;

    private static final long FOLLOW_LONGEST_MS = 300_000;
    private static final Logger LOG = LoggerFactory.getLogger(LaterRun.class);

    private final LaterMessages messages;
    private final InquiryReader inquiries;
    private final SubscribeAnswers subscribes;
    private final AnswerWriter answers;
    private final Records records;
    private final FollowedDossiers followed;
    private final LaterSenders senders;
    private final LaterCall call;
    private final SpdciSettings settings;

    LaterRun(
            LaterMessages messages,
            InquiryReader inquiries,
            SubscribeAnswers subscribes,
            AnswerWriter answers,
            Records records,
            FollowedDossiers followed,
            LaterSenders senders,
            LaterCall call,
            SpdciSettings settings) {
        this.messages = messages;
        this.inquiries = inquiries;
        this.subscribes = subscribes;
        this.answers = answers;
        this.records = records;
        this.followed = followed;
        this.senders = senders;
        this.call = call;
        this.settings = settings;
    }

    /** Takes one up; one whose row was changed, or whose body is gone, has failed. */
    public void take(Exchange exchange) {
        Optional<ClaimedRow<LaterMessage>> due = messages.take();
        exchange.setProperty(Exchange.SCHEDULER_POLLED_MESSAGES, due.isPresent());
        due.ifPresent(taken -> {
            // What a crash interrupts is taken again when the lease is over.
            taken.lease().leaveWith(exchange);
            if (taken.row().content() == null) {
                messages.lose(taken, "The row was changed, or its body is gone");
            } else {
                exchange.setProperty(TAKEN, taken);
            }
        });
    }

    public boolean due(Exchange exchange) {
        return exchange.getProperty(TAKEN) != null;
    }

    @SuppressWarnings("unchecked")
    static ClaimedRow<LaterMessage> taken(Exchange exchange) {
        return exchange.getProperty(TAKEN, ClaimedRow.class);
    }

    /** Whether its searches are still to be asked. */
    public boolean asks(Exchange exchange) {
        LaterMessage message = taken(exchange).row();
        return message.kind() == Kind.SEARCH && message.answer() == null;
    }

    /**
     * Makes its searches the body, in the name of whoever sent it.
     *
     * @throws az.dost.vahid.problem.ProblemException NOT_GRANTED where there is no such sender or requester any more
     */
    public void begin(Exchange exchange) {
        LaterMessage message = taken(exchange).row();
        new Caller(
                        senders.requester(message),
                        message.content().path(LaterMessage.PROVEN).textValue(),
                        false)
                .keep(exchange);
        Inquiry inquiry = inquiries.read(message);
        exchange.setProperty(Inquiry.PROPERTY, inquiry);
        exchange.getMessage().removeHeaders("*");
        exchange.getMessage().setBody(inquiry.searches());
    }

    /** Writes what came of it, and keeps that. */
    public void answer(Exchange exchange) {
        ClaimedRow<LaterMessage> taken = taken(exchange);
        LaterMessage message = taken.row();
        ObjectNode before = message.answer();
        ObjectNode answer = before;
        if (before == null) {
            answer = message.kind() == Kind.SEARCH
                    ? asked(exchange.getProperty(Inquiry.PROPERTY, Inquiry.class), message)
                    : other(message);
        } else if (before.has(LaterMessage.FOLLOWED)) {
            answer = completed(message);
        }
        if (answer != before) {
            keep(exchange, messages, answer);
        }
    }

    private ObjectNode other(LaterMessage message) {
        Requester requester = senders.requester(message);
        return switch (message.kind()) {
            case SUBSCRIBE -> fresh(subscribes.subscribe(message, requester));
            case UNSUBSCRIBE -> fresh(subscribes.unsubscribe(message));
            // Written when they are told: they must not tell what was so days ago.
            case NOTIFY, STATUS, SEARCH -> untold();
        };
    }

    static void keep(Exchange exchange, LaterMessages messages, ObjectNode answer) {
        ClaimedRow<LaterMessage> taken = taken(exchange);
        messages.answered(taken, answer);
        exchange.setProperty(TAKEN, new ClaimedRow<>(taken.lease(), taken.row().with(answer)));
    }

    private static ObjectNode untold() {
        return JsonNodeFactory.instance.objectNode().put(LaterMessage.TOLD, false);
    }

    private static ObjectNode fresh(ObjectNode whole) {
        return untold().set(LaterMessage.WHOLE, whole);
    }

    private ObjectNode asked(Inquiry inquiry, LaterMessage message) {
        ObjectNode answer = fresh(answers.of(inquiry));
        ArrayNode open = JsonNodeFactory.instance.arrayNode();
        for (Search search : inquiry.searches()) {
            if (search.outcome().state() == Outcome.State.UNKNOWN
                    && followed.begin(search.dossier(), message.requester(), settings.followedFor())) {
                ObjectNode one = open.addObject()
                        .put(NUMBER, search.number())
                        .put(DOSSIER, search.dossier().toString());
                search.asked().forEach(one.putArray(FACTS)::add);
            }
        }
        if (!open.isEmpty()) {
            answer.set(LaterMessage.FOLLOWED, open);
        }
        return answer;
    }

    /** The same answer, with what registers have said since; the very same where they have said nothing. */
    private ObjectNode completed(LaterMessage message) {
        Inquiry inquiry = inquiries.read(message);
        ObjectNode answer = message.answer().deepCopy();
        ArrayNode responses = (ArrayNode) answer.at(
                "/" + LaterMessage.WHOLE + "/message/" + inquiry.operation().response());
        ArrayNode open = JsonNodeFactory.instance.arrayNode();
        int ended = 0;
        for (JsonNode one : message.answer().path(LaterMessage.FOLLOWED)) {
            Search search = inquiry.searches().get(one.path(NUMBER).intValue());
            Optional<OpenDossier> latest =
                    followed.ended(UUID.fromString(one.path(DOSSIER).textValue()), message.requester());
            if (latest.isPresent()) {
                search.asked(Json.list(one.path(FACTS), JsonNode::textValue));
                search.came(records.of(latest.get().content(), search));
                responses.set(search.number(), AnswerWriter.answer(inquiry, search, AnswerWriter.now()));
                ended++;
            } else {
                open.add(one);
            }
        }
        if (ended == 0) {
            return message.answer();
        }
        return again(answer, responses, open, inquiry);
    }

    private ObjectNode again(ObjectNode answer, ArrayNode responses, ArrayNode open, Inquiry inquiry) {
        ObjectNode header = answers.header(
                Operation.ANSWER,
                inquiry.sender(),
                responses.size() == 1
                        ? responses.get(0).path(AnswerWriter.STATUS).textValue()
                        : Outcome.State.FOUND.status(),
                null);
        answer.put(LaterMessage.TOLD, false);
        answer.set(
                LaterMessage.WHOLE,
                AnswerWriter.whole(
                        header,
                        answer.at("/" + LaterMessage.WHOLE + "/message"),
                        responses.size(),
                        responses.size() - open.size()));
        if (open.isEmpty()) {
            answer.remove(LaterMessage.FOLLOWED);
        } else {
            answer.set(LaterMessage.FOLLOWED, open);
        }
        return answer;
    }

    /** All is done, or is looked at again. */
    public void end(Exchange exchange) {
        ClaimedRow<LaterMessage> taken = taken(exchange);
        LaterMessage message = taken.row();
        if (senders.waits(message)) {
            messages.later(taken, Math.max(FOLLOW_EVERY_MS, senders.pause(message)));
        } else if (message.answer().has(LaterMessage.FOLLOWED)) {
            messages.later(taken, pause(message));
        } else {
            messages.end(taken, DONE, null);
        }
    }

    /** Whoever has waited long can wait a while more: a tenth of it. */
    private static long pause(LaterMessage message) {
        long waited =
                Duration.between(RecordId.time(message.id()), Instant.now()).toMillis();
        return Math.max(FOLLOW_EVERY_MS, Math.min(FOLLOW_LONGEST_MS, waited / 10));
    }

    /** It was not told, or could not be asked now: by the rule it is tried again. What is refused is not. */
    public void fail(Exchange exchange) {
        Throwable fault = exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Throwable.class);
        if (call.failed(exchange)) {
            messages.failed(taken(exchange), untaken(fault));
            return;
        }
        ProblemCode code = Problems.of(fault).code();
        if (code == ProblemCode.INTERNAL) {
            LOG.error("The turn of message {} failed", taken(exchange).row().id(), fault);
        }
        if (code.passes()) {
            messages.failed(taken(exchange), code.name());
        } else {
            messages.end(taken(exchange), "REFUSED", code.name());
        }
    }

    /** Never the fault's own text, which may have an address in it. */
    private static String untaken(Throwable fault) {
        return fault instanceof HttpOperationFailedException http
                ? "The sender answered with status " + http.getStatusCode()
                : "The sender could not be reached: " + fault.getClass().getSimpleName();
    }

    /** Forgets what ended long ago. */
    public void forget() {
        messages.forget();
        subscribes.forget();
    }
}
