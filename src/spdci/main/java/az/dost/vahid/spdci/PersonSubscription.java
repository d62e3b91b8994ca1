package az.dost.vahid.spdci;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.UUID;

/**
 * That a sender is told of one person's events of one type.
 *
 * @param id its code
 * @param event type of the life event
 * @param person keyed hash of whose
 * @param content the person's number, and how its sender speaks; personal data
 */
record PersonSubscription(UUID id, String requester, String event, String person, ObjectNode content) {
    static final String FIN = "fin";
    static final String SENDER = "sender";
    static final String REGISTRY = "registry";
    static final String IDENTIFIER = "identifier";
    static final String EVENT = "event";
    static final String RECORD = "record";
    static final String PURPOSE = "purpose";
    /** The request that began it, so that one whose turn was interrupted finds its own. */
    static final String BY = "by";

    @Override
    public String toString() {
        return "Subscription " + id;
    }
}
