package az.dost.vahid.edge.door;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import org.apache.camel.Exchange;
import org.apache.camel.Message;

/** An answer over HTTP that nobody on its way keeps; nothing of the request's headers goes out with it. */
public final class HttpAnswer {
    /** Header with the detached JWS over an answer's body. */
    public static final String SIGNATURE = "Vahid-Signature";

    private static final int ACCEPTED = 202;
    private static final int NOT_MODIFIED = 304;

    public static void json(Message message, ObjectNode body) {
        bytes(message, "application/json", body.toString().getBytes(StandardCharsets.UTF_8));
    }

    /**
     * An answer that names nobody, and that the caller may keep: with its ETag in If-None-Match he gets it once only.
     *
     * @param etag quoted; changes with the body
     */
    public static void kept(Message message, String type, byte[] body, String etag) {
        String known = message.getHeader("If-None-Match", String.class);
        boolean has = known != null && (known.contains(etag) || known.strip().equals("*"));
        begin(message, type);
        message.setHeader("Cache-Control", "private, no-cache");
        message.setHeader("ETag", etag);
        message.setHeader(Exchange.HTTP_CHUNKED, false);
        if (has) {
            message.removeHeader(Exchange.CONTENT_TYPE);
            message.setHeader(Exchange.HTTP_RESPONSE_CODE, NOT_MODIFIED);
        }
        message.setBody(has ? new byte[0] : body);
    }

    /** An answer that tells its length: one packet less, and the receiver knows it too. */
    public static void bytes(Message message, String type, byte[] body) {
        begin(message, type);
        message.setHeader(Exchange.HTTP_CHUNKED, false);
        message.setBody(body);
    }

    /** @param body written as it comes, never held whole */
    public static void stream(Message message, String type, Object body) {
        begin(message, type);
        message.setBody(body);
    }

    /** Says of the answer in the message that another Accept header may get another one. */
    public static void varies(Message message) {
        message.setHeader("Vary", "Accept");
    }

    private static void begin(Message message, String type) {
        message.removeHeaders("*");
        message.setHeader(Exchange.CONTENT_TYPE, type);
        message.setHeader("Cache-Control", "no-store");
    }

    /** Says of the answer in the message that what was asked goes on after it. */
    public static void accepted(Message message) {
        message.setHeader(Exchange.HTTP_RESPONSE_CODE, ACCEPTED);
    }

    private HttpAnswer() {}
}
