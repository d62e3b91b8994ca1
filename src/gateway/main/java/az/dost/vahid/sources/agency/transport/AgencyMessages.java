package az.dost.vahid.sources.agency.transport;

import az.dost.vahid.answer.Reason;
import jakarta.jms.BytesMessage;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.Session;
import jakarta.jms.TextMessage;
import java.nio.charset.StandardCharsets;
import org.springframework.jms.support.converter.MessageConverter;

/**
 * Questions as text; answers as the bytes of a text or bytes message, and of no other, up to a limit. What is wrong
 * with an answer is given in its place: an exception here would end the listener, which is that of other calls too.
 */
record AgencyMessages(int maxBytes) implements MessageConverter {
    @Override
    public Message toMessage(Object body, Session session) throws JMSException {
        return session.createTextMessage(new String((byte[]) body, StandardCharsets.UTF_8));
    }

    /** Bytes, or the {@link Reason} for which there are none. */
    @Override
    public Object fromMessage(Message message) {
        try {
            if (message instanceof BytesMessage bytes) {
                if (bytes.getBodyLength() > maxBytes) {
                    return Reason.TOO_LONG;
                }
                byte[] body = new byte[(int) bytes.getBodyLength()];
                bytes.readBytes(body);
                return body;
            } else if (message instanceof TextMessage text && text.getText() != null) {
                byte[] body = text.getText().getBytes(StandardCharsets.UTF_8);
                return body.length > maxBytes ? Reason.TOO_LONG : body;
            }
        } catch (JMSException e) {
            // Not the message that its header says.
        }
        return Reason.MALFORMED;
    }
}
