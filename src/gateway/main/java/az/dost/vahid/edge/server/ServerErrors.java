package az.dost.vahid.edge.server;

import az.dost.vahid.problem.ProblemCode;
import az.dost.vahid.problem.ProblemException;
import org.eclipse.jetty.http.HttpException;
import org.eclipse.jetty.io.QuietException;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;

/**
 * What Jetty refuses or fails at itself, before there is a servlet, as problems: neither its page nor its words go out.
 */
final class ServerErrors implements Request.Handler {
    private static final int SERVER_ERROR = 500;

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        Throwable cause = (Throwable) request.getAttribute(ErrorHandler.ERROR_EXCEPTION);
        boolean unreadable = cause instanceof HttpException;
        if (cause instanceof QuietException && !unreadable) {
            // Whoever asked has gone.
            callback.failed(cause);
            return true;
        }
        ProblemCode code = unreadable ? ProblemCode.REQUEST_MALFORMED : code(response.getStatus());
        response.getHeaders().clear();
        ProblemAnswer.send(
                response, callback, code == ProblemCode.INTERNAL && cause != null ? cause : new ProblemException(code));
        return true;
    }

    private static ProblemCode code(int status) {
        return switch (status) {
            case 404 -> ProblemCode.NOT_FOUND;
            case 413 -> ProblemCode.REQUEST_TOO_LARGE;
            case 503 -> ProblemCode.OVERLOADED;
            default -> status < SERVER_ERROR ? ProblemCode.REQUEST_MALFORMED : ProblemCode.INTERNAL;
        };
    }
}
