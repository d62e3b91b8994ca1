package az.dost.vahid.spdci;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * A message of a sender who is known, of now and, where he signs, signed by him.
 *
 * @param header as it was sent
 * @param message as it was sent; personal data
 */
record Envelope(String sender, String id, JsonNode header, JsonNode message) {
    @Override
    public String toString() {
        return "Message of " + sender;
    }
}
