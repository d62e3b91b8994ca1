package az.dost.vahid.presentations;

import az.dost.vahid.credentials.Wallets;
import az.dost.vahid.mock.issuer.Logins;
import com.authlete.sd.Disclosure;
import com.authlete.sd.SDJWT;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jwt.JWTClaimsSet;
import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.springframework.core.env.Environment;

/** Officials of the demonstration who ask, and a wallet of the tests that answers. */
final class Showing {
    static final String ALL = "/v1/presentations";
    static final String CLERK = "a.mammadova";
    static final Wallets WALLETS = Wallets.get();
    private static final String FORM = "application/x-www-form-urlencoded";
    private static final Base64.Encoder BASE64URL = Base64.getUrlEncoder().withoutPadding();

    /** What a wallet reads of a question. */
    record Question(String id, String state, String client, String nonce) {}

    /** Somebody's copy of a disability; each somebody else's. */
    static Wallets.Copy copy() {
        return WALLETS.copy(WALLETS.offered(WALLETS.disabled()));
    }

    static HttpResponse<byte[]> official(String login, String method, String path, String body) {
        String token =
                Logins.token(WALLETS.vahid.bean(Environment.class).getRequiredProperty("vahid.tokens.issuer"), login);
        return WALLETS.send(
                method,
                path,
                body,
                body == null
                        ? Map.of("Authorization", "Bearer " + token)
                        : Map.of("Authorization", "Bearer " + token, "Content-Type", "application/json"));
    }

    /** What the clerk is told when she asks for something. */
    static JsonNode asked(String type, String... claims) {
        ObjectNode body = Wallets.JSON.createObjectNode().put("type", type);
        List.of(claims).forEach(body.putArray("claims")::add);
        HttpResponse<byte[]> answer = official(CLERK, "POST", ALL, body.toString());
        if (answer.statusCode() != 201) {
            throw new AssertionError(new String(answer.body(), StandardCharsets.UTF_8));
        }
        return Wallets.json(answer);
    }

    /** What the clerk reads of it now. */
    static JsonNode read(JsonNode asked) {
        return Wallets.json(
                official(CLERK, "GET", ALL + "/" + asked.path("presentationId").asText(), null));
    }

    /** What a wallet reads of it, unproven. */
    static Question question(JsonNode asked) {
        String id = asked.path("presentationId").asText();
        HttpResponse<byte[]> answer = WALLETS.send("GET", ALL + "/" + id + "/request", null, Map.of());
        JsonNode said = payload(new String(answer.body(), StandardCharsets.US_ASCII));
        return new Question(
                id,
                said.path("state").asText(),
                said.path("client_id").asText(),
                said.path("nonce").asText());
    }

    static JsonNode payload(String jws) {
        try {
            return Wallets.JSON.readTree(Base64.getUrlDecoder().decode(jws.split("[.]")[1]));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /** The names of all that a copy can show. */
    static List<String> names(Wallets.Copy copy) {
        return SDJWT.parse(copy.text()).getDisclosures().stream()
                .map(Disclosure::getClaimName)
                .toList();
    }

    /** A copy with some of its claims and no other, with a tilde at its end. */
    static String part(Wallets.Copy copy, List<String> names) {
        SDJWT all = SDJWT.parse(copy.text());
        return new SDJWT(
                        all.getCredentialJwt(),
                        all.getDisclosures().stream()
                                .filter(one -> names.contains(one.getClaimName()))
                                .toList())
                .toString();
    }

    /** It with its holder's signature (RFC 9901, section 4.3). */
    static String signed(String part, ECKey key, String audience, String nonce, Instant at) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(part.getBytes(StandardCharsets.US_ASCII));
            return part
                    + Wallets.signed(
                            key,
                            new JWSHeader.Builder(JWSAlgorithm.ES256)
                                    .type(new JOSEObjectType("kb+jwt"))
                                    .build(),
                            new JWTClaimsSet.Builder()
                                    .audience(audience)
                                    .claim("nonce", nonce)
                                    .issueTime(Date.from(at))
                                    .claim("sd_hash", BASE64URL.encodeToString(digest))
                                    .build());
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    /** As it should be shown. */
    static String right(Wallets.Copy copy, Question question, String... names) {
        return signed(part(copy, List.of(names)), copy.key(), question.client(), question.nonce(), Instant.now());
    }

    /** The parameter {@code vp_token}. */
    static String token(String shown) {
        ObjectNode token = Wallets.JSON.createObjectNode();
        token.putArray("proof").add(shown);
        return token.toString();
    }

    static HttpResponse<byte[]> answer(Question question, String token) {
        return send(question.id(), "state=" + encoded(question.state()) + "&vp_token=" + encoded(token));
    }

    static HttpResponse<byte[]> send(String id, String form) {
        return WALLETS.send("POST", ALL + "/" + id + "/response", form, Map.of("Content-Type", FORM));
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private Showing() {}
}
