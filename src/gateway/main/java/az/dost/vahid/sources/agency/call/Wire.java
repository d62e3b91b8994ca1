package az.dost.vahid.sources.agency.call;

import org.apache.camel.Message;

/** How one protocol's messages carry a question to the agency, and its reply back. */
public interface Wire {
    /** Makes the message that goes out; nothing of the one before stays in it. */
    void ask(Message message, Conversation conversation);

    /**
     * @return the reply; null when the agency has promised it only
     * @throws AgencyException when the message is the agency's error, or longer than it may be
     */
    Reply take(Message message, Conversation conversation);

    /** @param detached a signature that came beside the body, null when none did */
    record Reply(byte[] body, String mediaType, String detached) {}
}
