package az.dost.vahid.normalise;

import com.fasterxml.jackson.databind.JsonNode;
import com.schibsted.spt.data.jslt.Expression;
import com.schibsted.spt.data.jslt.JsltException;
import com.schibsted.spt.data.jslt.Parser;
import java.io.Reader;
import java.io.StringReader;

/**
 * A compiled JSLT mapping from an agency's reply, read as a JSON tree, to canonical facts. Safe for use by many threads.
 */
public final class Mapping {
    private final Expression expression;

    private Mapping(Expression expression) {
        this.expression = expression;
    }

    /**
     * Compiles a mapping with the function library of {@link Functions}.
     *
     * @throws JsltException with the line of the first mistake
     */
    public static Mapping compile(Reader source, String file) {
        try {
            return new Mapping(new Parser(source).withSource(file).withFunctions(Functions.ALL).compile());
        } catch (ArithmeticException | IllegalArgumentException | ClassCastException e) {
            // What is constant is computed now, with whatever that throws.
            throw new JsltException("a constant part cannot be computed: " + e.getMessage());
        }
    }

    /** Compiles a single expression, such as the condition of a paging rule. */
    public static Mapping compile(String expression) {
        return compile(new StringReader(expression), "expression");
    }

    /** @throws MappingException when a value cannot be converted; its text holds no data of the reply */
    public JsonNode apply(JsonNode reply) {
        try {
            return expression.apply(reply);
        } catch (MappingException e) {
            throw e;
        } catch (JsltException e) {
            // JSLT puts the offending value, a citizen's data, into its message.
            throw new MappingException("The reply does not fit the mapping" + (e.getLine() < 1 ? "" : " at line " + e.getLine()));
        } catch (ArithmeticException | IllegalArgumentException | ClassCastException | IndexOutOfBoundsException e) {
            // What JSLT does not catch itself.
            throw new MappingException("The reply does not fit the mapping");
        } catch (StackOverflowError e) {
            throw new MappingException("The mapping calls itself without end, or too often for a list this long");
        }
    }
}
