package az.dost.vahid.desk;

import az.dost.vahid.access.Caller;
import az.dost.vahid.access.OfficialRole;
import az.dost.vahid.door.BoundedBody;
import az.dost.vahid.door.HttpAnswer;
import az.dost.vahid.lookup.CallerDesk;
import az.dost.vahid.misuse.Misuse;
import az.dost.vahid.problem.ProblemCode;
import az.dost.vahid.problem.ProblemException;
import az.dost.vahid.record.body.RecordId;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.apache.camel.Exchange;

/**
 * The hot-line: a caller's answers are compared here, in a lookup of which nobody sees anything. All answers are looked at, whichever is wrong, and a
 * refusal says nothing of them.
 */
public final class HotLineDesk {
    private static final int MAX_BODY = 4 * 1024;
    private static final int CREATED = 201;
    private static final int MOST_CALL_BACKS = 100;
    private static final Duration CALL_BACKS = Duration.ofDays(7);
    private static final String CHECK = "vahid.hot-line.check";
    private final CallerDesk lookups;
    private final Calls calls;
    private final DeskRows rows;
    private final Misuse misuse;

    /** @param attempt number of the row that stands for it until it is decided */
    private record Check(Caller caller, CheckAnswers answers, String person, UUID call, long attempt) { }

    HotLineDesk(CallerDesk lookups, Calls calls, DeskRows rows, Misuse misuse) {
        this.lookups = lookups;
        this.calls = calls;
        this.rows = rows;
        this.misuse = misuse;
    }

    /** Makes the lookup that the answers are compared with the body; a person of whom too many answers were wrong is not looked up. */
    public void receive(Exchange exchange) throws IOException {
        Caller caller = OfficialDesk.proven(exchange, OfficialRole.HOT_LINE);
        CheckAnswers answers = CheckAnswers.read(BoundedBody.of(exchange.getMessage(), MAX_BODY));
        String person = lookups.person(answers.fin());
        long attempt = calls.attempt(person).orElseThrow(() -> new ProblemException(ProblemCode.CALLER_NOT_CONFIRMED));
        UUID call = RecordId.next();
        exchange.setProperty(CHECK, new Check(caller, answers, person, call, attempt));
        lookups.begin(exchange, caller, answers.fin(), call);
    }

    /** @throws ProblemException CALLER_NOT_CONFIRMED; CALLER_NOT_CHECKED when a register that should confirm did not speak */
    public void answer(Exchange exchange) {
        Check check = exchange.getProperty(CHECK, Check.class);
        if (check.answers().right(lookups.facts(exchange))) {
            calls.release(check.attempt());
            Instant until = calls.begin(check.call(), check.caller().requester().id(), check.caller().official(), check.person());
            HttpAnswer.json(exchange.getMessage(), JsonNodeFactory.instance.objectNode().put("call", check.call().toString()).put("until", until.toString()));
            exchange.getMessage().setHeader(Exchange.HTTP_RESPONSE_CODE, CREATED);
        } else if (lookups.silent(exchange)) {
            calls.release(check.attempt());
            throw new ProblemException(ProblemCode.CALLER_NOT_CHECKED);
        } else {
            if (calls.fail(check.attempt(), check.person())) {
                misuse.failedCalls(check.caller().requester().id(), check.caller().official(), lookups.service(), check.call().toString(), check.person());
            }
            throw new ProblemException(ProblemCode.CALLER_NOT_CONFIRMED);
        }
    }

    /** Lookups of calls to the official's office that a follow-up completed, the oldest first. */
    public void callBacks(Exchange exchange) {
        Caller caller = OfficialDesk.proven(exchange, OfficialRole.HOT_LINE);
        ArrayNode list = JsonNodeFactory.instance.arrayNode();
        rows.completed(caller.requester().id(), caller.office(), Instant.now().minus(CALL_BACKS), MOST_CALL_BACKS).forEach(row -> {
            ObjectNode one = list.addObject().put("call", row.told().path("caseRef").textValue()).put("service", row.told().path("service").textValue());
            one.put("dossierId", row.latest().toString()).put("since", RecordId.time(row.latest()).toString());
        });
        HttpAnswer.json(exchange.getMessage(), JsonNodeFactory.instance.objectNode().set("callBacks", list));
    }
}
