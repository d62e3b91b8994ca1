package az.dost.vahid.fact;

import az.dost.vahid.answer.Unmappable;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/**
 * Facts of which each field fits its definition.
 *
 * @param facts by name; the very object that was checked when all of it is believed, a copy otherwise
 * @param unmappable what is not in them any more, in the order in which it was found
 */
public record CheckedFacts(ObjectNode facts, List<Unmappable> unmappable) {}
