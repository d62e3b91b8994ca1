package az.dost.vahid.check;

import az.dost.vahid.json.Json;
import az.dost.vahid.normalise.Mapping;
import az.dost.vahid.normalise.MappingException;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Collections;
import java.util.Set;
import java.util.WeakHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.function.UnaryOperator;

/**
 * Runs a mapping that nobody has tried yet: for a bounded time, with a bounded result, and whatever it throws is an
 * error of its own.
 */
public final class BoundedMapping {
    private static final long SECONDS = 5;
    private static final int MAX_CHARACTERS = 1 << 20;
    private static final ObjectMapper JSON = Json.mapper();
    /** Those that were once found not to end. */
    private static final Set<Mapping> ENDLESS =
            Collections.synchronizedSet(Collections.newSetFromMap(new WeakHashMap<>()));

    private final Mapping mapping;
    private final boolean rows;

    /** Of replies. */
    public BoundedMapping(Mapping mapping) {
        this(mapping, false);
    }

    /**
     * @param rows whether it reads rows of a file, of which one that cannot be converted as a whole refuses the file
     */
    public BoundedMapping(Mapping mapping, boolean rows) {
        this.mapping = mapping;
        this.rows = rows;
    }

    /**
     * The output as it is once written and read again: with the facts that the gateway would believe, and a list
     * {@code unmappable} of what it would not.
     *
     * @throws MappingException also when the mapping loops, makes too much or stumbles
     */
    public JsonNode apply(JsonNode input) {
        return bounded(input, BelievedFacts::of);
    }

    /** The same with facts that nobody has checked; what cannot be converted is nothing. */
    JsonNode unchecked(JsonNode input) {
        return bounded(input, BelievedFacts::unchecked);
    }

    /**
     * Where in the output something could not be converted: by its pointer, the mapping's line and what was expected.
     */
    JsonNode lost(JsonNode input) {
        return bounded(input, BelievedFacts::lost);
    }

    private JsonNode bounded(JsonNode input, UnaryOperator<JsonNode> facts) {
        if (ENDLESS.contains(mapping)) {
            throw endless();
        }
        try {
            return BoundedRun.of(
                    "mapping",
                    SECONDS,
                    () -> written(
                            facts.apply(rows ? mapping.applyWhole(input) : mapping.apply(input, Mapping.Bounds.LONG))));
        } catch (TimeoutException e) {
            // Never more than one thread goes on with it, for it is not run again.
            ENDLESS.add(mapping);
            throw endless();
        } catch (ExecutionException e) {
            throw translated(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new MappingException("the mapping was interrupted");
        }
    }

    private static MappingException endless() {
        return new MappingException("the mapping does not end within " + SECONDS + " seconds");
    }

    private static JsonNode written(JsonNode output) throws JsonProcessingException {
        String text = JSON.writeValueAsString(output);
        if (text.length() > MAX_CHARACTERS) {
            throw new MappingException("the mapping's output is longer than " + MAX_CHARACTERS + " characters");
        }
        return JSON.readTree(text);
    }

    private static MappingException translated(Throwable thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof MappingException mapping) {
                return mapping;
            }
        }
        return new MappingException(
                thrown instanceof StackOverflowError
                        ? "the mapping calls itself without end"
                        : thrown instanceof OutOfMemoryError
                                ? "the mapping's output does not fit into memory"
                                : "the mapping stumbles: " + thrown.getClass().getSimpleName());
    }
}
