package az.dost.vahid.spdci;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.UUID;

/**
 * A message that is answered later.
 *
 * @param id by which its sender knows it, its {@code correlation_id}
 * @param kind null where the row was changed
 * @param content the message as it was sent, and who sent it; null where the row was changed or its time is over.
 *     Personal data
 * @param answer what came of it until now; null for nothing yet. Personal data
 * @param attempts how often its sender was to be told in vain
 */
record LaterMessage(UUID id, String requester, Kind kind, ObjectNode content, ObjectNode answer, int attempts) {
    static final String SENDER = "sender";
    static final String REGISTRY = "registry";
    /** Whom the token proved. */
    static final String PROVEN = "proven";
    /** Where its sender wants to be told; absent where the message does not say it. */
    static final String ADDRESS = "address";

    static final String PURPOSE = "purpose";
    /** Of an answer: the message to its sender, not signed; absent where it is written anew whenever it is told. */
    static final String WHOLE = "whole";
    /** Of an answer: whether it was told as it is now. */
    static final String TOLD = "told";
    /** Of an answer: searches whose registers are asked again. */
    static final String FOLLOWED = "followed";

    Envelope envelope() {
        return new Envelope(
                sender(),
                content.at("/header/message_id").textValue(),
                content.path(EnvelopeReader.HEADER),
                content.path(EnvelopeReader.MESSAGE));
    }

    String sender() {
        return content.path(SENDER).textValue();
    }

    LaterMessage with(ObjectNode other) {
        return new LaterMessage(id, requester, kind, content, other, attempts);
    }

    @Override
    public String toString() {
        return kind + " " + id;
    }
}
