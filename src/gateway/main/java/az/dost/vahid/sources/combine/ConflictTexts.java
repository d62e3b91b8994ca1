package az.dost.vahid.sources.combine;

import az.dost.vahid.wordbook.Word;
import az.dost.vahid.wordbook.Wordbook;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/** What people read of a conflict, {@code contracts/words/rules.yaml}: why one register is believed, and what to do. */
final class ConflictTexts {
    private static final String KIND = "rules";
    private final Map<String, ObjectNode> reasons = new HashMap<>();
    private final Map<String, ObjectNode> steps = new HashMap<>();
    private final Word alike;

    /** @throws IllegalStateException when a rule has no words */
    ConflictTexts(Wordbook words, Collection<String> rules) {
        rules.forEach(rule -> {
            reasons.put(rule, json(word(words, "conflict." + rule)));
            steps.put(rule, json(word(words, "conflict." + rule + ".whatToDo")));
        });
        alike = word(words, "conflict." + Lookalikes.KEY);
    }

    private static Word word(Wordbook words, String key) {
        Word word = words.of(KIND).get(key);
        if (word == null) {
            throw new IllegalStateException("contracts/words/" + KIND + ".yaml has no " + key);
        }
        return word;
    }

    private static ObjectNode json(Word word) {
        return JsonNodeFactory.instance.objectNode().put("az", word.az()).put("en", word.en());
    }

    /** Adds to a conflict what its rule says. */
    void tell(ObjectNode conflict, String rule) {
        conflict.set("reason", reasons.get(rule));
        conflict.set("whatToDo", steps.get(rule));
        String letters = Lookalikes.foreign(conflict.path("values").findValues("value"));
        if (letters != null) {
            conflict.putObject("alike")
                    .put("az", alike.az().replace("{letters}", letters))
                    .put("en", alike.en().replace("{letters}", letters));
        }
    }
}
