package az.dost.vahid.edge;

import az.dost.vahid.problem.ProblemCode;
import az.dost.vahid.problem.ProblemException;
import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.HeaderMap;
import io.undertow.util.HeaderValues;
import io.undertow.util.Headers;
import io.undertow.util.HttpString;
import java.util.Locale;

/**
 * Refuses what Undertow lets pass: an encoding of the body that another server could read differently (RFC 9112, section 6.1),
 * two tokens, control characters in a header, and forms, which no face of ours takes. Contradicting lengths, names and folded headers
 * Undertow refuses itself. The connection ends with the answer.
 */
final class RequestShape implements HttpHandler {
    /** Where calls between members begin: what they carry is the provider's. */
    static final String EXCHANGE = "/r1/";
    private static final HttpString[] ONCE = {Headers.CONTENT_TYPE, Headers.AUTHORIZATION};
    private static final char DELETE = 127;
    private final HttpHandler next;

    RequestShape(HttpHandler next) {
        this.next = next;
    }

    @Override
    public void handleRequest(HttpServerExchange exchange) throws Exception {
        ProblemException problem = problem(exchange.getRequestHeaders(), exchange.getRequestURI().startsWith(EXCHANGE));
        if (problem == null) {
            next.handleRequest(exchange);
            return;
        }
        exchange.setPersistent(false);
        exchange.getResponseHeaders().put(Headers.CONNECTION, "close");
        ProblemAnswer.send(exchange, problem);
    }

    private static ProblemException problem(HeaderMap headers, boolean forms) {
        for (HttpString name : ONCE) {
            HeaderValues values = headers.get(name);
            if (values != null && values.size() > 1) {
                return malformed("The header " + name + " came more than once.");
            }
        }
        for (HeaderValues values : headers) {
            for (String value : values) {
                if (value.chars().anyMatch(character -> character < ' ' && character != '\t' || character == DELETE)) {
                    return malformed("A header has a control character.");
                }
            }
        }
        String encoding = headers.getFirst(Headers.TRANSFER_ENCODING);
        if (encoding != null && !encoding.equalsIgnoreCase("chunked")) {
            return malformed("Transfer-Encoding is not chunked.");
        }
        String type = headers.getFirst(Headers.CONTENT_TYPE);
        String lower = type == null ? "" : type.toLowerCase(Locale.ROOT);
        return !forms && (lower.startsWith("application/x-www-form-urlencoded") || lower.startsWith("multipart/form-data"))
                ? new ProblemException(ProblemCode.MEDIA_TYPE_UNSUPPORTED, "Content-Type", "No address takes forms.") : null;
    }

    private static ProblemException malformed(String why) {
        return new ProblemException(ProblemCode.REQUEST_MALFORMED, null, why);
    }
}
