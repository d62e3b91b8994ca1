package az.dost.vahid.edge.server;

import az.dost.vahid.problem.ProblemCode;
import az.dost.vahid.problem.ProblemException;
import az.dost.vahid.problem.Problems;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.ByteBuffer;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** A refusal (RFC 9457) of a request that comes no further than the server. */
final class ProblemAnswer {
    static void send(Response response, Callback callback, Throwable thrown) {
        ProblemCode code = Problems.of(thrown).code();
        response.setStatus(code.status());
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, Problems.MEDIA_TYPE);
        if (code.comesAgain()) {
            response.getHeaders().put(HttpHeader.RETRY_AFTER, Problems.RETRY_SECONDS);
        }
        response.write(true, ByteBuffer.wrap(Problems.bytes(Problems.body(thrown))), callback);
    }

    static void send(Response response, Callback callback, ProblemCode code) {
        send(response, callback, new ProblemException(code));
    }

    /** The same by a servlet's filter. */
    static void send(HttpServletResponse response, ProblemException problem) throws IOException {
        response.setStatus(problem.code().status());
        response.setContentType(Problems.MEDIA_TYPE);
        if (problem.code().comesAgain()) {
            response.setHeader(HttpHeader.RETRY_AFTER.asString(), Problems.RETRY_SECONDS);
        }
        response.getOutputStream().write(Problems.bytes(Problems.body(problem)));
    }

    private ProblemAnswer() {}
}
