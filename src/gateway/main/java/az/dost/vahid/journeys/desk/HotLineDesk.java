package az.dost.vahid.journeys.desk;

import az.dost.vahid.edge.access.Caller;
import az.dost.vahid.edge.access.OfficialRole;
import az.dost.vahid.edge.door.BoundedBody;
import az.dost.vahid.edge.door.HttpAnswer;
import az.dost.vahid.journeys.lookup.CallerLookups;
import az.dost.vahid.journeys.misuse.Misuse;
import az.dost.vahid.problem.ProblemCode;
import az.dost.vahid.problem.ProblemException;
import az.dost.vahid.proof.record.ActRecord;
import az.dost.vahid.proof.record.body.RecordId;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.apache.camel.Exchange;

/**
 * The hot-line: a caller's answers are compared here, in a lookup of which nobody sees anything. All answers are looked
 * at, whichever is wrong, and a refusal says nothing of them.
 */
public final class HotLineDesk {
    private static final int MAX_BODY = 4 * 1024;
    private static final int CREATED = 201;
    private static final int MOST_CALL_BACKS = 100;
    private static final int MOST_LOOKUPS = 1_000;
    private static final Duration CALL_BACKS = Duration.ofDays(7);
    private static final String CHECK = "vahid.hot-line.check";
    private final CallerLookups lookups;
    private final Calls calls;
    private final DeskRows rows;
    private final Misuse misuse;
    private final CallBacks callBacks;
    private final ActRecord acts;

    /**
     * @param attempt number of the row that stands for it until it is decided; empty where the line is closed for the
     *     person
     * @param ofOfficial the same of whom it is made by
     */
    private record Check(
            Caller caller, CheckAnswers answers, String person, UUID call, OptionalLong attempt, long ofOfficial) {}

    HotLineDesk(CallerLookups lookups, Calls calls, DeskRows rows, Misuse misuse, CallBacks callBacks, ActRecord acts) {
        this.callBacks = callBacks;
        this.acts = acts;
        this.lookups = lookups;
        this.calls = calls;
        this.rows = rows;
        this.misuse = misuse;
    }

    /**
     * Makes the lookup that the answers are compared with the body, also where the line is closed for the person:
     * neither what is told nor when it is told shows that.
     *
     * @throws ProblemException TOO_MANY_REQUESTS when too many checks of the official have failed
     */
    public void receive(Exchange exchange) throws IOException {
        Caller caller = OfficialDesk.proven(exchange, OfficialRole.HOT_LINE);
        CheckAnswers answers = CheckAnswers.read(BoundedBody.of(exchange.getMessage(), MAX_BODY));
        long ofOfficial = calls.attempt(caller.requester().id(), caller.official())
                .orElseThrow(() -> new ProblemException(
                        ProblemCode.TOO_MANY_REQUESTS,
                        null,
                        "Too many of your checks have failed; you can check callers again when that is an hour ago."));
        String person = lookups.person(answers.fin());
        UUID call = RecordId.next();
        exchange.setProperty(CHECK, new Check(caller, answers, person, call, calls.attempt(person), ofOfficial));
        lookups.begin(exchange, caller, answers.fin(), call);
    }

    /**
     * What is told while an answer cannot be compared is the same whether others are wrong, are right or do not count
     * any more: it would say one at a time whether it is right.
     *
     * @throws ProblemException CALLER_NOT_CONFIRMED; CALLER_NOT_CHECKED when a register that should confirm did not
     *     speak
     */
    public void answer(Exchange exchange) {
        Check check = exchange.getProperty(CHECK, Check.class);
        CheckAnswers.Compared compared = check.answers().with(lookups.facts(exchange), lookups.silent(exchange));
        if (compared.right() && check.attempt().isPresent()) {
            calls.release(check.attempt().getAsLong());
            calls.release(check.ofOfficial());
            begin(exchange, check);
            return;
        }
        count(check, compared);
        throw new ProblemException(compared.open() ? ProblemCode.CALLER_NOT_CHECKED : ProblemCode.CALLER_NOT_CONFIRMED);
    }

    private void begin(Exchange exchange, Check check) {
        Instant until = calls.begin(
                check.call(), check.caller().requester().id(), check.caller().official(), check.person());
        HttpAnswer.json(
                exchange.getMessage(),
                JsonNodeFactory.instance
                        .objectNode()
                        .put("call", check.call().toString())
                        .put("until", until.toString()));
        exchange.getMessage().setHeader(Exchange.HTTP_RESPONSE_CODE, CREATED);
    }

    /**
     * A wrong answer counts against the person whatever registers were silent. Against the official everything counts
     * of which something was compared, so that the number that is left does not tell what was right.
     */
    private void count(Check check, CheckAnswers.Compared compared) {
        boolean closed = false;
        if (check.attempt().isPresent()) {
            long attempt = check.attempt().getAsLong();
            if (compared.wrong()) {
                closed = calls.fail(attempt, check.person());
            } else {
                calls.release(attempt);
            }
        }
        String requester = check.caller().requester().id();
        String official = check.caller().official();
        if (compared.some()) {
            closed |= calls.fail(check.ofOfficial(), requester, official);
        } else {
            calls.release(check.ofOfficial());
        }
        if (closed) {
            misuse.failedCalls(
                    requester, official, lookups.service(), check.call().toString(), check.person());
        }
    }

