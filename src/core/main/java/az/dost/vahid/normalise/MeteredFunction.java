package az.dost.vahid.normalise;

import com.fasterxml.jackson.databind.JsonNode;
import com.schibsted.spt.data.jslt.Function;
import com.schibsted.spt.data.jslt.JsltException;
import java.util.Set;

/**
 * A function of the library's or of ours: what it looks through and what it makes count by their length. What it finds
 * wrong has the mapping's line.
 *
 * @param line at which it is called, from 1; 0 when it is not known
 */
record MeteredFunction(Function function, int line) implements Function {
    /** Those that look at all that is in a list or an object. */
    private static final Set<String> DEEP = Set.of(
            "to-json", "string", "contains", "index-of", "sha256-hex", "hash-int", "group-by", "join", "flatten");

    @Override
    public String getName() {
        return function.getName();
    }

    @Override
    public int getMinArguments() {
        return function.getMinArguments();
    }

    @Override
    public int getMaxArguments() {
        return function.getMaxArguments();
    }

    @Override
    public JsonNode call(JsonNode input, JsonNode[] arguments) {
        boolean deep = DEEP.contains(function.getName());
        for (JsonNode argument : arguments) {
            if (deep) {
                Steps.weighDeeply(argument);
            } else {
                Steps.weigh(argument);
            }
        }
        try {
            JsonNode made = function.call(input, arguments);
            Steps.weigh(made);
            return made instanceof UnmappableNode unmappable ? unmappable.at(line) : made;
        } catch (MappingException e) {
            throw e.at(line);
        } catch (JsltException e) {
            Steps.here().failed(line);
            throw e;
        }
    }
}
