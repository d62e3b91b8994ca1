package az.dost.vahid.credentials;

import az.dost.vahid.json.Json;
import az.dost.vahid.passport.Passport;
import az.dost.vahid.signature.key.CryptoProvider;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;

/** What the issuer tells everybody of itself and of its credentials; the same bytes each time. */
final class IssuerMetadata {
    private static final String ES256 = "ES256";
    private final String issuer;
    private final CredentialTypes types;
    private final int batch;
    private final CryptoProvider crypto;
    private final Map<String, byte[]> metadata = new TreeMap<>();

    /** @param issuer address, without a slash at its end */
    IssuerMetadata(String issuer, CredentialTypes types, int batch, CryptoProvider crypto) {
        this.issuer = issuer;
        this.types = types;
        this.batch = batch;
        this.crypto = crypto;
        types.all().forEach(type -> metadata.put(type.code(), bytes(metadata(type))));
    }

    String issuer() {
        return issuer;
    }

    /** Identifier of a type, and address of its metadata. */
    String vct(CredentialType type) {
        return issuer + "/v1/credentials/types/" + type.code();
    }

    /** Of the metadata (SD-JWT VC, section 7; W3C Subresource Integrity). */
    String integrity(CredentialType type) {
        return "sha256-" + Base64.getEncoder().encodeToString(crypto.sha256(metadata.get(type.code())));
    }

    /** The metadata of a type as JSON (SD-JWT VC, section 6); null for one that there is not. */
    byte[] type(String code) {
        return metadata.get(code);
    }

    private ObjectNode metadata(CredentialType type) {
        ObjectNode json = JsonNodeFactory.instance
                .objectNode()
                .put("vct", vct(type))
                .put("name", type.title().en());
        display(json.putArray("display"), "name", type.title());
        ArrayNode claims = json.putArray("claims");
        for (CredentialType.Claim claim : type.claims()) {
            ObjectNode one = claims.addObject();
            one.putArray("path").add(claim.field());
            display(one.putArray("display"), "label", claim.title());
            one.put("sd", "always");
        }
        ObjectNode origin = claims.addObject();
        origin.putArray("path").add(CredentialWriter.ORIGIN);
        display(
                origin.putArray("display"),
                "label",
                new Passport.Title("Haradan alınıb: reyestr və sübut", "Where it is from: register and evidence"));
        origin.put("sd", "always");
        return json;
    }

    private static void display(ArrayNode display, String member, Passport.Title title) {
        display.addObject().put("locale", "az").put(member, title.az());
        display.addObject().put("locale", "en").put(member, title.en());
    }

    /** OpenID4VCI 1.0, section 12.2.4. */
    ObjectNode issuerMetadata() {
        ObjectNode json = JsonNodeFactory.instance
                .objectNode()
                .put("credential_issuer", issuer)
                .put("credential_endpoint", issuer + "/v1/credentials/credential")
                .put("nonce_endpoint", issuer + "/v1/credentials/nonce");
        json.putObject("batch_credential_issuance").put("batch_size", batch);
        display(json.putArray("display"), "name", new Passport.Title("DOST Agentliyi", "DOST Agency"));
        ObjectNode all = json.putObject("credential_configurations_supported");
        types.all().forEach(type -> configuration(all.putObject(type.code()), type));
        return json;
    }

    private void configuration(ObjectNode json, CredentialType type) {
        json.put("format", CredentialWriter.TYPE).put("vct", vct(type));
        json.putArray("cryptographic_binding_methods_supported").add("jwk");
        json.putArray("credential_signing_alg_values_supported").add(ES256);
        json.putObject("proof_types_supported")
                .putObject("jwt")
                .putArray("proof_signing_alg_values_supported")
                .add(ES256);
        ObjectNode told = json.putObject("credential_metadata");
        display(told.putArray("display"), "name", type.title());
        ArrayNode claims = told.putArray("claims");
        for (CredentialType.Claim claim : type.claims()) {
            ObjectNode one = claims.addObject();
            one.putArray("path").add(claim.field());
            display(one.putArray("display"), "name", claim.title());
        }
    }

    /** RFC 8414, section 2: there is no login here, the code is the citizen's consent. */
    ObjectNode serverMetadata() {
        ObjectNode json = JsonNodeFactory.instance
                .objectNode()
                .put("issuer", issuer)
                .put("token_endpoint", issuer + "/v1/credentials/token")
                .put("pre-authorized_grant_anonymous_access_supported", true);
        json.putArray("response_types_supported");
        json.putArray("grant_types_supported").add(TokenHandler.GRANT);
        json.putArray("token_endpoint_auth_methods_supported").add("none");
        return json;
    }

    private static byte[] bytes(ObjectNode json) {
        try {
            return Json.mapper().writeValueAsBytes(json);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
