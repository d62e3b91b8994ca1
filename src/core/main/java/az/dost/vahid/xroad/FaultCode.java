package az.dost.vahid.xroad;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * What went wrong in the exchange itself: stable codes, the protocol's own. Who is at fault stands before the first
 * dot.
 */
public enum FaultCode {
    /** The request's address names no service. */
    INVALID_REQUEST("client"),
    MISSING_HEADER_FIELD("client"),
    DUPLICATE_HEADER_FIELD("client"),
    /** A header has not the form that the protocol says. */
    INVALID_HEADER_FIELD("client"),
    INVALID_PROTOCOL_VERSION("client"),
    INVALID_SOAP("client"),
    /** The client sent another request under this id before. */
    DUPLICATE_MESSAGE_ID("client"),
    /** The body is not what its digest says. */
    INVALID_SIGNATURE_VALUE("client"),
    /** The body ended before it was complete. */
    INCOMPLETE_REQUEST("client"),
    /** The caller is not known, or it is not the system of the member that it speaks for. */
    SSL_AUTHENTICATION_FAILED("server.clientproxy"),
    UNKNOWN_MEMBER("server.clientproxy"),
    /** More exchanges are under way than the gateway takes. */
    OVERLOADED("server.clientproxy"),
    INTERNAL_ERROR("server.clientproxy"),
    UNKNOWN_SERVICE("server.serverproxy"),
    ACCESS_DENIED("server.serverproxy"),
    SERVICE_DISABLED("server.serverproxy"),
    MAINTENANCE_MODE("server.serverproxy"),
    NETWORK_ERROR("server.serverproxy"),
    /** The provider answered with what is no answer of its protocol. */
    SERVICE_FAILED("server.serverproxy"),
    INCONSISTENT_RESPONSE("server.serverproxy"),
    LOGGING_FAILED("server.serverproxy");

    private static final String PROXY = "proxy";
    private final String place;

    FaultCode(String place) {
        this.place = place;
    }

    /** 400 where the caller is at fault, else 500. */
    public int status() {
        return place.startsWith("server") ? 500 : 400;
    }

    /**
     * Whether the fault is the gateway's and passes: nothing is wrong with the call, and it may succeed in a moment.
     */
    public boolean passes() {
        return this == OVERLOADED || this == LOGGING_FAILED;
    }

    /** As software from 7.8 on writes it: {@code server.serverproxy.network_error}. */
    public String newer() {
        return place + "." + name().toLowerCase(Locale.ROOT);
    }

    /** As software up to 7.7 writes it: {@code Server.ServerProxy.NetworkError}. */
    public String older() {
        return Arrays.stream(newer().replace(PROXY, "_" + PROXY).split("\\."))
                .map(part ->
                        Arrays.stream(part.split("_")).map(FaultCode::capital).collect(Collectors.joining()))
                .collect(Collectors.joining("."));
    }

    private static String capital(String word) {
        return Character.toUpperCase(word.charAt(0)) + word.substring(1);
    }
}
