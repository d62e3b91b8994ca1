package az.dost.vahid.edge;

import az.dost.vahid.problem.ProblemCode;
import az.dost.vahid.problem.ProblemException;
import java.util.List;
import java.util.Locale;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpHeaderValue;
import org.eclipse.jetty.http.HttpURI;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * Refuses what Jetty lets pass: an encoding of the body that another server could read differently (RFC 9112, section 6.1),
 * two tokens, more headers than anyone needs, a path that is a member's only until its dots are resolved, and forms, which no face of ours
 * takes. Contradicting lengths, names, control characters and folded headers Jetty refuses itself. The connection ends with the answer.
 */
final class RequestShape extends Handler.Wrapper {
    /** Where calls between members begin: what they carry is the provider's. */
    static final String EXCHANGE = "/r1/";
    private static final List<HttpHeader> ONCE = List.of(HttpHeader.CONTENT_TYPE, HttpHeader.AUTHORIZATION, HttpHeader.TRANSFER_ENCODING);
    private static final int MOST_HEADERS = 200;

    RequestShape(Handler next) {
        super(next);
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        ProblemException problem = problem(request.getHeaders(), request.getHttpURI());
        if (problem == null) {
            return super.handle(request, response, callback);
        }
        response.getHeaders().put(HttpHeader.CONNECTION, HttpHeaderValue.CLOSE.asString());
        ProblemAnswer.send(response, callback, problem);
        return true;
    }

    private static ProblemException problem(HttpFields headers, HttpURI uri) {
        if (headers.size() > MOST_HEADERS) {
            return malformed("There are more than " + MOST_HEADERS + " headers.");
        }
        for (HttpHeader name : ONCE) {
            if (headers.stream().filter(field -> field.getHeader() == name).limit(2).count() > 1) {
                return malformed("The header " + name + " came more than once.");
            }
        }
        String encoding = headers.get(HttpHeader.TRANSFER_ENCODING);
        if (encoding != null && !HttpHeaderValue.CHUNKED.is(encoding)) {
            return malformed("Transfer-Encoding is not chunked.");
        }
        boolean exchange = uri.getPath().startsWith(EXCHANGE);
        if (exchange && !uri.getCanonicalPath().startsWith(EXCHANGE)) {
            return malformed("The address is not one in plain form.");
        }
        String type = headers.get(HttpHeader.CONTENT_TYPE);
        String lower = type == null ? "" : type.toLowerCase(Locale.ROOT);
        return !exchange && (lower.startsWith("application/x-www-form-urlencoded") || lower.startsWith("multipart/form-data"))
                ? new ProblemException(ProblemCode.MEDIA_TYPE_UNSUPPORTED, "Content-Type", "No address takes forms.") : null;
    }

    private static ProblemException malformed(String why) {
        return new ProblemException(ProblemCode.REQUEST_MALFORMED, null, why);
    }
}
