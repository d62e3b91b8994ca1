package az.dost.vahid.edge.message;

import az.dost.vahid.edge.access.Requester;
import az.dost.vahid.edge.broker.MessageHeaders;
import az.dost.vahid.edge.door.FrontDoor;
import az.dost.vahid.problem.ProblemCode;
import az.dost.vahid.problem.ProblemException;
import jakarta.jms.BytesMessage;
import jakarta.jms.Destination;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.TextMessage;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.apache.camel.Exchange;
import org.apache.camel.component.jms.JmsMessage;
import org.apache.camel.component.jms.JmsMessageHelper;

/** What every message passes: opened before its sender is known, looked at once he is. */
public final class MessageDoor {
    /** Exchange property with what is kept should the message be laid aside; its requester is not in it yet. */
    static final String LETTER = "vahid.message.letter";
    /** Message property with the id of a sealed letter, its body. */
    static final String SEALED = "VahidLetter";
    /** Exchange property with the session that the message came by. */
    static final String SESSION = "vahid.message.session";

    private static final String MESSAGE = "vahid.message";
    private static final Pattern CORRELATION = Pattern.compile("[!-~]{1,200}");
    private final SealedLetters letters;
    private final int maxDeliveries;
    private final int mostBytes;
    private final int fileBytes;

    /**
     * @param maxDeliveries how often a message is tried
     * @param mostBytes of a message
     * @param fileBytes of a message that is a file
     */
    MessageDoor(SealedLetters letters, int maxDeliveries, int mostBytes, int fileBytes) {
        this.letters = letters;
        this.maxDeliveries = maxDeliveries;
        this.mostBytes = mostBytes;
        this.fileBytes = fileBytes;
    }

    /**
     * Makes of a letter that an operator put back the message that it was; any other stays as it is. A sender who is
     * not known is answered in a temporary queue or not at all.
     *
     * @throws ProblemException REQUEST_MALFORMED for a letter that was not sealed here
     */
    public void open(Exchange exchange) throws JMSException {
        JmsMessage came = (JmsMessage) exchange.getMessage();
        Message message = came.getJmsMessage();
        exchange.setProperty(MESSAGE, message);
        exchange.setProperty(SESSION, came.getJmsSession());
        exchange.setProperty(LETTER, letter(exchange, message));
        String sealed = message.getStringProperty(SEALED);
        if (sealed != null) {
            Letter letter = message instanceof TextMessage text ? letters.open(sealed, text.getText()) : null;
            if (letter == null || !letter.from().equals(from(message))) {
                throw new ProblemException(
                        ProblemCode.REQUEST_MALFORMED, null, "The letter does not belong into this queue.");
            }
            restore(exchange, letter);
            return;
        }
        Destination replyTo = JmsMessageHelper.getJMSReplyTo(message);
        if (ReplyQueues.temporary(replyTo)) {
            answerTo(exchange, new ReplyPlace(replyTo, ReplyQueues.name(replyTo), correlation(message)));
        }
    }

    private void restore(Exchange exchange, Letter letter) {
        exchange.setProperty(LETTER, letter);
        exchange.setProperty(FrontDoor.PROVEN, letter.requester());
        org.apache.camel.Message message = exchange.getMessage();
        message.removeHeaders("*");
        letter.said().forEach(message::setHeader);
        message.setBody(letter.text() == null ? letter.bytes() : letter.text());
        if (letter.replyTo() != null) {
            answerTo(exchange, new ReplyPlace(null, letter.replyTo(), letter.correlation()));
        }
    }

    private Letter letter(Exchange exchange, Message message) throws JMSException {
        Map<String, String> said = new HashMap<>();
        for (String name : MessageHeaders.SAID) {
            String value = exchange.getMessage().getHeader(name, String.class);
            if (value != null) {
                said.put(name, value);
            }
        }
        Destination replyTo = JmsMessageHelper.getJMSReplyTo(message);
        return new Letter(
                from(message),
                null,
                ReplyQueues.temporary(replyTo) ? null : ReplyQueues.name(replyTo),
                correlation(message),
                said,
                message instanceof TextMessage text
                                && text.getText() != null
                                && text.getText().length() <= mostBytes
                        ? text.getText()
                        : null,
                null);
    }

