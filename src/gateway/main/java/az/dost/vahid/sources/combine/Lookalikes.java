package az.dost.vahid.sources.combine;

import az.dost.vahid.json.Json;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.text.Normalizer;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.core.io.ClassPathResource;

/** Texts that look the same and are not: one has letters of another script ({@code lookalikes.yaml}). */
final class Lookalikes {
    /** Key of the words. */
    static final String KEY = "LOOKS_ALIKE";

    private static final Locale AZERBAIJANI = Locale.forLanguageTag("az");
    private static final Map<Integer, String> LATIN = read();

    private static Map<Integer, String> read() {
        Map<Integer, String> latin = new HashMap<>();
        try (var in = new ClassPathResource("lookalikes.yaml").getInputStream()) {
            Json.yaml()
                    .readTree(in)
                    .properties()
                    .forEach(letter -> letter.getValue()
                            .asText()
                            .codePoints()
                            .forEach(other -> latin.put(other, letter.getKey())));
        } catch (IOException e) {
            throw new UncheckedIOException("The letters that look alike cannot be read", e);
        }
        return Map.copyOf(latin);
    }

    /**
     * Letters of other scripts in values that look the same as another one: {@code А (U+0410)}, in the order in which
     * they stand. Null where no two values look the same, or all are written with the same letters.
     */
    static String foreign(Collection<JsonNode> values) {
        Set<String> texts = values.stream()
                .filter(JsonNode::isTextual)
                .map(JsonNode::textValue)
                .collect(Collectors.toSet());
        Map<String, List<String>> looks = texts.stream().collect(Collectors.groupingBy(Lookalikes::look));
        String letters = looks.values().stream()
                .filter(alike -> alike.size() > 1)
                .flatMap(List::stream)
                .sorted()
                .flatMapToInt(String::codePoints)
                .filter(LATIN::containsKey)
                .distinct()
                .mapToObj(letter -> String.format(Locale.ROOT, "%s (U+%04X)", Character.toString(letter), letter))
                .collect(Collectors.joining(", "));
        return letters.isEmpty() ? null : letters;
    }

    /** The same for texts that look the same, but for capitals. A capital I looks like a small L. */
    private static String look(String text) {
        StringBuilder look = new StringBuilder(text.length());
        Normalizer.normalize(text, Normalizer.Form.NFKC)
                .codePoints()
                .mapToObj(letter -> LATIN.getOrDefault(letter, Character.toString(letter)))
                .forEach(letter -> look.append(letter.equals("I") ? "l" : letter));
        return look.toString().toUpperCase(AZERBAIJANI);
    }

    private Lookalikes() {}
}
