package az.dost.vahid.signature.presentation;

import az.dost.vahid.json.Json;
import az.dost.vahid.signature.key.Sha256;
import com.authlete.sd.SDObjectBuilder;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.crypto.impl.ECDSA;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.cert.CertificateEncodingException;
import java.security.interfaces.ECPublicKey;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.zip.DeflaterOutputStream;

/** A presentation and its status list, as they should be but for what a case says. */
final class MadePresentation {
    private static final Base64.Encoder BASE64URL = Base64.getUrlEncoder().withoutPadding();
    private final JsonNode faults;
    private final Map<String, TestIssuer> issuers;
    private final KeyPair holder = TestIssuer.keys("secp256r1");

    /** @param faults a row of {@code presentation/cases.yaml} */
    MadePresentation(JsonNode faults, Map<String, TestIssuer> issuers) {
        this.faults = faults;
        this.issuers = issuers;
    }

    String text() throws IOException {
        SDObjectBuilder claims = new SDObjectBuilder();
        claims.putClaim("iss", "https://vahid.example");
        claims.putClaim("vct", "https://vahid.example/v1/credentials/types/disability");
        claims.putClaim("iat", 1907625600L);
        claims.putClaim("exp", 1915574400L);
        claims.putClaim(
                "status",
                Map.of("status_list", Map.of("idx", 13, "uri", "https://vahid.example/v1/credentials/status/0")));
        claims.putClaim(
                "cnf",
                Map.of(
                        "jwk",
                        new ECKey.Builder(Curve.P_256, (ECPublicKey) holder.getPublic())
                                .build()
                                .toJSONObject()));
        List<String> shown = new ArrayList<>();
        shown.add(claims.putSDClaim("percentFrom", 61).getDisclosure());
        shown.add(claims.putSDClaim("since", "2024-02-03").getDisclosure());
        claims.putSDClaim("cause", "hidden");
        claims.putDecoyDigests(2);
        ObjectNode payload = Json.mapper().valueToTree(claims.build(true));
        for (JsonNode one : faults.path("listed")) {
            String disclosure = BASE64URL.encodeToString(bytes(one));
            shown.add(disclosure);
            ((ArrayNode) payload.path("_sd")).add(digest(disclosure));
        }
        faults.path("unlisted").forEach(one -> shown.add(BASE64URL.encodeToString(bytes(one))));
        faults.path("raw").forEach(one -> shown.add(one.textValue()));
        if (faults.path("shownTwice").asBoolean()) {
            shown.add(shown.get(0));
        }
        if (faults.path("listedTwice").asBoolean()) {
            ((ArrayNode) payload.path("_sd")).add(digest(shown.get(0)));
        }
        TestIssuer issuer = issuers.get(faults.path("issuer").asText("gateway"));
        String credential =
                jws("credential", "dc+sd-jwt", payload, issuer, issuer.keys().getPrivate());
        String before = credential + "~" + String.join("~", shown) + "~";
        return faults.path("binding").isNull() ? before : before + binding(before);
    }

    private String binding(String before) throws IOException {
        ObjectNode payload = Json.mapper()
                .createObjectNode()
                .put("iat", 1907668800L)
                .put("aud", "x509_hash:me")
                .put("nonce", "n-1")
                .put("sd_hash", digest(before));
        PrivateKey key = faults.path("otherHolder").asBoolean()
                ? TestIssuer.keys("secp256r1").getPrivate()
                : holder.getPrivate();
        return jws("binding", "kb+jwt", payload, null, key);
    }

    String statusList() throws IOException {
        byte[] bits = new byte[16];
        faults.path("revoked").forEach(index -> bits[index.intValue() / 8] |= (byte) (1 << index.intValue() % 8));
        ObjectNode payload = Json.mapper()
                .createObjectNode()
                .put("sub", "https://vahid.example/v1/credentials/status/0")
                .put("iat", 1907668000L)
                .put("exp", 1907754400L);
        payload.putObject("status_list").put("bits", 1).put("lst", BASE64URL.encodeToString(deflated(bits)));
        TestIssuer issuer = issuers.get(faults.path("listIssuer").asText("gateway"));
        return jws("list", "statuslist+jwt", payload, issuer, issuer.keys().getPrivate());
    }

    private static byte[] deflated(byte[] bytes) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (DeflaterOutputStream zlib = new DeflaterOutputStream(out)) {
            zlib.write(bytes);
        }
        return out.toByteArray();
    }

    private String jws(String part, String type, ObjectNode payload, TestIssuer issuer, PrivateKey key)
            throws IOException {
        ObjectNode header = Json.mapper().createObjectNode().put("alg", "ES256").put("typ", type);
        if (issuer != null) {
            header.putArray("x5c").add(encoded(issuer));
        }
        change(header, faults.path(part).path("header"));
        change(payload, faults.path(part).path("payload"));
        String input = BASE64URL.encodeToString(bytes(header)) + "." + BASE64URL.encodeToString(bytes(payload));
        try {
            Signature signature = Signature.getInstance("SHA256withECDSA");
            signature.initSign(key);
            signature.update(input.getBytes(StandardCharsets.US_ASCII));
            return input + "." + BASE64URL.encodeToString(ECDSA.transcodeSignatureToConcat(signature.sign(), 64));
        } catch (GeneralSecurityException | JOSEException e) {
            throw new AssertionError(e);
        }
    }

    private static String encoded(TestIssuer issuer) {
        try {
            return Base64.getEncoder().encodeToString(issuer.certificate().getEncoded());
        } catch (CertificateEncodingException e) {
            throw new AssertionError(e);
        }
    }

    /** Null takes a member away. */
    private static void change(ObjectNode object, JsonNode changes) {
        changes.properties().forEach(one -> {
            if (one.getValue().isNull()) {
                object.remove(one.getKey());
            } else {
                object.set(one.getKey(), one.getValue());
            }
        });
    }

    private static byte[] bytes(JsonNode json) {
        return json.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static String digest(String text) {
        return BASE64URL.encodeToString(Sha256.digest().digest(text.getBytes(StandardCharsets.US_ASCII)));
    }
}
