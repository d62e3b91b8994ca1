package az.dost.vahid.normalise;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.schibsted.spt.data.jslt.Expression;
import com.schibsted.spt.data.jslt.Function;
import com.schibsted.spt.data.jslt.JsltException;
import com.schibsted.spt.data.jslt.Parser;
import com.schibsted.spt.data.jslt.filters.DefaultJsonFilter;
import com.schibsted.spt.data.jslt.filters.JsonFilter;
import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.stream.Stream;

/**
 * A compiled JSLT mapping from an agency's reply, read as a JSON tree, to canonical facts. Safe for use by many
 * threads. What a run may cost is bounded (decision 109).
 */
public final class Mapping {
    /** How many {@link Steps} a run may take, those of its output included. */
    public enum Bounds {
        /** A few milliseconds: other agencies wait for the same event loop. Also that of a file's row. */
        SHORT(50_000),
        /** About fifty milliseconds, in a thread that nobody else waits for. */
        LONG(1_000_000);

        private final long steps;

        Bounds(long steps) {
            this.steps = steps;
        }
    }

    /** Before the text that a mapping gives to error(). */
    private static final String ERROR = "error: ";
    /** Characters of a mapping's text. */
    private static final int LONGEST = 1 << 19;

    private static final JsonFilter VALUES = new DefaultJsonFilter();
    private final Expression expression;
    private final String source;
    /** The same, but nothing is refused by error(); made when it is first needed. */
    private volatile Expression lenient;

    private Mapping(Expression expression, String source) {
        this.expression = expression;
        this.source = source;
    }

    /**
     * Compiles a mapping with the function library of {@link Functions}.
     *
     * @throws JsltException with the line of the first mistake
     */
    public static Mapping compile(Reader source, String file) {
        try {
            StringWriter text = new StringWriter();
            source.transferTo(text);
            return new Mapping(expression(text.toString(), file, Functions.ALL), text.toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (MappingException | ArithmeticException | IllegalArgumentException | ClassCastException e) {
            // What is constant is computed now, with whatever that throws.
            throw new JsltException("a constant part cannot be computed: " + e.getMessage());
        } catch (StackOverflowError e) {
            throw new JsltException("the mapping nests too deeply");
        }
    }

    private static Expression expression(String source, String file, Collection<Function> functions) {
        if (source.length() > LONGEST) {
            throw new JsltException("the mapping is longer than " + LONGEST + " characters");
        }
        Steps steps = Steps.begin(Bounds.LONG.steps);
        try {
            return Meter.into(new Parser(new StringReader(source))
                    .withSource(file)
                    // The library would look on the classpath, and the version of a connector has one mapping in it.
                    .withResourceResolver(name -> {
                        throw new JsltException("a mapping is one file, and imports nothing");
                    })
                    .withFunctions(Stream.concat(functions.stream(), Regexes.ALL.stream())
                            .toList())
                    .withObjectFilter(value -> value instanceof UnmappableNode || VALUES.filter(value))
                    .compile());
        } finally {
            steps.end();
        }
    }

    /** Compiles a single expression, such as the condition of a paging rule. */
    public static Mapping compile(String expression) {
        return compile(new StringReader(expression), "expression");
    }

    /**
     * The same, but a value that cannot be converted is an error wherever it stands.
     *
     * @throws MappingException as {@link #apply}, and naming the function of the first such value
     */
    public JsonNode applyWhole(JsonNode reply) {
        JsonNode mapped = apply(reply);
        UnmappableNode found = UnmappableNode.in(mapped);
        if (found != null) {
            throw found.asError();
        }
        return mapped;
    }

    /**
     * The output may hold an {@link UnmappableNode} where a value cannot be converted.
     *
     * @throws MappingException when the reply as a whole cannot be used, or the mapping decides by such a value; its
     *     text holds no data of the reply
     * @throws CostlyMappingException when it takes more than {@link Bounds#SHORT}
     */
    public JsonNode apply(JsonNode reply) {
        return apply(reply, Bounds.SHORT);
    }

    /** The same within other bounds. */
    public JsonNode apply(JsonNode reply, Bounds bounds) {
        Steps steps = Steps.begin(bounds.steps);
        try {
            JsonNode mapped = expression.apply(reply);
            steps.output(mapped);
            return mapped;
        } catch (MappingException e) {
            throw e;
        } catch (JsltException e) {
            // JSLT puts the offending value, a citizen's data, into its message.
            throw new MappingException(
                    "The reply does not fit the mapping"
                            + (e.getMessage().startsWith(ERROR)
                                    ? ": it is refused by error()"
                                    : e.getLine() < 1 ? "" : " at line " + e.getLine()),
                    e.getLine() > 0 ? e.getLine() : steps.failed());
        } catch (ArithmeticException | IllegalArgumentException | ClassCastException | IndexOutOfBoundsException e) {
            // What JSLT does not catch itself.
            throw new MappingException("The reply does not fit the mapping");
        } catch (RuntimeException e) {
            if (e.getCause() instanceof JsonProcessingException) {
                // A text was to be made of what cannot be written.
                throw new MappingException("The reply does not fit the mapping");
            }
            throw e;
        } catch (StackOverflowError e) {
            throw new MappingException("The mapping calls itself without end, or too often for a list this long");
        } finally {
            steps.end();
        }
    }

    /**
     * Whom a reply says that it is about, null when that cannot be told; also of one that the mapping refuses, such as
     * a page without the others.
     */
    public String subject(JsonNode reply) {
        try {
            if (lenient == null) {
                lenient = expression(source, "subject", Functions.LENIENT);
            }
            Steps.begin(Bounds.SHORT.steps);
            return lenient.apply(reply).path("subject").textValue();
        } catch (RuntimeException | StackOverflowError e) {
            // The reply was refused already: here its being strange says nothing new.
            return null;
        } finally {
            Steps.here().end();
        }
    }
}
