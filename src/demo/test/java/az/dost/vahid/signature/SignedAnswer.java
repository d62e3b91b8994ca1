package az.dost.vahid.signature;

import az.dost.vahid.mock.kit.Credential;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.time.Instant;
import java.util.Base64;

/** An answer's detached JWS (ES256) by an agency that has a key. */
public final class SignedAnswer {
    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

    public static String detached(Credential agency, byte[] body) {
        try {
            String header = BASE64.encodeToString(
                    ("{\"alg\":\"ES256\",\"iat\":" + Instant.now().getEpochSecond() + "}")
                            .getBytes(StandardCharsets.US_ASCII));
            Signature signature = Signature.getInstance("SHA256withECDSAinP1363Format");
            signature.initSign(agency.key());
            signature.update((header + "." + BASE64.encodeToString(body)).getBytes(StandardCharsets.US_ASCII));
            return header + ".." + BASE64.encodeToString(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    private SignedAnswer() {}
}
