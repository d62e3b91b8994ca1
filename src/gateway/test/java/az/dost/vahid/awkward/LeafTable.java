package az.dost.vahid.awkward;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * {@code leaves.yaml} of a connector: where its answers are described, and what becomes of each leaf of them.
 *
 * @param answers {@code file#name of an element or a type}, or {@code file#/pointer}
 * @param within member in which the mapping sees the answer, null when it sees the answer itself
 * @param columns of a row that only prose describes: the pattern of each one's values, null for free text
 */
record LeafTable(List<String> answers, String within, Map<String, String> columns, Map<String, Fate> leaves) {
    private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());

    /**
     * What becomes of a leaf.
     *
     * @param to fields of facts, as {@code fact.field}; or {@code subject}, {@code asOf}, {@code requestId},
     *     {@code deleted}; or {@code decides}: what the rest means, or that the answer is refused
     * @param because why it is not needed; null for a leaf that is
     * @param unless where it is not needed, which the generated answers leave out; null for a leaf that is needed
     *     everywhere
     * @param sometimes why another value may mean the same; null where it never does
     */
    record Fate(List<String> to, String because, String unless, String sometimes) {
        /** Whether it must show in what becomes of an answer. */
        boolean counts() {
            return because == null && sometimes == null;
        }

        /** The names of the facts that it is a part of. */
        List<String> facts() {
            return to.stream().map(field -> field.replaceFirst("\\..*", "")).toList();
        }
    }

    static LeafTable read(Path folder) {
        try {
            JsonNode table = YAML.readTree(folder.resolve("leaves.yaml").toFile());
            Map<String, String> columns = new LinkedHashMap<>();
            table.path("columns")
                    .properties()
                    .forEach(column ->
                            columns.put(column.getKey(), column.getValue().textValue()));
            Map<String, Fate> leaves = new LinkedHashMap<>();
            table.path("leaves").properties().forEach(leaf -> leaves.put(leaf.getKey(), fate(leaf.getValue())));
            return new LeafTable(
                    texts(table.path("answer")), table.path("within").textValue(), columns, leaves);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Fate fate(JsonNode fate) {
        return fate.isObject()
                ? new Fate(
                        texts(fate.path("to")),
                        fate.path("because").textValue(),
                        fate.path("unless").textValue(),
                        fate.path("sometimes").textValue())
                : new Fate(texts(fate), null, null, null);
    }

    private static List<String> texts(JsonNode oneOrMore) {
        List<String> texts = new ArrayList<>();
        if (oneOrMore.isArray()) {
            oneOrMore.forEach(one -> texts.add(one.asText()));
        } else if (!oneOrMore.isMissingNode()) {
            texts.add(oneOrMore.asText());
        }
        return texts;
    }
}
