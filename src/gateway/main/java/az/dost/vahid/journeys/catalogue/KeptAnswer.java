package az.dost.vahid.journeys.catalogue;

import az.dost.vahid.edge.door.HttpAnswer;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.apache.camel.Message;

/** An answer under the digest of its body: who has it already is told so, and no more. */
final class KeptAnswer {
    static void json(Message message, ObjectNode body) {
        bytes(message, "application/json", body.toString().getBytes(StandardCharsets.UTF_8));
    }

    static void bytes(Message message, String type, byte[] body) {
        HttpAnswer.kept(message, type, body, '"' + digest(body) + '"');
    }

    /** SHA-256, hex. */
    static String digest(byte[] body) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(body));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private KeptAnswer() {}
}
