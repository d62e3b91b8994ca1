package az.dost.vahid.journeys.citizen;

import az.dost.vahid.edge.door.StrictJson;
import az.dost.vahid.signature.DetachedJws;
import az.dost.vahid.signature.PinnedCertificates;
import az.dost.vahid.signature.key.CryptoProvider;
import az.dost.vahid.signature.key.ProofException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Duration;
import java.util.Base64;
import java.util.UUID;

/**
 * What an agency says by message of something that it was asked: a compact JWS (RFC 7515) by its own key, bound to what
 * it is about by {@code rid}.
 *
 * @param said not proven before {@link #by}
 */
public record AgencyWord(String head, String signature, byte[] payload, JsonNode said) {
    /** A queue may keep it while we are away; a later repetition changes nothing. */
    private static final Duration OLDEST = Duration.ofDays(30);

    private static final int LONGEST = 16 * 1024;

    /** @throws AnswerRefused when it is no compact JWS over JSON */
    public static AgencyWord read(String jws) {
        String[] parts = jws == null || jws.length() > LONGEST ? new String[0] : jws.split("\\.", -1);
        if (parts.length != 3) {
            throw new AnswerRefused("It is no compact JWS");
        }
        byte[] payload = payload(parts[1]);
        try {
            return new AgencyWord(parts[0], parts[2], payload, StrictJson.tree(payload));
        } catch (IOException e) {
            throw new AnswerRefused("Its payload is no JSON");
        }
    }

    private static byte[] payload(String base64) {
        try {
            return Base64.getUrlDecoder().decode(base64);
        } catch (IllegalArgumentException e) {
            throw new AnswerRefused("Its payload is no base64url");
        }
    }

    /** @throws AnswerRefused when the agency did not sign it, or of something else */
    public void by(PinnedCertificates certificates, String agency, UUID about, CryptoProvider crypto) {
        try {
            new DetachedJws(certificates.of(agency), OLDEST, crypto)
                    .verify(head + ".." + signature, payload, about.toString());
        } catch (ProofException e) {
            throw new AnswerRefused("It is not the agency's: " + e.reason());
        }
    }
}
