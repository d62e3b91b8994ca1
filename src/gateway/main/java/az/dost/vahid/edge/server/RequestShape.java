package az.dost.vahid.edge.server;

import az.dost.vahid.problem.ProblemCode;
import az.dost.vahid.problem.ProblemException;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpHeaderValue;
import org.eclipse.jetty.http.HttpURI;
import org.eclipse.jetty.http.HttpVersion;
import org.eclipse.jetty.http.QuotedCSV;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * Refuses what Jetty lets pass and another server could read differently: an encoding of the body (RFC 9112, section
 * 6.1), two tokens, more headers than anyone needs, names with an underscore, which some take for a hyphen, a
 * Connection that names headers of meaning, a second method, and a path that is a member's only until its dots are
 * resolved. Contradicting lengths, names, control characters and folded headers Jetty refuses itself. The connection
 * ends with the answer.
 */
final class RequestShape extends Handler.Wrapper {
    /** Where calls between members begin: what they carry is the provider's. */
    static final String EXCHANGE = "/r1/";

    private static final List<HttpHeader> ONCE =
            List.of(HttpHeader.CONTENT_TYPE, HttpHeader.AUTHORIZATION, HttpHeader.TRANSFER_ENCODING);
    private static final Set<String> OVERRIDES = Set.of("x-http-method", "x-http-method-override", "x-method-override");
    /** Whoever comes after takes away what Connection names (RFC 9110, section 7.6.1): nothing that tells who asks. */
    private static final Set<String> OF_THE_HOP = Set.of("close", "keep-alive", "te", "upgrade", "http2-settings");

    private static final int MOST_HEADERS = 200;

    RequestShape(Handler next) {
        super(next);
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        ProblemException problem =
                problem(request.getConnectionMetaData().getHttpVersion(), request.getHeaders(), request.getHttpURI());
        if (problem == null) {
            return super.handle(request, response, callback);
        }
        RefusedHead.send(request, response, callback, problem);
        return true;
    }

    private static ProblemException problem(HttpVersion version, HttpFields headers, HttpURI uri) {
        if (headers.size() > MOST_HEADERS) {
            return malformed("There are more than " + MOST_HEADERS + " headers.");
        }
        for (HttpHeader name : ONCE) {
            if (headers.stream()
                            .filter(field -> field.getHeader() == name)
                            .limit(2)
                            .count()
                    > 1) {
                return malformed("The header " + name + " came more than once.");
            }
        }
        String encoding = headers.get(HttpHeader.TRANSFER_ENCODING);
        if (encoding != null && !HttpHeaderValue.CHUNKED.is(encoding)) {
            return malformed("Transfer-Encoding is not chunked.");
        }
        if (encoding != null && version != HttpVersion.HTTP_1_1) {
            return malformed("HTTP/1.0 has no Transfer-Encoding.");
        }
        String path = uri.getPath();
        if (path != null && path.startsWith(EXCHANGE) && !uri.getCanonicalPath().startsWith(EXCHANGE)) {
            return malformed("The address is not one in plain form.");
        }
        return names(headers);
    }

    private static ProblemException names(HttpFields headers) {
        for (HttpField field : headers) {
            if (field.getName().indexOf('_') >= 0) {
                return malformed("A header has an underscore in its name.");
            }
            if (OVERRIDES.contains(field.getName().toLowerCase(Locale.ROOT))) {
                return malformed("A method is told in one place only.");
            }
        }
        QuotedCSV connection = new QuotedCSV(false);
        headers.getFields(HttpHeader.CONNECTION).forEach(field -> connection.addValue(field.getValue()));
        for (String named : connection) {
            if (!OF_THE_HOP.contains(named.toLowerCase(Locale.ROOT))) {
                return malformed("Connection names a header that is not the connection's.");
            }
        }
        return null;
    }

    private static ProblemException malformed(String why) {
        return new ProblemException(ProblemCode.REQUEST_MALFORMED, null, why);
    }
}
