package az.dost.vahid.check.rehearse;

import az.dost.vahid.connector.Connector;
import az.dost.vahid.xroad.RequestHash;
import com.sun.net.httpserver.HttpExchange;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What an X-Road security server puts beside an answer. The JDK's server forgets how headers came: as the gateway sends
 * them.
 */
final class PlayedSecurityServer {
    private static final Pattern BODY = Pattern.compile("<([A-Za-z_][\\w.-]*:)?Body[\\s>]");
    private static final Pattern HEADER = Pattern.compile(
            "(?s)<(?:[A-Za-z_][\\w.-]*:)?Header(?:\\s[^>]*)?(?:/>|>.*</(?:[A-Za-z_][\\w.-]*:)?Header>)");
    private static final Pattern ASKED = Pattern.compile("(?s)<soap:Header>(<xrd:client .*</xrd:protocolVersion>)");
    private static final String CONTENT_TYPE = "Content-Type";
    private final Connector connector;
    private final TreeSet<String> sent = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);

    PlayedSecurityServer(Connector connector) {
        this.connector = connector;
        sent.addAll(List.of(
                "Accept",
                "Cache-Control",
                "X-Request-Id",
                "X-Road-Client",
                "X-Road-Id",
                "X-Road-Issue",
                "X-Road-Represented-Party",
                "X-Road-UserId"));
        sent.addAll(Stream.of(connector.auth().header(), connector.call().finHeader())
                .filter(Objects::nonNull)
                .toList());
        sent.addAll(
                connector.call().headers() == null
                        ? List.of()
                        : connector.call().headers().keySet());
    }

    /**
     * An envelope with the headers of its request, and the hash of that (X-Road Message Protocol 4.0, section 2.3).
     *
     * @param request as the gateway writes it
     * @param otherId id that is told instead of the request's, null for none
     */
    static String repeating(String envelope, byte[] request, String otherId) {
        Matcher body = BODY.matcher(envelope);
        Matcher asked = ASKED.matcher(new String(request, StandardCharsets.UTF_8));
        if (!body.find() || !asked.find()) {
            throw new IllegalArgumentException("The request has no X-Road headers, or the sample no soap:Body");
        }
        String headers =
                otherId == null ? asked.group(1) : asked.group(1).replaceFirst("(<xrd:id [^>]*>)[^<]*", "$1" + otherId);
        String hash =
                "<xrd:requestHash xmlns:xrd=\"http://x-road.eu/xsd/xroad.xsd\" algorithmId=\"http://www.w3.org/2001/04/xmlenc#sha512\">"
                        + sha512(request) + "</xrd:requestHash>";
        String prefix = body.group(1) == null ? "" : body.group(1);
        return HEADER.matcher(envelope.substring(0, body.start())).replaceAll("") + "<" + prefix + "Header>" + headers
                + hash + "</" + prefix + "Header>" + envelope.substring(body.start());
    }

    private static String sha512(byte[] request) {
        try {
            return Base64.getEncoder()
                    .encodeToString(MessageDigest.getInstance("SHA-512").digest(request));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** By name. @param otherRequest whether they are those of another request */
    Map<String, String> headers(HttpExchange exchange, byte[] request, boolean otherRequest) {
        String added = UUID.randomUUID().toString();
        List<RequestHash.Header> came = new ArrayList<>();
        came.add(header(exchange, CONTENT_TYPE));
        sent.forEach(name -> came.add(header(exchange, name)));
        came.removeIf(header -> header.value() == null);
        came.add(new RequestHash.Header("x-road-request-id", added));
        RequestHash hash = new RequestHash(
                exchange.getRequestMethod(), exchange.getRequestURI().toString(), came);
        hash.body(request, 0, request.length);
        Map<String, String> headers = new LinkedHashMap<>(Map.of(
                "X-Road-Service",
                connector.call().xRoad().service(),
                "X-Road-Request-Id",
                added,
                "X-Road-Request-Hash",
                hash.value()));
        for (String repeated : List.of("X-Road-Client", "X-Road-Id")) {
            headers.put(
                    repeated,
                    Objects.requireNonNullElse(header(exchange, repeated).value(), ""));
        }
        if (otherRequest) {
            headers.put("X-Road-Id", UUID.randomUUID().toString());
        }
        return headers;
    }

    private static RequestHash.Header header(HttpExchange exchange, String name) {
        return new RequestHash.Header(name, exchange.getRequestHeaders().getFirst(name));
    }
}
