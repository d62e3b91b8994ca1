package az.dost.vahid.edge.server;

import az.dost.vahid.problem.ProblemCode;
import az.dost.vahid.problem.ProblemException;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * Lets in what a {@link Face} takes, and refuses everything else by its head: no body of it is awaited, and no worker
 * hears of it.
 */
final class AllowList extends Handler.Wrapper {
    private static final Pattern PLAIN =
            Pattern.compile("(/|/[.]well-known/?|(/[.]well-known)?(/[A-Za-z0-9_~-][A-Za-z0-9._~-]{0,127}){1,10}/?)");
    private static final String IDENTITY = "identity";
    private final Faces faces;

    AllowList(Faces faces, Handler next) {
        super(next);
        this.faces = faces;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        try {
            Face face = face(request, response);
            check(face, request);
            for (Ending ending : face.ending()) {
                if (ending.usedBy(request.getHttpURI().getQuery())) {
                    ending.tell(response.getHeaders());
                }
            }
            face.put(request);
            return super.handle(new AllowedRequest(request, face), response, callback);
        } catch (ProblemException e) {
            RefusedHead.send(request, response, callback, e);
            return true;
        }
    }

    private Face face(Request request, Response response) {
        String path = request.getHttpURI().getPath() == null
                ? ""
                : request.getHttpURI().getPath();
        Map<String, Face> methods = faces.at(path);
        if (methods.isEmpty() || !here(methods, request)) {
            throw PLAIN.matcher(path).matches()
                    ? new ProblemException(ProblemCode.NOT_FOUND)
                    : new ProblemException(
                            ProblemCode.REQUEST_MALFORMED, null, "The address is not one in plain form.");
        }
        Face face = Faces.of(methods, request.getMethod());
        if (face == null) {
            response.getHeaders().put(HttpHeader.ALLOW, Faces.allowed(methods));
            throw new ProblemException(ProblemCode.METHOD_NOT_ALLOWED);
        }
        if (!face.member() && !PLAIN.matcher(path).matches()) {
            throw new ProblemException(ProblemCode.REQUEST_MALFORMED, null, "The address is not one in plain form.");
        }
        return face;
    }

    /**
     * What operators see has a listener of its own, and that one has nothing else but everybody's health and what
     * operators need of the rest.
     */
    private static boolean here(Map<String, Face> methods, Request request) {
        boolean management = ManagementListener.NAME.equals(
                request.getConnectionMetaData().getConnector().getName());
        Face one = methods.values().iterator().next();
        return ManagementListener.NAME.equals(one.at()) == management
                || one.operators()
                || one.at() == null && one.path().startsWith(ManagementListener.HEALTH);
    }

    private static void check(Face face, Request request) {
        HttpFields headers = request.getHeaders();
        if (!face.member()) {
            checkQuery(face, request.getHttpURI().getQuery());
        }
        String encoding = headers.get(HttpHeader.CONTENT_ENCODING);
        // What goes on to a provider is not looked into; an envelope is.
        if (encoding != null
                && !encoding.equalsIgnoreCase(IDENTITY)
                && !(face.member() && face.types().isEmpty())) {
            throw new ProblemException(
                    ProblemCode.MEDIA_TYPE_UNSUPPORTED,
                    "Content-Encoding",
                    "No address takes encoded bodies; send it as it is.");
        }
        if (!face.takes(headers.get(HttpHeader.CONTENT_TYPE))) {
            throw new ProblemException(
                    ProblemCode.MEDIA_TYPE_UNSUPPORTED,
                    "Content-Type",
                    "Send " + String.join(" or ", face.types()) + ".");
        }
        if (request.getLength() > face.longest()
                || face.longest() == 0 && headers.contains(HttpHeader.TRANSFER_ENCODING)) {
            throw tooLarge(face);
        }
    }

    static ProblemException tooLarge(Face face) {
        return new ProblemException(
                ProblemCode.REQUEST_TOO_LARGE,
                null,
                face.longest() == 0 ? "This address takes no body." : "Send at most " + face.kib() + " KiB.");
    }

    /** By their names as they come: one that is escaped is none of ours. */
    private static void checkQuery(Face face, String query) {
        if (query == null || query.isEmpty()) {
            return;
        }
        Set<String> seen = new HashSet<>();
        for (String parameter : query.split("&", face.query().size() + 2)) {
            String name = parameter.split("=", 2)[0];
            if (!face.query().contains(name) || !seen.add(name)) {
                throw new ProblemException(
                        ProblemCode.FIELD_UNKNOWN,
                        null,
                        face.query().isEmpty()
                                ? "This address takes no parameters."
                                : "This address takes " + String.join(", ", face.query())
                                        + " as parameters, each once.");
            }
        }
    }
}
