package az.dost.vahid.normalise;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ContainerNode;
import com.fasterxml.jackson.databind.node.TextNode;

/**
 * What the run of a mapping in this thread may still cost. A step is about what it takes to evaluate one expression;
 * long texts and lists count by their length. Counted where a run can grow (decision 109): elsewhere it is as long as
 * the mapping.
 */
final class Steps {
    /** Shorter texts cost no more than the expression that makes them. */
    private static final int SHORT = 256;

    private static final int CHARACTERS = 32;
    private static final int MOST_DEPTH = 300;
    private static final ThreadLocal<Steps> HERE = ThreadLocal.withInitial(Steps::new);
    private long left = Long.MAX_VALUE;
    private int depth;
    private int failed;

    /** Begins a run in this thread. */
    static Steps begin(long most) {
        Steps steps = HERE.get();
        steps.left = most;
        steps.depth = 0;
        steps.failed = 0;
        return steps;
    }

    /** The run is over. */
    void end() {
        left = Long.MAX_VALUE;
    }

    static Steps here() {
        return HERE.get();
    }

    /** A function at this line of the mapping stumbles; those around it only pass that on. */
    void failed(int line) {
        failed = failed == 0 ? line : failed;
    }

    /** Where a function has stumbled, from 1; 0 when none has. */
    int failed() {
        return failed;
    }

    long left() {
        return left;
    }

    /** @throws CostlyMappingException when there are no more */
    void take(long cost) {
        left -= cost;
        if (left < 0) {
            throw new CostlyMappingException("the mapping does not end within its bounds");
        }
    }

    /** A function of the mapping is called; it must {@link #leave} in any case. */
    void enter(int cost) {
        take(cost);
        if (++depth > MOST_DEPTH) {
            throw new CostlyMappingException("the mapping calls itself without end, or too often for a list this long");
        }
    }

    void leave() {
        depth--;
    }

    /** Takes what a value costs that is made or looked through. */
    static void weigh(JsonNode value) {
        long weight = weight(value);
        if (weight > 0) {
            here().take(weight);
        }
    }

    private static long weight(JsonNode value) {
        if (value instanceof TextNode text) {
            return text.textValue().length() < SHORT ? 0 : text.textValue().length() / CHARACTERS;
        }
        return value instanceof ContainerNode<?> list ? list.size() : 0;
    }

    /** The same of all that is in a value. */
    static void weighDeeply(JsonNode value) {
        if (value instanceof ContainerNode<?> list && !list.isEmpty()) {
            here().take(list.size());
            for (JsonNode child : list) {
                weighDeeply(child);
            }
        } else {
            weigh(value);
        }
    }

    /** Values in a tree; what is there several times counts each time, for a writer writes it each time. */
    void output(JsonNode tree) {
        if (tree instanceof ContainerNode<?> list) {
            take(1 + list.size());
            for (JsonNode child : list) {
                output(child);
            }
        }
    }
}
