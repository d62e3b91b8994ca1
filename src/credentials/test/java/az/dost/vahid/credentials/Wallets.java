package az.dost.vahid.credentials;

import az.dost.vahid.calendar.Baku;
import az.dost.vahid.faces.Portal;
import az.dost.vahid.mock.population.Facts;
import az.dost.vahid.mock.population.Population;
import az.dost.vahid.whole.RunningVahid;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.io.IOException;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The whole demonstration with credentials on, its citizens who may have some, and a wallet. */
public final class Wallets {
    public static final String MINE = "/v1/citizens/me/credentials";
    public static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private static final Duration LONGEST = Duration.ofSeconds(60);
    private static Wallets only;
    public final RunningVahid vahid = RunningVahid.get();
    private final Iterator<String> disabled;
    private final Iterator<String> healthy;

    private Wallets() {
        Population people = vahid.population();
        disabled = IntStream.range(3_000, people.size())
                .filter(n -> alive(people, n)
                        && people.facts("disability", n).get("disability") instanceof Facts.Disability one
                        && (one.reviewOn() == null
                                || one.reviewOn()
                                        .isAfter(LocalDate.now(Baku.CLOCK).plusDays(2))))
                .mapToObj(people::fin)
                .iterator();
        healthy = IntStream.range(3_000, people.size())
                .filter(n -> alive(people, n) && !people.facts("disability", n).containsKey("disability"))
                .mapToObj(people::fin)
                .iterator();
    }

    public static synchronized Wallets get() {
        if (only == null) {
            only = new Wallets();
        }
        return only;
    }

    private static boolean alive(Population people, int n) {
        return !people.facts("civil-status", n).containsKey("death")
                && !people.facts("pensions", n).containsKey("death");
    }

    /** Somebody alive with a disability that counts; another one each time. */
    public synchronized String disabled() {
        return disabled.next();
    }

    /** Somebody alive without one; another one each time. */
    public synchronized String healthy() {
        return healthy.next();
    }

    /** Where the gateway is, as it says itself. */
    String issuer() {
        return vahid.bean(IssuerMetadata.class).issuer();
    }

