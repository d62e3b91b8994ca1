package az.dost.vahid.journeys.catalogue;

import az.dost.vahid.edge.door.HttpAnswer;
import az.dost.vahid.signature.key.Sha256;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import org.apache.camel.Message;

/** An answer under the digest of its body: who has it already is told so, and no more. */
final class KeptAnswer {
    static void json(Message message, ObjectNode body) {
        bytes(message, "application/json", body.toString().getBytes(StandardCharsets.UTF_8));
    }

    static void bytes(Message message, String type, byte[] body) {
        HttpAnswer.kept(message, type, body, '"' + Sha256.hex(body) + '"');
    }

    private KeptAnswer() {}
}
