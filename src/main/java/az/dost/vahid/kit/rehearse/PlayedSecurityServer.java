package az.dost.vahid.kit.rehearse;

import az.dost.vahid.connector.Connector;
import az.dost.vahid.xroad.RequestHash;
import com.sun.net.httpserver.HttpExchange;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;

/** What an X-Road security server puts beside an answer. The JDK's server forgets how headers came: as the gateway sends them. */
final class PlayedSecurityServer {
    private static final String CONTENT_TYPE = "Content-Type";
    private final Connector connector;
    private final TreeSet<String> sent = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);

    PlayedSecurityServer(Connector connector) {
        this.connector = connector;
        sent.addAll(List.of("Accept", "Cache-Control", "X-Request-Id", "X-Road-Client", "X-Road-Id", "X-Road-Issue", "X-Road-UserId"));
        sent.addAll(Stream.of(connector.auth().header(), connector.call().finHeader()).filter(Objects::nonNull).toList());
        sent.addAll(connector.call().headers() == null ? List.of() : connector.call().headers().keySet());
    }

    /** By name. */
    Map<String, String> headers(HttpExchange exchange, byte[] request) {
        String added = UUID.randomUUID().toString();
        List<RequestHash.Header> came = new ArrayList<>();
        came.add(header(exchange, CONTENT_TYPE));
        sent.forEach(name -> came.add(header(exchange, name)));
        came.removeIf(header -> header.value() == null);
        came.add(new RequestHash.Header("x-road-request-id", added));
        RequestHash hash = new RequestHash(exchange.getRequestMethod(), exchange.getRequestURI().toString(), came);
        hash.body(request, 0, request.length);
        Map<String, String> headers = new LinkedHashMap<>(Map.of("X-Road-Service", connector.call().xRoad().service(),
                "X-Road-Request-Id", added, "X-Road-Request-Hash", hash.value()));
        for (String repeated : List.of("X-Road-Client", "X-Road-Id")) {
            headers.put(repeated, Objects.requireNonNullElse(header(exchange, repeated).value(), ""));
        }
        return headers;
    }

    private static RequestHash.Header header(HttpExchange exchange, String name) {
        return new RequestHash.Header(name, exchange.getRequestHeaders().getFirst(name));
    }
}
