package az.dost.vahid.edge.server;

import az.dost.vahid.problem.Challenge;
import az.dost.vahid.problem.ProblemCode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * What is asked for at well-known names (RFC 8615), for everybody: by whose tokens one is known here (RFC 9728), and to
 * whom holes are reported (RFC 9116). They name no address but that of the settings: a caller's Host could be
 * anybody's.
 */
final class WellKnown extends Handler.Wrapper {
    static final String SECURITY = "/.well-known/security.txt";
    /** RFC 9116 wants less than a year (section 2.5.5). Whoever keeps the file keeps it longer than it is right. */
    private static final Duration GOOD_FOR = Duration.ofDays(90);

    private static final Set<String> READS = Set.of("GET", "HEAD");
    private static final String KEPT = "max-age=3600";
    private final PublicSettings told;
    private final String issuer;
    private final Clock clock;

    /** @param issuer of access tokens, empty for none */
    WellKnown(PublicSettings told, String issuer, Clock clock, Handler next) {
        super(next);
        this.told = told;
        this.issuer = issuer;
        this.clock = clock;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        if (!READS.contains(request.getMethod())) {
            return super.handle(request, response, callback);
        }
        return switch (request.getHttpURI().getPath()) {
            case Challenge.METADATA ->
                answer(response, callback, "application/json", told.address().isEmpty() ? null : resource());
            case SECURITY ->
                answer(
                        response,
                        callback,
                        "text/plain;charset=utf-8",
                        told.contact().isEmpty() ? null : security());
            default -> super.handle(request, response, callback);
        };
    }

    private String resource() {
        ObjectNode resource = JsonNodeFactory.instance
                .objectNode()
                .put("resource", told.address())
                .put("resource_name", "Vahid")
                .put("jwks_uri", told.address() + "/v1/keys");
        if (!issuer.isEmpty()) {
            resource.putArray("authorization_servers").add(issuer);
            resource.putArray("scopes_supported").add("official");
        }
        resource.putArray("bearer_methods_supported").add("header");
        return resource.toString();
    }

    private String security() {
        Instant expires = clock.instant().plus(GOOD_FOR).truncatedTo(ChronoUnit.DAYS);
        return "Contact: " + told.contact() + "\nExpires: " + expires + "\nPreferred-Languages: az, en\n"
                + (told.address().isEmpty() ? "" : "Canonical: " + told.address() + SECURITY + "\n");
    }

    /** @param text null where the settings do not tell it */
    private static boolean answer(Response response, Callback callback, String type, String text) {
        if (text == null) {
            ProblemAnswer.send(response, callback, ProblemCode.NOT_FOUND);
            return true;
        }
        response.setStatus(200);
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, type);
        response.getHeaders().put(HttpHeader.CACHE_CONTROL, KEPT);
        response.write(true, ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)), callback);
        return true;
    }
}
