package az.dost.vahid.pages.portal;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;

/**
 * A contract with all that is in it.
 *
 * @param bytes as the gateway has it
 * @param tree a missing node where it is neither JSON nor YAML
 */
record ContractDocument(ShelvedContract about, byte[] bytes, JsonNode tree) {
    String text() {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
