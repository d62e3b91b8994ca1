package az.dost.vahid.sources.agency.call;

import az.dost.vahid.sources.agency.AgencyCall;
import io.vertx.core.http.HttpClosedException;
import java.io.IOException;
import java.net.SocketException;
import java.nio.channels.ClosedChannelException;
import org.apache.camel.Exchange;

/**
 * Turns whatever went wrong in an agency's route into that agency's row: a failed branch is a verdict, never an
 * exception.
 */
public final class FailedCall {
    /** Several kept connections may have been closed at once. */
    private static final int MOST_REPEATS = 2;

    /**
     * Whether to send the same request again: its connection was closed before any of the answer came. An agency may
     * close a connection that was kept just as it is used again, and a question may be repeated (RFC 9112, section
     * 9.3.1).
     */
    public boolean again(Exchange exchange) {
        Conversation conversation = Conversation.of(exchange);
        return conversation != null
                && !conversation.answering
                && conversation.remainingMs() > 0
                && closed(exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Throwable.class))
                && conversation.repeats++ < MOST_REPEATS;
    }

    /** A refused connection, a failed handshake and an unknown host are subtypes, and no closed connection. */
    private static boolean closed(Throwable thrown) {
        return thrown instanceof HttpClosedException
                || thrown instanceof ClosedChannelException
                || thrown.getClass() == SocketException.class
                || thrown.getClass() == IOException.class;
    }

    /** For {@link AgencyCall#take}, which fails with it. */
    public void remember(Exchange exchange) {
        Conversation.of(exchange).thrown = exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Throwable.class);
    }

    public void fail(Exchange exchange) {
        Conversation conversation = Conversation.of(exchange);
        conversation.answers.fail(exchange, conversation.agency);
    }
}