    /**
     * What was looked up in a call to the official's office, and until when the official may go on.
     *
     * @throws ProblemException NOT_FOUND for a call that there was not, of another office, or of which nothing is left
     */
    public void call(Exchange exchange) {
        Caller caller = OfficialDesk.proven(exchange, OfficialRole.HOT_LINE);
        UUID call = id(exchange);
        Optional<Instant> until = calls.until(call, caller.requester().id(), caller.official());
        List<DeskRow> made = rows.ofCall(caller.requester().id(), caller.office(), call, MOST_LOOKUPS);
        if (until.isEmpty() && made.isEmpty()) {
            throw new ProblemException(ProblemCode.NOT_FOUND);
        }
        ObjectNode body = JsonNodeFactory.instance
                .objectNode()
                .put("call", call.toString())
                .put("at", RecordId.time(call).toString());
        until.ifPresent(end -> body.put("until", end.toString()));
        ArrayNode lookups = body.putArray("lookups");
        made.forEach(row -> lookups.add(lookup(row)));
        HttpAnswer.json(exchange.getMessage(), body);
    }

    private static ObjectNode lookup(DeskRow row) {
        ObjectNode json = JsonNodeFactory.instance
                .objectNode()
                .put("dossierId", row.dossier().toString())
                .put("service", row.told().path("service").textValue())
                .put("at", row.at().toString())
                .put("completeness", row.told().path("completeness").textValue())
                .put("stillNeeded", row.told().path("stillNeeded").size());
        row.writeOpen(json);
        if (row.followed() != null) {
            json.put("followed", row.followed()).put("latest", row.latest().toString());
        }
        return json;
    }

    /**
     * What the dossier of a caller's slip says of papers. That it was told stands in the chain first.
     *
     * @throws ProblemException NOT_GRANTED without a call that stands for this caller; as {@link CallerLookups#slip}
     */
    public void slip(Exchange exchange) throws IOException {
        Caller caller = OfficialDesk.proven(exchange, OfficialRole.HOT_LINE);
        SlipQuestion question = SlipQuestion.read(BoundedBody.of(exchange.getMessage(), MAX_BODY));
        String person = lookups.person(question.fin());
        if (!calls.stands(question.call(), caller.requester().id(), caller.official(), person)) {
            throw new ProblemException(
                    ProblemCode.NOT_GRANTED,
                    "call",
                    "It must be the reference of a call of yours, not over yet, of this caller.");
        }
        ObjectNode verdicts = lookups.slip(caller.requester(), person, question.code());
        acts.keep(
                RecordId.next(),
                "slip-told",
                JsonNodeFactory.instance
                        .objectNode()
                        .put("requester", caller.requester().id())
                        .put("official", caller.official())
                        .put("call", question.call().toString())
                        .put("dossier", verdicts.path("dossierId").textValue()),
                connection -> true);
        HttpAnswer.json(exchange.getMessage(), verdicts);
    }

    /**
     * Lookups of calls to the official's office that a follow-up completed: whom nobody has called back yet before the
     * others, the oldest first.
     */
    public void callBacks(Exchange exchange) {
        Caller caller = OfficialDesk.proven(exchange, OfficialRole.HOT_LINE);
        ArrayNode list = JsonNodeFactory.instance.arrayNode();
        callBacks(caller).forEach(list::add);
        HttpAnswer.json(
                exchange.getMessage(), JsonNodeFactory.instance.objectNode().set("callBacks", list));
    }

    private List<ObjectNode> callBacks(Caller caller) {
        List<DeskRow> completed = rows.completed(
                caller.requester().id(), caller.office(), Instant.now().minus(CALL_BACKS), MOST_CALL_BACKS);
        Map<UUID, Instant> made = callBacks.of(
                caller.requester().id(), completed.stream().map(DeskRow::latest).toList());
        return completed.stream()
                .map(row -> {
                    ObjectNode one = JsonNodeFactory.instance
                            .objectNode()
                            .put("call", row.told().path("caseRef").textValue())
                            .put("service", row.told().path("service").textValue())
                            .put("dossierId", row.latest().toString())
                            .put("since", RecordId.time(row.latest()).toString());
                    Instant called = made.get(row.latest());
                    return called == null ? one : one.put("calledAt", called.toString());
                })
                .toList();
    }

    /**
     * Notes that a caller was called back; a second time changes nothing.
     *
     * @throws ProblemException NOT_FOUND for what is not in the list of the official's office
     */
    public void called(Exchange exchange) {
        Caller caller = OfficialDesk.proven(exchange, OfficialRole.HOT_LINE);
        UUID dossier = id(exchange);
        one(caller, dossier);
        callBacks.made(dossier, caller.requester().id(), caller.official());
        HttpAnswer.json(exchange.getMessage(), one(caller, dossier));
    }

    private ObjectNode one(Caller caller, UUID dossier) {
        return callBacks(caller).stream()
                .filter(one -> one.path("dossierId").asText().equals(dossier.toString()))
                .findFirst()
                .orElseThrow(() -> new ProblemException(ProblemCode.NOT_FOUND));
    }

    private static UUID id(Exchange exchange) {
        try {
            return UUID.fromString(exchange.getMessage().getHeader("id", String.class));
        } catch (IllegalArgumentException e) {
            throw new ProblemException(ProblemCode.NOT_FOUND);
        }
    }
}
