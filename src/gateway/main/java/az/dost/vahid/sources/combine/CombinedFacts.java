package az.dost.vahid.sources.combine;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * Facts with their provenance, what the registers disagree about, in the dossier's form, and whether the person lives.
 */
public record CombinedFacts(ObjectNode facts, ArrayNode conflicts, Subject subject) {}
