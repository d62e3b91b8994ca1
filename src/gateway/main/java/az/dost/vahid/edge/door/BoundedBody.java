package az.dost.vahid.edge.door;

import az.dost.vahid.problem.ProblemCode;
import az.dost.vahid.problem.ProblemException;
import jakarta.jms.TextMessage;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.component.jms.JmsMessage;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;

/** What a face takes of a request: never more than its bound, whatever the request says of its length. */
public final class BoundedBody {
    private static final int KIB = 1024;

    /**
     * @param most bytes, whole KiB
     * @return empty when there is none
     * @throws ProblemException REQUEST_TOO_LARGE, before more than the bound is read
     */
    public static byte[] of(Message message, int most) throws IOException {
        return of(message.getBody(InputStream.class), most);
    }

    /** @param in null for no body; else as {@link #of(Message, int)} */
    public static byte[] of(InputStream in, int most) throws IOException {
        return within(in == null ? new byte[0] : beginning(in, most), most);
    }

    /**
     * Of a message of the broker, in UTF-8.
     *
     * @param most bytes, whole KiB
     * @throws ProblemException MEDIA_TYPE_UNSUPPORTED when it is no text message, REQUEST_TOO_LARGE
     */
    public static byte[] text(Message message, int most) {
        if (message instanceof JmsMessage jms && jms.getJmsMessage() instanceof TextMessage) {
            String text = message.getBody(String.class);
            return within((text == null ? "" : text).getBytes(StandardCharsets.UTF_8), most);
        }
        throw new ProblemException(ProblemCode.MEDIA_TYPE_UNSUPPORTED, null, "The message is not a text message.");
    }

    private static byte[] within(byte[] body, int most) {
        if (body.length > most) {
            throw new ProblemException(ProblemCode.REQUEST_TOO_LARGE, null, "Send at most " + most / KIB + " KiB.");
        }
        return body;
    }

    /** One byte more than the bound at most, so that whoever has the same bound refuses what is longer. */
    public static byte[] beginning(InputStream in, int most) throws IOException {
        return in.readNBytes(most + 1);
    }

    /** A body that is read in blocks and never held whole: its reader has the bound. Empty when there is none. */
    public static InputStream stream(Message message) {
        InputStream in = message.getBody(InputStream.class);
        return in == null ? InputStream.nullInputStream() : in;
    }

    /**
     * What the sender says it is, {@code type/subtype} in small letters; empty when it says nothing that can be read.
     */
    public static String type(Message message) {
        String header = message.getHeader(Exchange.CONTENT_TYPE, String.class);
        try {
            MediaType type = header == null ? null : MediaType.parseMediaType(header);
            return type == null ? "" : type.getType() + "/" + type.getSubtype();
        } catch (InvalidMediaTypeException e) {
            return "";
        }
    }

    private BoundedBody() {}
}
