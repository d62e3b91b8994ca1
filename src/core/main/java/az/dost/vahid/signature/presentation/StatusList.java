package az.dost.vahid.signature.presentation;

import az.dost.vahid.signature.CheckCode;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.Set;
import java.util.zip.InflaterInputStream;

/** Reads a list of what an issuer revoked (Token Status List, sections 4, 5.1 and 8.3). */
final class StatusList {
    /** Characters of the JWT, and bytes of what its list inflates to: eight credentials a byte. */
    private static final int LONGEST = 16 << 20;

    private static final Set<Integer> WIDTHS = Set.of(1, 2, 4, 8);
    private final Issuers issuers;
    private final Instant now;

    StatusList(Issuers issuers, Instant now) {
        this.issuers = issuers;
        this.now = now;
    }

    /**
     * @param place in the list, null for a credential without one
     * @return when the list was made
     */
    Instant stands(ShownCredential.Status place, String text) {
        if (place == null || text.length() > LONGEST) {
            throw unfit();
        }
        CompactJws list = CompactJws.of(text, "statuslist+jwt", CheckCode.STATUS_LIST_UNFIT);
        Instant at = list.at("iat");
        Instant until = list.at("exp");
        if (at == null || until == null) {
            throw unfit();
        }
        issuers.signer(list, at, at);
        if (!place.uri().equals(list.payload().path("sub").textValue())) {
            throw unfit();
        }
        if (!now.isBefore(until)) {
            throw new PresentationException(CheckCode.STATUS_LIST_ENDED, "The time of the status list is over");
        }
        if (value(list.payload().path("status_list"), place.index()) != 0) {
            throw new PresentationException(CheckCode.CREDENTIAL_REVOKED, "The issuer has revoked the credential");
        }
        return at;
    }

    private static int value(JsonNode list, int index) {
        int width = list.path("bits").asInt();
        if (!WIDTHS.contains(width) || !list.path("lst").isTextual()) {
            throw unfit();
        }
        byte[] bytes = inflated(CompactJws.decode(list.path("lst").textValue(), CheckCode.STATUS_LIST_UNFIT));
        long bit = (long) index * width;
        if (bit >= (long) bytes.length * Byte.SIZE) {
            throw unfit();
        }
        return (bytes[(int) (bit / Byte.SIZE)] & 0xFF) >> (bit % Byte.SIZE) & (1 << width) - 1;
    }

    private static byte[] inflated(byte[] zlib) {
        try (InflaterInputStream in = new InflaterInputStream(new ByteArrayInputStream(zlib))) {
            byte[] bytes = in.readNBytes(LONGEST + 1);
            if (bytes.length <= LONGEST) {
                return bytes;
            }
        } catch (IOException e) {
            throw unfit();
        }
        throw unfit();
    }

    private static PresentationException unfit() {
        return new PresentationException(
                CheckCode.STATUS_LIST_UNFIT, "It is no status list of this credential, or the list has no such place");
    }
}
