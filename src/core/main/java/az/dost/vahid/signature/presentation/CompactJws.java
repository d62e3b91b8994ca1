package az.dost.vahid.signature.presentation;

import az.dost.vahid.json.Json;
import az.dost.vahid.signature.CheckCode;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.crypto.impl.ECDSA;
import com.nimbusds.jose.util.Base64URL;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.time.DateTimeException;
import java.time.Instant;

/**
 * A compact JWS that somebody else made (RFC 7515, section 7.1), taken apart. Nothing of it is believed before
 * {@link #holds}.
 *
 * @param input what is signed
 */
record CompactJws(ObjectNode header, ObjectNode payload, byte[] input, byte[] signature) {
    private static final ObjectMapper JSON = Json.strict();
    private static final int PARTS = 3;
    /** Two numbers of 32 bytes (RFC 7518, section 3.4). */
    private static final int SIGNATURE_LENGTH = 64;
    /** ES256 is all that Vahid's credentials, its lists and the wallets that carry them are signed with. */
    private static final String ALGORITHM = "ES256";

    /**
     * @param type that its header must have, parameter {@code typ}
     * @param damaged what it is called when it cannot be read
     * @throws PresentationException with that code, or CREDENTIAL_NOT_ALLOWED for another type, algorithm or an
     *     extension
     */
    static CompactJws of(String text, String type, CheckCode damaged) {
        String[] parts = text.split("\\.", -1);
        if (parts.length != PARTS) {
            throw new PresentationException(damaged, "It has no JWS of three parts");
        }
        ObjectNode header = object(decode(parts[0], damaged), damaged);
        if (!type.equals(header.path("typ").textValue())) {
            throw new PresentationException(CheckCode.CREDENTIAL_NOT_ALLOWED, "Its type (typ) is not " + type);
        }
        if (!ALGORITHM.equals(header.path("alg").textValue()) || header.has("crit")) {
            throw new PresentationException(
                    CheckCode.CREDENTIAL_NOT_ALLOWED,
                    "It is signed with another algorithm than ES256, or has an extension that is not known");
        }
        return new CompactJws(
                header,
                object(decode(parts[1], damaged), damaged),
                (parts[0] + "." + parts[1]).getBytes(StandardCharsets.US_ASCII),
                decode(parts[2], damaged));
    }

    boolean holds(ECPublicKey key) {
        try {
            if (signature.length != SIGNATURE_LENGTH) {
                return false;
            }
            Signature check = Signature.getInstance("SHA256withECDSA");
            check.initVerify(key);
            check.update(input);
            return check.verify(ECDSA.transcodeSignatureToDER(signature));
        } catch (GeneralSecurityException | JOSEException e) {
            return false;
        }
    }

    /** A claim in seconds since 1970 UTC (RFC 7519, section 2); null when it is not there, or no such number. */
    Instant at(String claim) {
        JsonNode seconds = payload.path(claim);
        try {
            return seconds.isNumber() ? Instant.ofEpochSecond(seconds.longValue()) : null;
        } catch (DateTimeException e) {
            return null;
        }
    }

    /** Only the one text that encodes the bytes is taken: the last character has bits that decoding ignores. */
    static byte[] decode(String base64, CheckCode damaged) {
        byte[] bytes = new Base64URL(base64).decode();
        if (!Base64URL.encode(bytes).toString().equals(base64)) {
            throw new PresentationException(damaged, "It has characters that it should not have");
        }
        return bytes;
    }

    private static ObjectNode object(byte[] json, CheckCode damaged) {
        if (read(json, damaged) instanceof ObjectNode object) {
            return object;
        }
        throw new PresentationException(damaged, "A part of it is no JSON object");
    }

    /** No name twice, nothing after it. */
    static JsonNode read(byte[] json, CheckCode damaged) {
        try {
            return JSON.readTree(json);
        } catch (IOException e) {
            // Jackson's message quotes it.
            throw new PresentationException(damaged, "A part of it is no JSON without duplicate names");
        }
    }
}
