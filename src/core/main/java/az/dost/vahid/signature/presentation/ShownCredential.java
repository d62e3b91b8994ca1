package az.dost.vahid.signature.presentation;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.security.cert.X509Certificate;
import java.time.Instant;

/**
 * A credential that holds, and what is shown of it.
 *
 * @param signer the issuer's certificate
 * @param type URL of what it proves, claim {@code vct}
 * @param issuedAt the issuer says no more than the day: its first moment, UTC
 * @param until null for one without an end
 * @param claims that are of its type; those of the standard are left out
 * @param status where the issuer says whether it stands, null for one that is never revoked
 * @param binding what its holder signed, null when he did not
 */
public record ShownCredential(
        X509Certificate signer,
        String issuer,
        String type,
        Instant issuedAt,
        Instant until,
        ObjectNode claims,
        Status status,
        Binding binding) {
    /**
     * A place in a list (Token Status List, section 6.2).
     *
     * @param uri of the list
     */
    public record Status(String uri, int index) {}

    /**
     * What a holder signed (RFC 9901, section 4.3).
     *
     * @param at when he says that it was
     * @param audience whom it is for
     * @param nonce what he was asked with
     */
    public record Binding(Instant at, String audience, String nonce) {}

    ShownCredential with(Binding signed) {
        return new ShownCredential(signer, issuer, type, issuedAt, until, claims, status, signed);
    }
}
