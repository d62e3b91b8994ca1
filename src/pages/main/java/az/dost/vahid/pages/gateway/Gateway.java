package az.dost.vahid.pages.gateway;

import az.dost.vahid.json.Json;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.http.client.ClientHttpResponse;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;

/**
 * Calls as the contracts have them, each with the token of a person. Paths begin with {@code /v1/}, their variable
 * parts are given apart; a FIN stands in bodies only. What comes back is bounded, and believed to be nothing but JSON
 * or a file.
 *
 * <p>Every call throws {@link Refused} for a problem, {@link GatewayAway} where there is no answer of the gateway,
 * {@link NotLoggedIn} where there is no token.
 */
public final class Gateway {
    /** Name of the bean that asks at the port for operators. */
    public static final String OPERATIONS = "operations";
    /** Name of the bean that asks for somebody who has not logged in: without a token. */
    public static final String OPEN = "open";

    /** Name of the bean that asks with the fixed token of the test system of developers. */
    public static final String TEST_SYSTEM = "test-system";

    private static final int MOST_BYTES = 32 << 20;
    private static final Pattern NEXT = Pattern.compile("[?&]page=([A-Za-z0-9_-]{1,100})[^>]*>; *rel=\"next\"");
    private static final ObjectMapper JSON = Json.strict();
    private final RestClient client;
    private final Supplier<String> token;

    /** @param token gives null where nobody asks */
    Gateway(RestClient client, Supplier<String> token) {
        this.client = client;
        this.token = token;
    }

    /** The same for work that goes on after the page: with the token that there is now. */
    public Gateway forLater() {
        String now = token.get();
        return new Gateway(client, () -> now);
    }

    public Answer get(String path, Object... parts) {
        return call(HttpMethod.GET, null, Map.of(), path, parts);
    }

    /** @param more further headers */
    public Answer get(Map<String, String> more, String path) {
        return call(HttpMethod.GET, null, more, path);
    }

    public Answer post(JsonNode body, String path, Object... parts) {
        return post(body, Map.of(), path, parts);
    }

    /** @param more further headers */
    public Answer post(JsonNode body, Map<String, String> more, String path, Object... parts) {
        return call(HttpMethod.POST, body, more, path, parts);
    }

    /**
     * A file as it is, which the gateway keeps nothing of.
     *
     * @param more further headers
     */
    public Answer send(byte[] file, Map<String, String> more, String path, Object... parts) {
        RestClient.RequestBodySpec request = request(HttpMethod.POST, path, parts)
                .accept(MediaType.APPLICATION_JSON, MediaType.APPLICATION_PROBLEM_JSON)
                .contentType(MediaType.APPLICATION_OCTET_STREAM)
                .contentLength(file.length)
                .body(out -> out.write(file));
        more.forEach(request::header);
        return exchange(request, Gateway::answer);
    }

    public Answer delete(String path, Object... parts) {
        return call(HttpMethod.DELETE, null, Map.of(), path, parts);
    }

    /** @param type what to ask for by {@code Accept} */
    public Download file(String type, String path, Object... parts) {
        return file(HttpMethod.GET, type, path, parts);
    }

    /** A file that is made by asking for it. */
    public Download make(String type, String path, Object... parts) {
        return file(HttpMethod.POST, type, path, parts);
    }

    private Download file(HttpMethod method, String type, String path, Object... parts) {
        RestClient.RequestBodySpec request =
                request(method, path, parts).header(HttpHeaders.ACCEPT, type + ", application/problem+json");
        return exchange(request, response -> {
            byte[] bytes = bytes(response);
            refuse(response, bytes);
            return new Download(bytes, type);
        });
    }

    /**
     * Whatever the gateway answers, a problem too: for developers, who want to see it.
     *
     * @param path with names in braces, also in its query
     * @param parts what stands for those names
     * @param headers further ones
     * @param type of the body. @param body blank for none
     */
    public WholeAnswer whole(
            String method,
            String path,
            Map<String, String> parts,
            Map<String, String> headers,
            String type,
            String body) {
        RestClient.RequestBodySpec request = client.method(HttpMethod.valueOf(method))
                .uri(path, parts)
                .header(HttpHeaders.AUTHORIZATION, "Bearer " + token.get());
        headers.forEach(request::header);
        if (!body.isBlank()) {
            request.contentType(MediaType.parseMediaType(type)).body(body);
        }
        long begun = System.nanoTime();
        return exchange(request, response -> {
            byte[] bytes = bytes(response);
            Map<String, List<String>> all = new TreeMap<>();
            response.getHeaders().forEach(all::put);
            return new WholeAnswer(
                    response.getStatusCode().value(),
                    all,
                    bytes,
                    TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begun));
        });
    }

    private Answer call(HttpMethod method, JsonNode body, Map<String, String> more, String path, Object... parts) {
        RestClient.RequestBodySpec request =
                request(method, path, parts).accept(MediaType.APPLICATION_JSON, MediaType.APPLICATION_PROBLEM_JSON);
        more.forEach(request::header);
        if (body != null) {
            request.contentType(MediaType.APPLICATION_JSON).body(body.toString());
        }
        return exchange(request, Gateway::answer);
    }

    private static Answer answer(ClientHttpResponse response) throws IOException {
        byte[] bytes = bytes(response);
        refuse(response, bytes);
        String signature = response.getHeaders().getFirst("Vahid-Signature");
        return new Answer(
                response.getStatusCode().value(),
                bytes.length == 0 ? MissingNode.getInstance() : JSON.readTree(bytes),
                signature == null ? "" : signature,
                next(response.getHeaders().getFirst(HttpHeaders.LINK)));
    }

    private static String next(String link) {
        Matcher found = NEXT.matcher(link == null ? "" : link);
        return found.find() ? found.group(1) : "";
    }

    private RestClient.RequestBodySpec request(HttpMethod method, String path, Object... parts) {
        RestClient.RequestBodySpec request = client.method(method).uri(path, parts);
        String now = token.get();
        return now == null ? request : request.header(HttpHeaders.AUTHORIZATION, "Bearer " + now);
    }

    private interface Reader<T> {
        T read(ClientHttpResponse response) throws IOException;
    }

    private static <T> T exchange(RestClient.RequestBodySpec request, Reader<T> reader) {
        try {
            return request.exchange((asked, response) -> reader.read(response));
        } catch (RestClientException e) {
            // Its message may have the address of the gateway; nothing of it is shown.
            throw new GatewayAway(String.valueOf(e.getMessage()));
        }
    }

    private static byte[] bytes(ClientHttpResponse response) throws IOException {
        try (InputStream in = response.getBody()) {
            byte[] bytes = in.readNBytes(MOST_BYTES + 1);
            if (bytes.length > MOST_BYTES) {
                throw new GatewayAway("The answer has more than " + MOST_BYTES + " bytes");
            }
            return bytes;
        }
    }

    private static void refuse(ClientHttpResponse response, byte[] bytes) throws IOException {
        int status = response.getStatusCode().value();
        if (status < 300) {
            return;
        }
        JsonNode problem;
        try {
            problem = JSON.readTree(bytes);
        } catch (JsonProcessingException e) {
            throw new GatewayAway("Status " + status + " without a problem");
        }
        if (problem == null || !problem.path("code").isTextual()) {
            throw new GatewayAway("Status " + status + " without a code");
        }
        throw new Refused(status, problem, seconds(response.getHeaders().getFirst(HttpHeaders.RETRY_AFTER)));
    }

    private static int seconds(String retryAfter) {
        return retryAfter != null && retryAfter.matches("\\d{1,4}") ? Integer.parseInt(retryAfter) : 0;
    }
}
