package az.dost.vahid.check.rehearse;

import az.dost.vahid.connector.Connector;
import az.dost.vahid.connector.Connector.AuthKind;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsParameters;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.net.ssl.SSLParameters;

/**
 * Serves a played agency on the loopback interface, over HTTP, or over TLS where its connector's proof or login is
 * that.
 */
public final class PlayedServer implements PlayedService {
    private static final int MAX_REQUEST = 1 << 20;
    private static final int THREADS = 16;
    private static final Set<AuthKind> TLS = Set.of(AuthKind.MUTUAL_TLS, AuthKind.SOAP_HEADER);
    private final Connector connector;
    private final PlayedAgency agency;
    private volatile FaultShares<PlayedFault> faults;
    private volatile long delayMs;
    private final Map<String, Asked> promised = new ConcurrentHashMap<>();
    private final HttpServer server;
    private final ExecutorService threads = Executors.newFixedThreadPool(THREADS);

    /** A request's body, and what stands for placeholders beside it. */
    private record Asked(byte[] body, Map<String, String> beside) {}

    static {
        // The JDK's server sends head and body apart; where the second one waits for the first one's receipt, each
        // answer takes 40 ms more.
        System.setProperty("sun.net.httpserver.nodelay", "true");
    }

    /**
     * Starts it.
     *
     * @param port 0 for any
     * @param faults share of the answers, from 0 to 1, that have each
     */
    public PlayedServer(Connector connector, PlayedAgency agency, int port, Map<PlayedFault, Double> faults)
            throws IOException {
        this.connector = connector;
        this.agency = agency;
        this.faults = new FaultShares<>(faults);
        InetSocketAddress address = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
        this.server = secured() ? tls(address) : HttpServer.create(address, 0);
        server.createContext("/", this::handle);
        server.setExecutor(threads);
        server.start();
    }

    private boolean secured() {
        return connector.proof().kind() == Connector.ProofKind.TLS
                || TLS.contains(connector.auth().kind());
    }

    private HttpServer tls(InetSocketAddress address) throws IOException {
        HttpsServer secure = HttpsServer.create(address, 0);
        secure.setHttpsConfigurator(new HttpsConfigurator(agency.key().tls()) {
            @Override
            public void configure(HttpsParameters parameters) {
                SSLParameters own = getSSLContext().getDefaultSSLParameters();
                own.setNeedClientAuth(connector.auth().kind() == AuthKind.MUTUAL_TLS);
                parameters.setSSLParameters(own);
            }
        });
        return secure;
    }

    @Override
    public void faults(Map<PlayedFault, Double> next) {
        faults = new FaultShares<>(next);
    }

    @Override
    public boolean plays(PlayedFault fault) {
        return fault != PlayedFault.PART_GONE || agency.parted();
    }

    @Override
    public void delay(long ms) {
        delayMs = ms;
    }

    /** The base address. */
    @Override
    public String endpoint() {
        return (secured() ? "https" : "http") + "://localhost:"
                + server.getAddress().getPort();
    }

    private void handle(HttpExchange exchange) {
        try (exchange) {
            try {
                take(
                        exchange,
                        exchange.getRequestBody().readNBytes(MAX_REQUEST),
                        exchange.getRequestURI().getPath());
            } catch (IllegalArgumentException e) {
                send(exchange, 400, "text/plain", e.getMessage().getBytes(StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            // Whoever asked has gone.
        }
    }

    private void take(HttpExchange exchange, byte[] request, String path) throws IOException {
        PlayedFault fault = faults.drawn();
        if (connector.auth().tokenPath() != null && path.equals(connector.auth().tokenPath())) {
            send(
                    exchange,
                    200,
                    "application/json",
                    JsonNodeFactory.instance
                            .objectNode()
                            .put("access_token", UUID.randomUUID().toString())
                            .put("token_type", "Bearer")
                            .put("expires_in", 300)
                            .toString()
                            .getBytes(StandardCharsets.UTF_8));
        } else if (!allowed(exchange) || fault == PlayedFault.REFUSE) {
            send(exchange, 401, "text/plain", new byte[0]);
        } else if (promised.containsKey(path)) {
            answer(exchange, promised.get(path), fault);
        } else if (connector.call().poll() != null) {
            promise(exchange, new Asked(request, AskedBeside.of(connector, exchange)), path);
        } else {
            answer(exchange, new Asked(request, AskedBeside.of(connector, exchange)), fault);
        }
    }

    private void promise(HttpExchange exchange, Asked request, String path) throws IOException {
        String place = path + "/" + UUID.randomUUID();
        promised.put(place, request);
        exchange.getResponseHeaders().set("Location", place);
        send(exchange, connector.call().poll().status(), "text/plain", new byte[0]);
    }

    private void answer(HttpExchange exchange, Asked request, PlayedFault fault) throws IOException {
        try {
            Thread.sleep(fault == PlayedFault.SLOW ? connector.timeoutMs() + 500L : delayMs);
            if (fault == PlayedFault.ERROR) {
                send(exchange, 500, "text/plain", new byte[0]);
                return;
            } else if (fault == PlayedFault.GONE) {
                send(exchange, 404, "text/plain", new byte[0]);
                return;
            }
            PlayedAgency.Answer answer = agency.answer(
                    request.body(),
                    request.beside(),
                    exchange.getRequestHeaders().getFirst("X-Request-Id"),
                    fault);
            if (connector.call().xRoad() != null && !connector.call().soap()) {
                new PlayedSecurityServer(connector)
                        .headers(exchange, request.body(), fault == PlayedFault.OTHER_REQUEST)
                        .forEach(exchange.getResponseHeaders()::set);
            }
            if (answer.header() != null) {
                exchange.getResponseHeaders()
                        .set(answer.header().getKey(), answer.header().getValue());
            }
            byte[] body = fault == PlayedFault.GARBAGE
                    ? "<{no document".getBytes(StandardCharsets.UTF_8)
                    : fault == PlayedFault.TOO_LONG ? new byte[connector.maxReplyBytes() + 1] : answer.body();
            if (fault == PlayedFault.TRUNCATE) {
                exchange.getResponseHeaders().set("Content-Type", answer.mediaType());
                exchange.sendResponseHeaders(200, body.length);
                exchange.getResponseBody().write(body, 0, body.length / 2);
                return;
            }
            send(exchange, answer.status(), answer.mediaType(), body);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean allowed(HttpExchange exchange) {
        return switch (connector.auth().kind()) {
            case API_KEY ->
                exchange.getRequestHeaders().getFirst(connector.auth().header()) != null;
            case OAUTH2 ->
                String.valueOf(exchange.getRequestHeaders().getFirst("Authorization"))
                        .startsWith("Bearer ");
            default -> true;
        };
    }

    private static void send(HttpExchange exchange, int status, String mediaType, byte[] body) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", mediaType);
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        if (body.length > 0) {
            exchange.getResponseBody().write(body);
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
