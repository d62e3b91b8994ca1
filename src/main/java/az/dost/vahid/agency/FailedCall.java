package az.dost.vahid.agency;

import org.apache.camel.Exchange;

/** Turns whatever went wrong in an agency's route into that agency's row: a failed branch is a verdict, never an exception. */
public final class FailedCall {
    public void fail(Exchange exchange) {
        Conversation conversation = Conversation.of(exchange);
        conversation.answers.fail(exchange, conversation.agency);
    }
}
