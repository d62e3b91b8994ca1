package az.dost.vahid.proof.record;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/**
 * An agency told of a citizen in answer to a question about another one, as the audit chain has it.
 *
 * @param entry of the audit chain; it does not tell whom the question was about
 * @param receipt null while no signed root covers the entry
 * @param shown entries of the handings-out of what the agency had sent; empty when nobody was shown it
 */
public record MixUp(JsonNode entry, JsonNode receipt, List<JsonNode> shown) {}
