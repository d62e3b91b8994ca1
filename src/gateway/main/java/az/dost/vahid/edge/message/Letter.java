package az.dost.vahid.edge.message;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Map;

/**
 * What is kept of a message that is laid aside: what it takes to answer it another time. Never its token.
 *
 * @param from queue that it came by
 * @param requester id of whom its token proved
 * @param replyTo name of the queue for its answer; null when there is none, or it was a temporary one
 * @param correlation what its answer goes by; null when the message has neither a right correlation id nor an id
 * @param said its properties, without the token
 * @param text its body when it was a text, else null
 * @param bytes its body when it was of bytes, else null
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Letter(
        String from,
        String requester,
        String replyTo,
        String correlation,
        Map<String, String> said,
        String text,
        byte[] bytes) {
    Letter of(String proven) {
        return new Letter(from, proven, replyTo, correlation, said, text, bytes);
    }

    /** No part of it: it has a person's data. */
    @Override
    public String toString() {
        return "Letter of " + from;
    }
}
