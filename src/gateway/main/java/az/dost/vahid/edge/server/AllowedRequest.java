package az.dost.vahid.edge.server;

import az.dost.vahid.problem.ProblemCode;
import az.dost.vahid.problem.ProblemException;
import java.util.Locale;
import java.util.Set;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.server.Request;

/**
 * A request with those headers only that its face has a use for: no other can mean anything to whatever comes after. Of
 * a call between members the exchange decides which go on to the provider. HEAD is GET to all that come after.
 */
final class AllowedRequest extends Request.Wrapper {
    private static final Set<String> OURS = Set.of(
            "host",
            "authorization",
            "accept",
            "accept-signature",
            "signature",
            "signature-input",
            "content-digest",
            "content-type",
            "content-length",
            "content-encoding",
            "transfer-encoding",
            "connection",
            "expect",
            "traceparent",
            "tracestate");
    private static final Set<String> LISTS =
            Set.of("accept", "tracestate", "connection", "signature", "signature-input", "content-digest");
    private final HttpFields headers;
    private final String method;

    /** @throws ProblemException REQUEST_MALFORMED when a header that means one thing came more than once */
    AllowedRequest(Request request, Face face) {
        super(request);
        // The server writes no body to HEAD, whatever those behind it answer to GET.
        method = face.methods().contains(request.getMethod()) ? request.getMethod() : Faces.GET;
        headers = face.member() ? request.getHeaders() : known(request.getHeaders(), face);
    }

    @Override
    public String getMethod() {
        return method;
    }

    @Override
    public HttpFields getHeaders() {
        return headers;
    }

    private static HttpFields known(HttpFields all, Face face) {
        HttpFields.Mutable known = HttpFields.build();
        for (HttpField field : all) {
            String name = field.getName().toLowerCase(Locale.ROOT);
            if (OURS.contains(name) || face.hasHeader(name)) {
                if (!LISTS.contains(name) && known.contains(name)) {
                    throw new ProblemException(
                            ProblemCode.REQUEST_MALFORMED, null, "The header " + name + " came more than once.");
                }
                known.add(field);
            }
        }
        return known.asImmutable();
    }
}
