package az.dost.vahid.mock.rest;

import az.dost.vahid.mock.kit.DemoKeys;
import az.dost.vahid.normalise.Mapping;
import az.dost.vahid.signature.PinnedCertificates;
import az.dost.vahid.signature.key.CryptoProvider;
import az.dost.vahid.signature.key.GatewayKeys;
import az.dost.vahid.signature.key.PinnedCertificate;
import az.dost.vahid.signature.key.PinnedTls;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.Base64;
import java.util.UUID;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;

/** Asks one mock agency as its connector says, with the gateway's proofs but without its routes. */
final class Caller {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration WAIT = Duration.ofSeconds(10);
    private final RunningAgencies agencies;
    final Descriptor descriptor;
    private final URI endpoint;
    private final PinnedCertificate pinned;
    private final CryptoProvider crypto = new CryptoProvider(false);
    private final ReplyProof proof;
    private final HttpClient own;

    Caller(RunningAgencies agencies, String agency) throws GeneralSecurityException {
        this.agencies = agencies;
        this.descriptor = Descriptor.of(agency);
        this.endpoint = agencies.endpoint(agency);
        this.pinned = new PinnedCertificates(agencies.keyFolder.resolve("agencies"), crypto).of(agency);
        this.proof = new ReplyProof(descriptor.text("/proof/kind"), pinned, crypto);
        this.own = client(true);
    }

    /** The proven reply's tree, pages put together. */
    JsonNode ask(String fin) throws Exception {
        return ask(fin, UUID.randomUUID().toString());
    }

    JsonNode ask(String fin, String requestId) throws Exception {
        JsonNode whole = null;
        JsonNode paging = descriptor.connector().at("/call/paging");
        for (int number = 1; ; number++) {
            String credential = credential();
            HttpResponse<byte[]> reply = send(own, fin, requestId, number, credential);
            boolean promised = reply.statusCode()
                    == descriptor.connector().at("/call/poll/status").asInt();
            JsonNode page = promised
                    ? fetched(reply, requestId, credential)
                    : proof.read(reply, requestId, descriptor::findingsOnReply);
            if (whole == null) {
                whole = page;
            } else {
                ((ArrayNode) whole.at(paging.path("items").asText()))
                        .addAll((ArrayNode) page.at(paging.path("items").asText()));
            }
            if (paging.isMissingNode()
                    || !Mapping.compile(paging.path("more").asText())
                            .apply(page)
                            .asBoolean()) {
                return whole;
            }
        }
    }

    /** Asks again until the promised answer is there. */
    private JsonNode fetched(HttpResponse<byte[]> promise, String requestId, String credential) throws Exception {
        ReplyProof.agrees(descriptor.findingsOnReply(promise.statusCode(), JSON.readTree(promise.body())));
        URI at = endpoint.resolve(promise.headers().firstValue("Location").orElseThrow());
        for (int i = 0; i < descriptor.connector().at("/call/poll/maxAttempts").asInt(); i++) {
            HttpResponse<byte[]> reply = own.send(
                    HttpRequest.newBuilder(at)
                            .timeout(WAIT)
                            .header(descriptor.text("/auth/header"), credential)
                            .header("X-Request-Id", UUID.randomUUID().toString())
                            .build(),
                    BodyHandlers.ofByteArray());
            if (reply.statusCode()
                    != descriptor.connector().at("/call/poll/status").asInt()) {
                return proof.read(reply, requestId, descriptor::findingsOnFetched);
            }
            ReplyProof.agrees(descriptor.findingsOnFetched(reply.statusCode(), JSON.readTree(reply.body())));
            Thread.sleep(descriptor.connector().at("/call/poll/intervalMs").asLong());
        }
        throw new AssertionError("The promised answer never came");
    }

    /** @param credential value of the header that authenticates, null for none */
    HttpResponse<byte[]> send(HttpClient client, String fin, String requestId, int page, String credential)
            throws IOException, InterruptedException {
        String body = descriptor.request(fin, requestId, page);
        if (descriptor.mediaType("contentType").equals("application/json")) {
            ReplyProof.agrees(descriptor.findingsOnRequest(JSON.readTree(body)));
        }
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(endpoint + descriptor.text("/call/path")))
                .timeout(WAIT)
                .header("Content-Type", descriptor.mediaType("contentType"))
                .header("X-Request-Id", requestId)
                .POST(BodyPublishers.ofString(body));
        if (credential != null) {
            request.header(
                    descriptor.text("/auth/kind").equals("oauth2") ? "Authorization" : descriptor.text("/auth/header"),
                    credential);
        }
        return client.send(request.build(), BodyHandlers.ofByteArray());
    }

    /** What the agency wants to see in a header, null when it wants nothing there. */
    String credential() throws Exception {
        return switch (descriptor.text("/auth/kind")) {
            case "api-key" -> agencies.secret(descriptor.text("/auth/secret"));
            case "oauth2" ->
                "Bearer "
                        + JSON.readTree(token(agencies.secret(descriptor.text("/auth/secret")))
                                        .body())
                                .path("access_token")
                                .asText();
            default -> null;
        };
    }

    HttpResponse<byte[]> token(String secret) throws Exception {
        String client = descriptor.text("/auth/clientId") + ":" + URLEncoder.encode(secret, StandardCharsets.UTF_8);
        return own.send(
                HttpRequest.newBuilder(URI.create(endpoint + descriptor.text("/auth/tokenPath")))
                        .timeout(WAIT)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .header(
                                "Authorization",
                                "Basic " + Base64.getEncoder().encodeToString(client.getBytes(StandardCharsets.UTF_8)))
                        .POST(BodyPublishers.ofString(
                                "grant_type=client_credentials&scope=" + descriptor.text("/auth/scope")))
                        .build(),
                BodyHandlers.ofByteArray());
    }

    /** @param withCertificate whether the client can show the gateway's certificate */
    HttpClient client(boolean withCertificate) throws GeneralSecurityException {
        GatewayKeys.Pair own = new GatewayKeys(
                        agencies.keyFolder.resolve("gateway.p12"), DemoKeys.PASSWORD.toCharArray(), crypto)
                .pair("tls");
        SSLContext tls = SSLContext.getInstance("TLS");
        tls.init(
                withCertificate ? new KeyManager[] {PinnedTls.client(own.key(), own.certificate())} : new KeyManager[0],
                new TrustManager[] {new PinnedTls(pinned)},
                null);
        return HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(WAIT)
                .sslContext(tls)
                .build();
    }
}
