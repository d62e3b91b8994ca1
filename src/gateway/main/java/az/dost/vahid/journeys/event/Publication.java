package az.dost.vahid.journeys.event;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * An event as its publisher wrote it, checked against the contract.
 *
 * @param content the envelope; personal data
 * @param bytes exactly as they came
 */
record Publication(ObjectNode content, byte[] bytes) {
    String name() {
        return content.path("id").textValue();
    }

    String type() {
        return content.path("type").textValue();
    }

    /** Whose event it is: personal data. */
    String fin() {
        return content.path("data").path("fin").textValue();
    }

    @Override
    public String toString() {
        return "Publication of " + type();
    }
}
