package az.dost.vahid.kit.file;

import az.dost.vahid.json.Json;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.text.Normalizer;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.springframework.core.io.ClassPathResource;

/** What the columns of a table of fields are called, in the languages of {@code kit/layout-words.yaml}. */
final class LayoutWords {
    /** What a column of such a table says of a field. */
    enum Role {
        NAME,
        FROM,
        TO,
        LENGTH,
        RANGE,
        FORM
    }

    private static final int EXACT = 1_000;
    private final Map<Role, Set<String>> words = new EnumMap<>(Role.class);
    private final Set<String> fillers = new HashSet<>();

    LayoutWords() {
        try (var in = new ClassPathResource("kit/layout-words.yaml").getInputStream()) {
            JsonNode read = Json.yaml().readTree(in);
            for (Role role : Role.values()) {
                Set<String> said = new HashSet<>();
                read.path(role.name().toLowerCase(Locale.ROOT)).forEach(word -> said.add(plain(word.asText())));
                words.put(role, said);
            }
            read.path("filler").forEach(word -> fillers.add(plain(word.asText())));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Small letters without marks, and single blanks for all that is no letter or digit. */
    private static String plain(String text) {
        String small = text.replace('İ', 'i')
                .replace('I', 'i')
                .toLowerCase(Locale.ROOT)
                .replace('ı', 'i')
                .replace('ə', 'e');
        return Normalizer.normalize(small, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .replaceAll("[^\\p{L}\\p{N}]+", " ")
                .strip();
    }

    /** Which cell of a head has which role; a role that several could have is the likest's, or else the first one's. */
    Map<Role, Integer> roles(List<String> head) {
        Map<Role, Integer> roles = new EnumMap<>(Role.class);
        Map<Role, Integer> scores = new EnumMap<>(Role.class);
        for (int i = 0; i < head.size(); i++) {
            String cell = plain(head.get(i));
            Role best = null;
            int most = 0;
            for (Role role : Role.values()) {
                int score = score(cell, words.get(role));
                if (score > most) {
                    best = role;
                    most = score;
                }
            }
            if (best != null && most > scores.getOrDefault(best, 0)) {
                scores.put(best, most);
                roles.put(best, i);
            }
        }
        return roles;
    }

    /** How much of the cell is one of the words. */
    private static int score(String cell, Set<String> words) {
        if (words.contains(cell)) {
            return EXACT;
        }
        return words.stream()
                .filter(word -> word.length() > 2 && (" " + cell + " ").contains(" " + word + " "))
                .mapToInt(String::length)
                .max()
                .orElse(0);
    }

    /** Whether the name says that nothing stands there. */
    boolean filler(String name) {
        return fillers.contains(plain(name.replaceAll("\\d+$", "")));
    }
}
