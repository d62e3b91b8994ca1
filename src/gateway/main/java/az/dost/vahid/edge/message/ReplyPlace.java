package az.dost.vahid.edge.message;

import jakarta.jms.Destination;

/**
 * Where an answer goes.
 *
 * @param destination that the message named; null for a letter, which only has a name
 * @param queue its name
 * @param correlation null when the message has no id
 */
record ReplyPlace(Destination destination, String queue, String correlation) {
    /** Exchange property with it; absent for a message that nobody may be answered. */
    static final String PROPERTY = "vahid.message.reply";

    boolean temporary() {
        return destination != null && ReplyQueues.temporary(destination);
    }
}
