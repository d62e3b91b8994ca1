package az.dost.vahid.kit.consumer;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * A part of a contract.
 *
 * @param file at which its references begin
 */
record Part(String file, JsonNode node) {
    Part child(String name) {
        return new Part(file, node.path(name));
    }

    Part child(int index) {
        return new Part(file, node.path(index));
    }

    boolean there() {
        return !node.isMissingNode();
    }
}
