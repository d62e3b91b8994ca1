package az.dost.vahid.normalise;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.node.JsonNodeType;
import com.fasterxml.jackson.databind.node.ValueNode;

/**
 * Stands where a value of the agency could not be converted. A mapping may put it into its output, and nothing else: whatever
 * looks at it (a condition, a comparison, a concatenation, a writer of JSON) fails with what was wrong with the value, so that
 * nothing is decided by a value that is not known. {@code az.dost.vahid.fact} takes it out of facts and tells where it stood.
 */
public final class UnmappableNode extends ValueNode {
    private final String rule;
    private final String message;

    /**
     * @param rule    stable code of what is wrong
     * @param message names the function and the form expected, never the value
     */
    UnmappableNode(String rule, String message) {
        this.rule = rule;
        this.message = message;
    }

    /** Stable code in capitals, such as {@code NOT_A_DATE}. */
    public String rule() {
        return rule;
    }

    /** What is wrong, as an error that costs the whole reply. */
    public MappingException asError() {
        return new MappingException(message);
    }

    /** @throws MappingException always: JSLT and Jackson ask it before they look at any value */
    @Override
    public JsonNodeType getNodeType() {
        throw asError();
    }

    @Override
    public boolean isArray() {
        throw asError();
    }

    @Override
    public boolean isObject() {
        throw asError();
    }

    @Override
    public JsonToken asToken() {
        throw asError();
    }

    @Override
    public String asText() {
        throw asError();
    }

    @Override
    public boolean asBoolean(boolean otherwise) {
        throw asError();
    }

    @Override
    public int asInt(int otherwise) {
        throw asError();
    }

    @Override
    public long asLong(long otherwise) {
        throw asError();
    }

    @Override
    public double asDouble(double otherwise) {
        throw asError();
    }

    @Override
    public void serialize(JsonGenerator json, SerializerProvider provider) {
        throw asError();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof UnmappableNode node && node.rule.equals(rule);
    }

    @Override
    public int hashCode() {
        return rule.hashCode();
    }

    /** For a debugger; no JSON. */
    @Override
    public String toString() {
        return "unmappable: " + rule;
    }

    /** The first one in a tree, null when there is none. */
    static UnmappableNode in(JsonNode tree) {
        if (tree instanceof UnmappableNode found) {
            return found;
        }
        for (JsonNode child : tree) {
            UnmappableNode found = child instanceof ValueNode && !(child instanceof UnmappableNode) ? null : in(child);
            if (found != null) {
                return found;
            }
        }
        return null;
    }
}
