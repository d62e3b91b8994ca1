package az.dost.vahid.spdci;

import az.dost.vahid.edge.door.StrictJson;
import az.dost.vahid.problem.ProblemException;
import az.dost.vahid.problem.Problems;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.apache.camel.Exchange;
import org.apache.camel.Message;

/**
 * Tells a message that is refused as a whole, in both forms that the standard has for it and as Vahid's own problem:
 * {@code errors} where HTTP's status says it, {@code message} where it is an acknowledgement.
 */
public final class SpdciFaults {
    private static final String MESSAGE = "message";
    private final Problems problems;
    private final Registries registries;

    SpdciFaults(Problems problems, Registries registries) {
        this.problems = problems;
        this.registries = registries;
    }

    /** Answers with what the exception says that Camel caught. */
    public void http(Exchange exchange) {
        ProblemException problem = Problems.of(exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Throwable.class));
        problems.http(exchange);
        Message answer = exchange.getMessage();
        ObjectNode body = StrictJson.object(answer.getBody(byte[].class));
        String code = registries.error(problem);
        String text = problem.code().name() + (problem.field() == null ? "" : " " + problem.field()) + ": "
                + problem.detail() + " " + problem.fix();
        body.putArray("errors").addObject().put("code", code).put(MESSAGE, text);
        body.putObject(MESSAGE)
                .put("ack_status", "ERR")
                .put("timestamp", AnswerWriter.now())
                .put("correlation_id", UUID.randomUUID().toString())
                .putObject("error")
                .put("code", code)
                .put(MESSAGE, text);
        answer.setHeader(Exchange.CONTENT_TYPE, "application/json");
        answer.setBody(body.toString().getBytes(StandardCharsets.UTF_8));
    }
}
