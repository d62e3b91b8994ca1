package az.dost.vahid.journeys.verify;

import az.dost.vahid.signature.container.ContainerProof;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/** How a file is written, by its first bytes: what it says of itself, or is called, is nothing to go by. */
enum SignedForm {
    CONTAINER,
    CMS,
    JSON,
    XML,
    DETACHED_JWS,
    COMPACT_JWS,
    /** An SD-JWT: a JWS and what is disclosed, each after a tilde. */
    CREDENTIAL,
    /** None that the gateway signs. */
    UNKNOWN;

    /** How every DER structure begins (X.690, section 8.9). */
    private static final byte DER = 0x30;

    private static final Pattern JWS = Pattern.compile("[A-Za-z0-9_-]+[.][A-Za-z0-9_-]*[.][A-Za-z0-9_-]+");

    private static final Pattern SD_JWT = Pattern.compile(JWS.pattern() + "~[A-Za-z0-9_.~-]*");

    static SignedForm of(byte[] bytes) {
        if (ContainerProof.like(bytes)) {
            return CONTAINER;
        }
        if (bytes.length > 0 && bytes[0] == DER) {
            return CMS;
        }
        String text = text(bytes);
        if (text.startsWith("{")) {
            return JSON;
        }
        if (text.startsWith("<")) {
            return XML;
        }
        if (SD_JWT.matcher(text).matches()) {
            return CREDENTIAL;
        }
        if (text.contains("..")) {
            return DETACHED_JWS;
        }
        return JWS.matcher(text).matches() ? COMPACT_JWS : UNKNOWN;
    }

    static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8).strip();
    }
}
