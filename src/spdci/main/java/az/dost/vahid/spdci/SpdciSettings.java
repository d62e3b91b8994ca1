package az.dost.vahid.spdci;

import java.time.Duration;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings {@code vahid.spdci.*}.
 *
 * @param receiver what this gateway is called by those that speak with it: {@code receiver_id} of what comes, and
 *     {@code sender_id} of what it answers
 * @param mostSearches that one message may have
 * @param oldest a message that says it is older is refused, as is one that is of the future
 * @param deadlineMs of all lookups of a message that is answered at once, and of each one of a message that is answered
 *     later; milliseconds
 * @param signatureValid how long what it signs says that it is valid
 * @param followedFor how long registers are asked again that did not answer an acknowledged search
 * @param subscribedFor how long a sender is told of a person's events
 * @param mostWaiting acknowledged messages of one requester that may wait; the next one is refused with OVERLOADED
 * @param senders by {@code sender_id}; nobody else is heard
 */
@ConfigurationProperties("vahid.spdci")
record SpdciSettings(
        String receiver,
        int mostSearches,
        Duration oldest,
        int deadlineMs,
        Duration signatureValid,
        Duration followedFor,
        Duration subscribedFor,
        int mostWaiting,
        @DefaultValue Map<String, Sender> senders) {

    /**
     * A system that speaks the standard.
     *
     * @param requester whose system it is: its messages come with a token of this requester
     * @param certificates file with the certificates of its signing keys, PEM, one after another; blank where it signs
     *     nothing
     * @param unsigned whether it signs nothing. It must be said: a forgotten file opens nothing
     * @param callback address below which it is told of what was acknowledged, with a slash at the end; blank where it
     *     is told nothing, and asks
     */
    record Sender(
            String requester,
            @DefaultValue("") String certificates,
            @DefaultValue("false") boolean unsigned,
            @DefaultValue("") String callback) {}
}
