package az.dost.vahid.signature;

import az.dost.vahid.signature.key.Agency;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.time.Instant;
import java.util.Base64;

/** A detached JWS as the agency would make it, but for what a test changes. */
public final class JwsReply {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();
    static final byte[] BODY = "{\"fin\":\"1ABCDE2\"}".getBytes(StandardCharsets.UTF_8);
    public static final String REQUEST = "7c3e";

    public static ObjectNode header(Agency shown) {
        ObjectNode header = JSON.createObjectNode()
                .put("alg", "ES256")
                .put("iat", Instant.now().getEpochSecond())
                .put("rid", REQUEST);
        header.putArray("x5c").add(shown.base64());
        return header;
    }

    public static String signed(String header, Agency signer) {
        try {
            String input = encode(header.getBytes(StandardCharsets.UTF_8)) + "." + encode(BODY);
            boolean ec = signer.key().getAlgorithm().equals("EC");
            Signature signature = Signature.getInstance(ec ? "SHA256withECDSAinP1363Format" : "SHA256withRSA");
            signature.initSign(signer.key());
            signature.update(input.getBytes(StandardCharsets.US_ASCII));
            return input.substring(0, input.indexOf('.')) + ".." + encode(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    static String encode(byte[] bytes) {
        return BASE64.encodeToString(bytes);
    }

    public static String signed() {
        return signed(header(Agency.EC).toString(), Agency.EC);
    }

    static void set(ObjectNode header, String name, String json) {
        try {
            header.set(name, JSON.readTree(json));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private JwsReply() {}
}
