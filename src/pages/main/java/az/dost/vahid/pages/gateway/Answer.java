package az.dost.vahid.pages.gateway;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * What the gateway answered.
 *
 * @param body JSON; a missing node where the answer has none
 * @param signature the header {@code Vahid-Signature}, blank without one
 */
public record Answer(int status, JsonNode body, String signature) {}
