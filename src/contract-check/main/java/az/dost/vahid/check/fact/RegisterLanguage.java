package az.dost.vahid.check.fact;

import com.fasterxml.jackson.databind.JsonNode;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;

/**
 * Words of registers in one language: {@code kit/words/<code>.yaml}. A word with {@code ~} behind it means other
 * things, too: it proposes, and proves nothing. {@code letters} are the ways in which the language is written in plain
 * Latin letters, {@code same} the words that are short or long forms of one, {@code others} those for whoever stands
 * beside the citizen: an official who asks, a spouse; {@code login} those by which the asking system shows itself.
 */
final class RegisterLanguage {
    private final JsonNode file;

    RegisterLanguage(JsonNode file) {
        this.file = file;
    }

    String name() {
        return file.path("language").asText();
    }

    /** By each word, in the form of {@link Name}, the one that stands for all. */
    Map<String, String> same() {
        Map<String, String> same = new LinkedHashMap<>();
        file.path("same")
                .properties()
                .forEach(entry -> entry.getValue()
                        .forEach(word -> spellings(word.asText())
                                .forEach(one -> same.put(Name.of(one, Map.of()).joined(), entry.getKey()))));
        return same;
    }

    /**
     * Each word with its key: {@code subject}, {@code fact identity}, {@code field surname}, {@code field death.date},
     * {@code reads}, {@code others}...
     */
    void words(BiConsumer<String, String> taker) {
        for (String list : List.of("subject", "asOf", "requestId", "reads", "changes", "others", "login")) {
            file.path(list).forEach(word -> taker.accept(list, word.asText()));
        }
        file.path("facts")
                .properties()
                .forEach(fact -> fact.getValue().forEach(word -> taker.accept("fact " + fact.getKey(), word.asText())));
        file.path("fields")
                .properties()
                .forEach(field ->
                        field.getValue().forEach(word -> taker.accept("field " + field.getKey(), word.asText())));
    }

    /** A word as it is, and as systems write it that have plain Latin letters only. */
    Set<String> spellings(String word) {
        Set<String> spellings = new LinkedHashSet<>(List.of(word));
        String small = Normalizer.normalize(word.toLowerCase(java.util.Locale.ROOT), Normalizer.Form.NFC);
        for (JsonNode table : file.path("letters")) {
            List<String> letters = new ArrayList<>();
            small.codePoints().forEach(c -> {
                String letter = Character.toString(c);
                letters.add(table.path(letter).asText(letter));
            });
            spellings.add(String.join("", letters));
        }
        return spellings;
    }
}
