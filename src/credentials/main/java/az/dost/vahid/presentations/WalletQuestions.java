package az.dost.vahid.presentations;

import az.dost.vahid.credentials.IssuedCredentials;
import az.dost.vahid.json.Json;
import az.dost.vahid.proof.trust.RowTrust;
import az.dost.vahid.signature.DossierSigner;
import az.dost.vahid.signature.key.Sha256;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateEncodingException;
import java.util.Base64;

/**
 * What a wallet is asked (OpenID4VP 1.0, section 5): whoever has the address of a question can read it, and the answer
 * is bound to it by a nonce that is made of its id under the gateways' seal, so that nothing of it is kept.
 */
final class WalletQuestions {
    /** By which the wallet names its answer (DCQL, section 6.1). */
    static final String QUERY = "proof";

    private static final String FORMAT = "dc+sd-jwt";
    private static final String ES256 = "ES256";
    private final IssuedCredentials issued;
    private final DossierSigner signer;
    private final RowTrust trust;
    private final String clientId;

    WalletQuestions(IssuedCredentials issued, DossierSigner signer, RowTrust trust) {
        this.issued = issued;
        this.signer = signer;
        this.trust = trust;
        try {
            clientId = "x509_hash:"
                    + encoded(Sha256.digest().digest(signer.signerCertificate().getEncoded()));
        } catch (CertificateEncodingException e) {
            throw new IllegalStateException("The gateway's certificate cannot be encoded", e);
        }
    }

    /** Who asks, by the certificate that signs the question (section 5.9.3). */
    String clientId() {
        return clientId;
    }

    String nonce(Presentation asked) {
        return encoded(trust.seals().of("presentation.nonce", asked.id()));
    }

    String state(Presentation asked) {
        return encoded(trust.seals().of("presentation.state", asked.id()));
    }

    /** For a QR code: where a wallet fetches the question (RFC 9101, section 5.2.2). */
    String uri(Presentation asked) {
        return "openid4vp://?client_id=" + URLEncoder.encode(clientId, StandardCharsets.UTF_8) + "&request_uri="
                + URLEncoder.encode(address(asked) + "/request", StandardCharsets.UTF_8);
    }

    private String address(Presentation asked) {
        return issued.issuer() + "/v1/presentations/" + asked.id();
    }

    /** The question as a signed request object (RFC 9101; OpenID4VP 1.0, sections 5.1, 5.8 and 8.2). */
    String signed(Presentation asked, IssuedCredentials.Kind kind) {
        ObjectNode question = JsonNodeFactory.instance
                .objectNode()
                .put("aud", "https://self-issued.me/v2")
                .put("client_id", clientId)
                .put("response_type", "vp_token")
                .put("response_mode", "direct_post")
                .put("response_uri", address(asked) + "/response")
                .put("nonce", nonce(asked))
                .put("state", state(asked))
                .put("iat", asked.until().minus(Presentation.OPEN_FOR).getEpochSecond())
                .put("exp", asked.until().getEpochSecond());
        query(question.putObject("dcql_query").putArray("credentials").addObject(), asked, kind);
        ObjectNode algorithms = question.putObject("client_metadata")
                .put("client_name", "DOST")
                .putObject("vp_formats_supported")
                .putObject(FORMAT);
        algorithms.putArray("sd-jwt_alg_values").add(ES256);
        algorithms.putArray("kb-jwt_alg_values").add(ES256);
        try {
            return signer.chained(Json.mapper().writeValueAsBytes(question), "oauth-authz-req+jwt");
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Without claims nothing is shown but that there is such a credential (section 6.4.1). */
    private static void query(ObjectNode query, Presentation asked, IssuedCredentials.Kind kind) {
        query.put("id", QUERY).put("format", FORMAT);
        query.putObject("meta").putArray("vct_values").add(kind.vct());
        if (!asked.claims().isEmpty()) {
            ArrayNode claims = query.putArray("claims");
            asked.claims().forEach(name -> claims.addObject().putArray("path").add(name));
        }
    }

    private static String encoded(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
