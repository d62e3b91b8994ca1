package az.dost.vahid.contracts;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** The words as they stand in the files, read without the reader that the gateway has. */
final class WrittenWords {
    private static final Set<String> HOLDERS = Set.of("fields", "values");
    private static final Set<String> ABOUT = Set.of("az", "en", "source", "same");
    private static final List<Written> WORDS = new ArrayList<>();
    private static final List<Place> ELSEWHERE = new ArrayList<>();

    /** @param kind name of the file, without its ending */
    record Place(String kind, String key) {
        Place in(String name) {
            return new Place(kind, key.isEmpty() ? name : key + "." + name);
        }

        /** The place of the group that the word is one of. */
        Place group() {
            return new Place(kind, key.contains(".") ? key.substring(0, key.lastIndexOf('.')) : "");
        }

        @Override
        public String toString() {
            return key.isEmpty() ? kind : kind + "/" + key;
        }
    }

    /**
     * @param group where its neighbours stand: values of one field, fields of one fact
     * @param same whether both languages have the same text on purpose
     */
    record Written(Place place, String group, String az, String en, boolean same) {
        @Override
        public String toString() {
            return place.toString();
        }

        /** A text of more than a name: it tells what to do, or why. */
        boolean sentence() {
            return place.key().endsWith(".whatToDo") || place.kind().equals("document-reasons");
        }
    }

    static {
        for (Path file : files()) {
            String kind = file.getFileName().toString().replace(".yaml", "");
            members(new Place(kind, ""), kind, Contracts.read(file));
        }
    }

    static List<Path> files() {
        try (var files = Files.list(Contracts.FOLDER.resolve("words"))) {
            return files.filter(file -> file.toString().endsWith(".yaml"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Set<String> kinds() {
        Set<String> kinds = new TreeSet<>();
        files().forEach(file -> kinds.add(file.getFileName().toString().replace(".yaml", "")));
        return kinds;
    }

    static List<Written> all() {
        return WORDS;
    }

    /** Places that have the words of another one. */
    static List<Place> elsewhere() {
        return ELSEWHERE;
    }

    private static void members(Place place, String group, JsonNode object) {
        object.fields().forEachRemaining(member -> {
            if (HOLDERS.contains(member.getKey())) {
                members(place, place + " " + member.getKey(), member.getValue());
            } else if (!ABOUT.contains(member.getKey())) {
                entry(place.in(member.getKey()), group, member.getValue());
            }
        });
    }

    private static void entry(Place place, String group, JsonNode entry) {
        if (entry.has("as")) {
            ELSEWHERE.add(place);
            return;
        }
        if (entry.has("az")) {
            WORDS.add(new Written(
                    place,
                    group,
                    entry.path("az").asText(),
                    entry.path("en").asText(),
                    entry.path("same").asBoolean()));
        }
        members(place, place.toString(), entry);
    }

    private WrittenWords() {}
}