    public HttpResponse<byte[]> send(String method, String path, String body, Map<String, String> headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(vahid.address() + path))
                .timeout(LONGEST)
                .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        headers.forEach(request::header);
        try {
            return HTTP.send(request.build(), BodyHandlers.ofByteArray());
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    public static JsonNode json(HttpResponse<byte[]> answer) {
        try {
            return JSON.readTree(answer.body());
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /** A citizen asks at the portal. */
    public HttpResponse<byte[]> citizen(String fin, String method, String path, String body) {
        return send(
                method,
                path,
                body,
                Map.of("Authorization", "Bearer " + new Portal(fin).token(), "Content-Type", "application/json"));
    }

    /** What the portal is told when a citizen asks for one. */
    HttpResponse<byte[]> ask(String fin, String type) {
        return citizen(fin, "POST", MINE, "{\"type\":\"" + type + "\"}");
    }

    /** What a wallet reads from the portal's screen. @param told to the portal */
    static JsonNode offer(JsonNode told) {
        String uri = told.path("offerUri").asText();
        try {
            return JSON.readTree(URLDecoder.decode(uri.substring(uri.indexOf('=') + 1), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    static String code(JsonNode told) {
        return offer(told)
                .path("grants")
                .path(TokenHandler.GRANT)
                .path("pre-authorized_code")
                .asText();
    }

    HttpResponse<byte[]> redeem(String code, String pin) {
        return form("grant_type=" + encoded(TokenHandler.GRANT) + "&pre-authorized_code=" + encoded(code) + "&tx_code="
                + encoded(pin));
    }

    HttpResponse<byte[]> form(String form) {
        return send("POST", "/v1/credentials/token", form, Map.of("Content-Type", "application/x-www-form-urlencoded"));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** The access token of an offer that is redeemed as it should be. */
    String access(JsonNode told) {
        HttpResponse<byte[]> answer =
                redeem(code(told), told.path("transactionCode").asText());
        if (answer.statusCode() != 200) {
            throw new AssertionError(new String(answer.body(), StandardCharsets.UTF_8));
        }
        return json(answer).path("access_token").asText();
    }

    /** An access token of an offer of somebody's. */
    public String accessToken() {
        return access(offered(disabled()));
    }

    String nonce() {
        return json(send("POST", "/v1/credentials/nonce", null, Map.of()))
                .path("c_nonce")
                .asText();
    }

    public static ECKey key() {
        try {
            return new ECKeyGenerator(Curve.P_256).generate();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    /** Proof of a key as it should be. */
    String proof(ECKey key, String nonce) {
        return signed(
                key,
                new JWSHeader.Builder(JWSAlgorithm.ES256)
                        .type(new JOSEObjectType("openid4vci-proof+jwt"))
                        .jwk(key.toPublicJWK())
                        .build(),
                claims(nonce).build());
    }

    JWTClaimsSet.Builder claims(String nonce) {
        return new JWTClaimsSet.Builder()
                .audience(issuer())
                .issueTime(new Date())
                .claim("nonce", nonce);
    }

    public static String signed(ECKey key, JWSHeader header, JWTClaimsSet claims) {
        try {
            SignedJWT jwt = new SignedJWT(header, claims);
            jwt.sign(new ECDSASigner(key));
            return jwt.serialize();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    /** Of a JWS, by a key that its header need not name. */
    public static String signature(ECKey key, String input) {
        try {
            return new ECDSASigner(key)
                    .sign(new JWSHeader(JWSAlgorithm.ES256), input.getBytes(StandardCharsets.US_ASCII))
                    .toString();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    HttpResponse<byte[]> fetch(String access, String type, List<String> proofs) {
        ObjectNode body = JSON.createObjectNode().put("credential_configuration_id", type);
        proofs.forEach(body.putObject("proofs").putArray("jwt")::add);
        return send(
                "POST",
                "/v1/credentials/credential",
                body.toString(),
                Map.of("Authorization", "Bearer " + access, "Content-Type", "application/json"));
    }

    /** A copy, and the key of the wallet that it is bound to. */
    public record Copy(String text, ECKey key) {}

    /** A copy of one that is offered, fetched as it should be. */
    public Copy copy(JsonNode told) {
        ECKey key = key();
        return new Copy(copies(told, List.of(key)).get(0), key);
    }

    /** Copies of one, fetched as it should be. */
    public List<String> copies(JsonNode told, int count) {
        return copies(told, Stream.generate(Wallets::key).limit(count).toList());
    }

    private List<String> copies(JsonNode told, List<ECKey> keys) {
        String nonce = nonce();
        List<String> proofs = keys.stream().map(key -> proof(key, nonce)).toList();
        HttpResponse<byte[]> answer = fetch(access(told), told.path("type").asText(), proofs);
        if (answer.statusCode() != 200) {
            throw new AssertionError(new String(answer.body(), StandardCharsets.UTF_8));
        }
        return json(answer).path("credentials").findValuesAsText("credential");
    }

    /** A disability that is offered to somebody. */
    public JsonNode offered(String fin) {
        HttpResponse<byte[]> answer = ask(fin, "disability");
        if (answer.statusCode() != 201) {
            throw new AssertionError(new String(answer.body(), StandardCharsets.UTF_8));
        }
        return json(answer);
    }

    /** How one of a citizen's stands. */
    JsonNode own(String fin, String id) {
        for (JsonNode one : json(citizen(fin, "GET", MINE, null)).path("credentials")) {
            if (one.path("credentialId").asText().equals(id)) {
                return one;
            }
        }
        throw new AssertionError("There is none of this id");
    }

    /** Civil registry tells of a death. */
    public void died(String fin) {
        ObjectNode event = JSON.createObjectNode()
                .put("specversion", "1.0")
                .put("id", "test/" + UUID.randomUUID())
                .put("source", "urn:dost:publisher:civil-registry")
                .put("type", "az.dost.death.v1")
                .put("time", Instant.now().truncatedTo(ChronoUnit.SECONDS).toString());
        event.putObject("data").put("fin", fin).put("dateOfDeath", "2026-11-30").put("recordNumber", "2");
        HttpResponse<byte[]> answer = send(
                "POST",
                "/v1/events",
                event.toString(),
                Map.of("Authorization", "Bearer demo-civil-registry", "Content-Type", "application/cloudevents+json"));
        if (answer.statusCode() != 202) {
            throw new AssertionError(new String(answer.body(), StandardCharsets.UTF_8));
        }
    }
}
