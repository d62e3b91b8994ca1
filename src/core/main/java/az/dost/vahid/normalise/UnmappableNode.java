package az.dost.vahid.normalise;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.jsontype.TypeSerializer;
import com.fasterxml.jackson.databind.node.BaseJsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeType;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.ValueNode;
import java.util.List;

/**
 * Stands where a value of the agency could not be converted. A mapping may put it into its output, and nothing else:
 * whatever looks at it (a condition, a comparison, a concatenation, a writer of JSON) fails with what was wrong with
 * the value, so that nothing is decided by a value that is not known. A member that is read of it ({@code $bad.x}) is
 * it again, so it is handed on. {@code az.dost.vahid.fact} takes it out of facts and tells where it stood.
 *
 * <p>Two looks at it cannot be caught, since JSLT then asks the other value alone whether the two are equal. A
 * comparison with a literal on the left, {@code null == $bad} or {@code "A" != $bad}, takes it for another value; so
 * write the literal on the right ({@code connector check} warns of one on the left). {@code contains($bad, list)} does
 * not find it in any list of known values, and {@code contains("A", [$bad])} not what it stands for.
 */
public final class UnmappableNode extends BaseJsonNode {
    private final String rule;
    private final String message;
    private final int line;

    /**
     * @param rule stable code of what is wrong
     * @param message names the function and the form expected, never the value
     */
    UnmappableNode(String rule, String message) {
        this(rule, message, 0);
    }

    private UnmappableNode(String rule, String message, int line) {
        this.rule = rule;
        this.message = message;
        this.line = line;
    }

    /** The same with the mapping's line by which it was made, unless it has one. */
    UnmappableNode at(int where) {
        return line > 0 || where < 1 ? this : new UnmappableNode(rule, message, where);
    }

    /** The mapping's line by which it was made, from 1; 0 when it is not known. */
    public int line() {
        return line;
    }

    /** The function and the form that it expected, never the value. */
    public String message() {
        return message;
    }

    /** Stable code in capitals, such as {@code NOT_A_DATE}. */
    public String rule() {
        return rule;
    }

    /** What is wrong, as an error that costs the whole reply. */
    public MappingException asError() {
        return new MappingException(message, line);
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

    /** A member that is read of it is as little known. */
    @Override
    public JsonNode get(String member) {
        return this;
    }

    @Override
    public JsonNode path(String member) {
        return this;
    }

    @Override
    public JsonNode get(int index) {
        return this;
    }

    @Override
    public JsonNode path(int index) {
        return this;
    }

    @Override
    protected JsonNode _at(JsonPointer pointer) {
        return this;
    }

    @Override
    public JsonNode findValue(String member) {
        throw asError();
    }

    @Override
    public ObjectNode findParent(String member) {
        throw asError();
    }

    @Override
    public List<JsonNode> findValues(String member, List<JsonNode> found) {
        throw asError();
    }

    @Override
    public List<String> findValuesAsText(String member, List<String> found) {
        throw asError();
    }

    @Override
    public List<JsonNode> findParents(String member, List<JsonNode> found) {
        throw asError();
    }

    /** It cannot change, so it is its own copy. */
    @Override
    @SuppressWarnings("unchecked")
    public <T extends JsonNode> T deepCopy() {
        return (T) this;
    }

    @Override
    public void serialize(JsonGenerator json, SerializerProvider provider) {
        throw asError();
    }

    @Override
    public void serializeWithType(JsonGenerator json, SerializerProvider provider, TypeSerializer type) {
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
            UnmappableNode found = child instanceof ValueNode ? null : in(child);
            if (found != null) {
                return found;
            }
        }
        return null;
    }
}
