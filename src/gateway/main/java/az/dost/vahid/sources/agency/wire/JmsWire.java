package az.dost.vahid.sources.agency.wire;

import az.dost.vahid.answer.Reason;
import az.dost.vahid.answer.Verdict;
import az.dost.vahid.connector.Connector;
import az.dost.vahid.sources.agency.call.AgencyException;
import az.dost.vahid.sources.agency.call.Conversation;
import az.dost.vahid.sources.agency.call.Requests;
import az.dost.vahid.sources.agency.call.Wire;
import org.apache.camel.Message;
import org.apache.camel.component.jms.JmsConstants;

/** A message to the agency's queue and one back, tied by {@code JMSCorrelationID}, which is the request's id. */
public final class JmsWire implements Wire {
    private final Connector connector;
    private final Requests requests;

    public JmsWire(Connector connector, Requests requests) {
        this.connector = connector;
        this.requests = requests;
    }

    @Override
    public void ask(Message message, Conversation conversation) {
        message.removeHeaders("*");
        message.setHeader("JMSCorrelationID", conversation.requestId);
        // Also how long the broker keeps a question that nobody takes.
        message.setHeader(JmsConstants.JMS_REQUEST_TIMEOUT, Math.max(1, conversation.remainingMs()));
        message.setBody(requests.next(conversation));
    }

    @Override
    public Reply take(Message message, Conversation conversation) {
        if (message.getBody() instanceof byte[] body) {
            return new Reply(
                    body,
                    connector.call().accept(),
                    message.getHeader(connector.proof().header(), String.class));
        }
        throw new AgencyException(
                Verdict.REJECTED, message.getBody() instanceof Reason reason ? reason : Reason.MALFORMED);
    }
}
