package az.dost.vahid.edge;

import az.dost.vahid.problem.ProblemCode;
import az.dost.vahid.problem.ProblemException;
import az.dost.vahid.problem.Problems;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.Headers;
import java.nio.ByteBuffer;

/** A refusal (RFC 9457) of a request that comes no further than the server. */
final class ProblemAnswer {
    static void send(HttpServerExchange exchange, ProblemException problem) {
        exchange.setStatusCode(problem.code().status());
        exchange.getResponseHeaders().put(Headers.CONTENT_TYPE, Problems.MEDIA_TYPE);
        if (problem.code() == ProblemCode.OVERLOADED) {
            exchange.getResponseHeaders().put(Headers.RETRY_AFTER, Problems.RETRY_SECONDS);
        }
        exchange.getResponseSender().send(ByteBuffer.wrap(Problems.bytes(Problems.body(problem))));
    }

    private ProblemAnswer() { }
}