    /**
     * Takes a message of a sender who is known.
     *
     * @throws ProblemException MEDIA_TYPE_UNSUPPORTED, REQUEST_TOO_LARGE, FIELD_INVALID for its correlation id;
     *     NOT_GRANTED for a queue that its answer may not go to, and nothing goes there; INTERNAL for one that was
     *     tried too often
     */
    public void take(Exchange exchange) throws JMSException {
        take(exchange, mostBytes);
    }

    /** The same of a file, which may be longer. */
    public void takeFile(Exchange exchange) throws JMSException {
        take(exchange, fileBytes);
    }

    private void take(Exchange exchange, int most) throws JMSException {
        Message message = message(exchange);
        if (exchange.getProperty(FrontDoor.PROVEN) == null) {
            answerable(exchange, FrontDoor.requester(exchange), message);
        } else if (exchange.removeProperty(ReplyPlace.PROPERTY) instanceof ReplyPlace reply) {
            ReplyQueues.judge(FrontDoor.requester(exchange), reply.queue());
            answerTo(exchange, reply);
        }
        check(message, most);
        if (deliveries(exchange) > maxDeliveries) {
            throw new ProblemException(
                    ProblemCode.INTERNAL, null, "The message could not be answered at any delivery.");
        }
    }

    /** One that was tried too often is answered no more: perhaps it is the answer that fails. */
    private void answerTo(Exchange exchange, ReplyPlace reply) {
        if (deliveries(exchange) <= maxDeliveries) {
            exchange.setProperty(ReplyPlace.PROPERTY, reply);
        }
    }

    private void answerable(Exchange exchange, Requester requester, Message message) {
        Destination replyTo = JmsMessageHelper.getJMSReplyTo(message);
        if (replyTo != null) {
            ReplyQueues.judge(requester, replyTo);
            answerTo(exchange, new ReplyPlace(replyTo, ReplyQueues.name(replyTo), correlation(message)));
        }
        String correlation = JmsMessageHelper.getJMSCorrelationID(message);
        if (correlation != null && !CORRELATION.matcher(correlation).matches()) {
            throw new ProblemException(
                    ProblemCode.FIELD_INVALID, "JMSCorrelationID", "It must be 1 to 200 visible characters of ASCII.");
        }
    }

    /** The same of a message that nobody is answered: its kind and its length alone. */
    public void check(Exchange exchange) throws JMSException {
        check(message(exchange), mostBytes);
    }

    private static void check(Message message, int most) throws JMSException {
        if (message instanceof BytesMessage bytes) {
            if (bytes.getBodyLength() > most) {
                throw new ProblemException(
                        ProblemCode.REQUEST_TOO_LARGE, null, "Send at most " + most / 1024 + " KiB.");
            }
        } else if (!(message instanceof TextMessage)) {
            throw new ProblemException(ProblemCode.MEDIA_TYPE_UNSUPPORTED, null, "Send a message of text or of bytes.");
        }
    }

    /** A right correlation id, else the message's own, else null. */
    private static String correlation(Message message) {
        String correlation = JmsMessageHelper.getJMSCorrelationID(message);
        if (correlation != null && CORRELATION.matcher(correlation).matches()) {
            return correlation;
        }
        try {
            String id = message.getJMSMessageID();
            return id != null && CORRELATION.matcher(id).matches() ? id : null;
        } catch (JMSException e) {
            return null;
        }
    }

    private static String from(Message message) throws JMSException {
        return ReplyQueues.name(message.getJMSDestination());
    }

    /** The message as it came; whatever happened to the exchange since it was opened. */
    private static Message message(Exchange exchange) {
        return exchange.getProperty(MESSAGE, Message.class);
    }

    /** 1 at the first delivery, by the broker's own count. */
    public static int deliveries(Exchange exchange) {
        Message message = message(exchange);
        try {
            return message == null ? 1 : message.getIntProperty("JMSXDeliveryCount");
        } catch (JMSException | NumberFormatException e) {
            return 1;
        }
    }
}
