package az.dost.vahid.normalise;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import com.schibsted.spt.data.jslt.Function;
import com.schibsted.spt.data.jslt.JsltException;
import com.schibsted.spt.data.jslt.impl.NodeUtils;
import com.schibsted.spt.data.jslt.impl.RegexpFunction;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * JSLT's functions with regular expressions, as its documentation has them, over a text that counts how often it is
 * looked at: a pattern that tries again and again runs out of {@link Steps}.
 */
final class Regexes {
    private static final int MOST_KEPT = 1_000;
    private static final int LONGEST = 2_000;
    private static final int MOST_REPETITIONS = 10_000;
    private static final Pattern GROUP = Pattern.compile("\\(\\?<([a-zA-Z][a-zA-Z0-9]*)>");
    private static final Pattern REPETITION = Pattern.compile("\\{(\\d++)(?:,(\\d*+))?\\}");
    private static final Map<String, Compiled> KEPT = new ConcurrentHashMap<>();
    static final List<Function> ALL = List.of(
            new Named("test", 2, Regexes::test),
            new Named("capture", 2, Regexes::capture),
            new Named("split", 2, Regexes::split),
            new Named("replace", 3, Regexes::replace));

    private record Compiled(Pattern pattern, List<String> groups) {}

    private record Named(String name, int arity, java.util.function.Function<JsonNode[], JsonNode> body)
            implements Function, RegexpFunction {
        @Override
        public String getName() {
            return name;
        }

        @Override
        public int getMinArguments() {
            return arity;
        }

        @Override
        public int getMaxArguments() {
            return arity;
        }

        @Override
        public int regexpArgumentNumber() {
            return 1;
        }

        @Override
        public JsonNode call(JsonNode input, JsonNode[] arguments) {
            return body.apply(arguments);
        }
    }

    private static JsonNode test(JsonNode[] arguments) {
        if (arguments[0].isNull()) {
            return BooleanNode.FALSE;
        }
        WatchedText text = new WatchedText(NodeUtils.toString(arguments[0], false));
        boolean found = compiled(arguments[1], "test").pattern.matcher(text).find();
        text.pay();
        return BooleanNode.valueOf(found);
    }

    private static JsonNode capture(JsonNode[] arguments) {
        if (arguments[0].isNull()) {
            return arguments[0];
        }
        WatchedText text = new WatchedText(NodeUtils.toString(arguments[0], false));
        Compiled regex = compiled(arguments[1], "capture");
        ObjectNode captured = JsonNodeFactory.instance.objectNode();
        Matcher matcher = regex.pattern.matcher(text);
        if (matcher.find()) {
            regex.groups.forEach(group -> captured.put(group, matcher.group(group)));
        }
        text.pay();
        return captured;
    }

    private static JsonNode split(JsonNode[] arguments) {
        if (arguments[0].isNull()) {
            return arguments[0];
        }
        WatchedText text = new WatchedText(NodeUtils.toString(arguments[0], false));
        String[] parts = compiled(arguments[1], "split").pattern.split(text);
        text.pay();
        return NodeUtils.toJson(parts);
    }

    private static JsonNode replace(JsonNode[] arguments) {
        String whole = NodeUtils.toString(arguments[0], true);
        if (whole == null) {
            return arguments[0];
        }
        WatchedText text = new WatchedText(whole);
        String other = NodeUtils.toString(arguments[2], false);
        Matcher matcher = compiled(arguments[1], "replace").pattern.matcher(text);
        StringBuilder replaced = new StringBuilder();
        int from = 0;
        while (matcher.find()) {
            if (matcher.start() == matcher.end()) {
                throw new JsltException("replace() cannot replace what is empty");
            }
            Steps.here().take(1 + other.length() / 32);
            replaced.append(whole, from, matcher.start()).append(other);
            from = matcher.end();
        }
        text.pay();
        return from == 0 && arguments[0].isTextual()
                ? arguments[0]
                : TextNode.valueOf(replaced.append(whole, from, whole.length()).toString());
    }

    private static Compiled compiled(JsonNode pattern, String function) {
        String text = NodeUtils.toString(pattern, true);
        if (text == null || text.length() > LONGEST) {
            throw new JsltException(function + "() needs a regular expression of at most " + LONGEST + " characters");
        }
        Compiled kept = KEPT.get(text);
        if (kept == null) {
            kept = compile(text);
            if (KEPT.size() < MOST_KEPT) {
                KEPT.put(text, kept);
            }
        }
        return kept;
    }

    private static Compiled compile(String text) {
        // What repeats nothing looks at no character, and would not be counted.
        double repetitions = REPETITION
                .matcher(text)
                .results()
                .map(found -> found.group(2) == null || found.group(2).isEmpty() ? found.group(1) : found.group(2))
                .mapToDouble(Double::parseDouble)
                .map(most -> Math.max(1, most))
                .reduce(1, (one, two) -> one * two);
        if (repetitions > MOST_REPETITIONS) {
            throw new JsltException("a regular expression repeats more than " + MOST_REPETITIONS + " times");
        }
        List<String> groups = new ArrayList<>();
        GROUP.matcher(text).results().forEach(found -> groups.add(found.group(1)));
        return new Compiled(Pattern.compile(text), groups);
    }

    private Regexes() {}
}
