package az.dost.vahid.signature;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSHeader;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * Protected headers of the gateway's JWS (RFC 7515, section 4): they differ by what is signed and by the second, so
 * each is made once a second.
 */
final class JwsHeads {
    /** When the signature was made, in seconds since 1970 UTC (ETSI TS 119 182-1, section 5.1.11). */
    static final String AT = "iat";

    private final Supplier<JWSHeader.Builder> common;
    private final InstantSource clock;
    private final Map<String, Head> heads = new ConcurrentHashMap<>();

    /** @param encoded base64url, as it is signed */
    record Head(long second, JWSHeader header, String encoded) {}

    /** @param common what all of them say */
    JwsHeads(Supplier<JWSHeader.Builder> common, InstantSource clock) {
        this.common = common;
        this.clock = clock;
    }

    /** @param type parameter {@code typ}; one of a few, as each is kept */
    Head now(String type) {
        long second = clock.instant().getEpochSecond();
        Head head = heads.get(type);
        if (head == null || head.second != second) {
            JWSHeader header = common.get()
                    .type(new JOSEObjectType(type))
                    .customParam(AT, second)
                    .build();
            head = new Head(second, header, header.toBase64URL().toString());
            heads.put(type, head);
        }
        return head;
    }

    /** When a JWS says that it was made; null when it does not: older ones do not. */
    static Instant at(JWSHeader header) {
        return header.getCustomParam(AT) instanceof Number second ? Instant.ofEpochSecond(second.longValue()) : null;
    }
}
