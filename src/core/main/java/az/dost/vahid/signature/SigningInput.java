package az.dost.vahid.signature;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** What a JWS signs: {@code protected.payload}, both base64url (RFC 7515, section 5.1). */
final class SigningInput {
    private static final Base64.Encoder BASE64URL = Base64.getUrlEncoder().withoutPadding();

    /** @param encodedHeader the protected header, in base64url already */
    static byte[] of(String encodedHeader, byte[] payload) {
        byte[] header = encodedHeader.getBytes(StandardCharsets.US_ASCII);
        byte[] encoded = BASE64URL.encode(payload);
        byte[] input = new byte[header.length + 1 + encoded.length];
        System.arraycopy(header, 0, input, 0, header.length);
        input[header.length] = '.';
        System.arraycopy(encoded, 0, input, header.length + 1, encoded.length);
        return input;
    }

    private SigningInput() {}
}
