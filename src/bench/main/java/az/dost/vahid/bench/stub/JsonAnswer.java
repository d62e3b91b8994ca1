package az.dost.vahid.bench.stub;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;

/** JSON, or any text that is proven by its connection or by a detached JWS (RFC 7515, appendix F). */
final class JsonAnswer implements Answer {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();
    private final Text text;
    private final String mediaType;
    private final ObjectNode header;
    private final StubKey key;

    JsonAnswer(Recorded recorded, StubKey key) {
        this.text = new Text(recorded.body(), recorded);
        this.mediaType = recorded.mediaType();
        this.key = key;
        try {
            header = recorded.detached() == null
                    ? null
                    : (ObjectNode) JSON.readTree(
                            Base64.getUrlDecoder().decode(recorded.detached().split("\\.")[0]));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public Reply reply(String requestId, String confirmed) {
        Instant now = Instant.now();
        byte[] body = text.fill(requestId, now).getBytes(StandardCharsets.UTF_8);
        return new Reply(body, mediaType, header == null ? null : jws(body, requestId, now));
    }

    private String jws(byte[] body, String requestId, Instant now) {
        String protectedHeader = BASE64.encodeToString(header.deepCopy()
                .put("rid", requestId)
                .put("iat", now.getEpochSecond())
                .toString()
                .getBytes(StandardCharsets.UTF_8));
        byte[] signature =
                key.sign((protectedHeader + "." + BASE64.encodeToString(body)).getBytes(StandardCharsets.US_ASCII));
        return protectedHeader + ".." + BASE64.encodeToString(signature);
    }
}
