package az.dost.vahid.edge.door;

import az.dost.vahid.problem.Problems;
import java.nio.charset.StandardCharsets;
import org.apache.camel.Exchange;
import org.apache.camel.Message;

/** An answer by message of the broker, always a text. */
public final class MessageAnswer {
    /** Property with the detached JWS over an answer's text. */
    public static final String SIGNATURE = "VahidSignature";

    /** @param body in UTF-8 */
    public static void give(Message message, String type, byte[] body) {
        message.removeHeaders("*");
        message.setHeader("VahidContentType", type);
        message.setBody(new String(body, StandardCharsets.UTF_8));
    }

    /** The problem of the exception that Camel caught; of the request nothing. */
    public static void refuse(Exchange exchange) {
        give(exchange.getMessage(), Problems.MEDIA_TYPE, Problems.bytes(Problems.body(exchange)));
    }

    /** Makes a message of an answer over HTTP: its text and its signature. */
    public static void ofHttp(Message message) {
        Object signature = message.getHeader(HttpAnswer.SIGNATURE);
        byte[] body = message.getBody(byte[].class);
        message.removeHeaders("*");
        message.setHeader(SIGNATURE, signature);
        message.setBody(new String(body, StandardCharsets.UTF_8));
    }

    private MessageAnswer() {}
}
