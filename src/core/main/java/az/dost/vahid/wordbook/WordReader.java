package az.dost.vahid.wordbook;

import az.dost.vahid.json.Json;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.springframework.core.io.Resource;

/** Reads files of words. A file may have what another one refers to, so references are looked up at the end. */
final class WordReader {
    private static final String ENDING = ".yaml";
    private static final int LONGEST = 300;
    /** Members of a word that are not words themselves. */
    private static final Set<String> ABOUT = Set.of("az", "en", "source", "same");
    /** Members that only hold others: they are not in the key. */
    private static final Set<String> HOLDERS = Set.of("fields", "values");

    private final Map<String, Map<String, Word>> kinds = new LinkedHashMap<>();
    /** By kind and key, the kind and key that have the words. */
    private final Map<Place, Place> elsewhere = new LinkedHashMap<>();

    private record Place(String kind, String key) {
        /** {@code kind} or {@code kind/key}. */
        static Place of(String text) {
            int slash = text.indexOf('/');
            return slash < 0 ? new Place(text, "") : new Place(text.substring(0, slash), text.substring(slash + 1));
        }

        Place in(String name) {
            return new Place(kind, key.isEmpty() ? name : key + "." + name);
        }

        String said() {
            return "contracts/words/" + kind + ENDING + (key.isEmpty() ? "" : ": " + key);
        }
    }

    void read(Resource file) {
        String kind = file.getFilename().replace(ENDING, "");
        try (var in = file.getInputStream()) {
            kinds.put(kind, new LinkedHashMap<>());
            members(new Place(kind, ""), Json.yaml().readTree(in));
        } catch (IOException e) {
            throw new UncheckedIOException("contracts/words/" + file.getFilename() + " cannot be read", e);
        }
    }

    /** With what stands elsewhere. */
    Map<String, Map<String, Word>> words() {
        elsewhere.forEach((place, target) -> {
            Map<String, Word> found = new LinkedHashMap<>();
            String from = target.key().isEmpty() ? "" : target.key() + ".";
            kinds.getOrDefault(target.kind(), Map.of()).forEach((key, word) -> {
                if (key.startsWith(from)) {
                    found.put(place.key() + "." + key.substring(from.length()), word);
                }
            });
            if (found.isEmpty()) {
                throw fault(place, "names words that there are not: " + target.said());
            }
            kinds.get(place.kind()).putAll(found);
        });
        kinds.replaceAll((kind, words) -> Collections.unmodifiableMap(words));
        return Collections.unmodifiableMap(kinds);
    }

    private void members(Place place, JsonNode object) {
        if (!object.isObject() || object.isEmpty()) {
            throw fault(place, "is neither a word nor a group of words");
        }
        object.properties()
                .forEach(member -> entry(
                        HOLDERS.contains(member.getKey()) ? place : place.in(member.getKey()), member.getValue()));
    }

    private void entry(Place place, JsonNode entry) {
        if (entry.has("as")) {
            elsewhere.put(place, Place.of(entry.path("as").asText()));
        } else if (entry.has("az") || entry.has("en")) {
            word(place, entry);
        } else {
            members(place, entry);
        }
    }

    private void word(Place place, JsonNode entry) {
        Word word = new Word(text(place, entry, "az"), text(place, entry, "en"));
        if (kinds.get(place.kind()).put(place.key(), word) != null) {
            throw fault(place, "stands twice");
        }
        entry.properties().forEach(member -> {
            if (HOLDERS.contains(member.getKey())) {
                members(place, member.getValue());
            } else if (!ABOUT.contains(member.getKey())) {
                entry(place.in(member.getKey()), member.getValue());
            }
        });
    }

    private static String text(Place place, JsonNode entry, String language) {
        String text = entry.path(language).asText();
        if (text.isBlank()) {
            throw fault(place, "has no text in " + language);
        }
        if (text.length() > LONGEST) {
            throw fault(place, "has more than " + LONGEST + " characters in " + language);
        }
        return text;
    }

    private static IllegalStateException fault(Place place, String what) {
        return new IllegalStateException(place.said() + " " + what);
    }
}
