package az.dost.vahid.pages.gateway;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * What the gateway answered.
 *
 * @param body JSON; a missing node where the answer has none
 * @param signature the header {@code Vahid-Signature}, blank without one
 * @param next parameter {@code page} of a list's next part, from its link (RFC 8288); blank at the end of it
 */
public record Answer(int status, JsonNode body, String signature, String next) {}
