package az.dost.vahid.kit.fact;

import az.dost.vahid.json.Json;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.core.io.ClassPathResource;

/** How agencies call things, in three languages ({@code kit/words.yaml}), and how alike a name of theirs is to one of ours. */
public final class Words {
    private static final double ALIKE = 1;
    private static final double CONTAINED = 0.7;
    private static final double PART = 0.5;
    private static final int TELLING = 4;
    private final JsonNode words;
    private final Map<String, List<Name>> names = new HashMap<>();

    public Words() {
        try (var in = new ClassPathResource("kit/words.yaml").getInputStream()) {
            words = Json.yaml().readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** From 0 (not alike) to 1 (the same word). */
    public double subject(String name) {
        return alike(name, "subject", words.path("subject"), "fin");
    }

    public double asOf(String name) {
        return alike(name, "asOf", words.path("asOf"), "asOf");
    }

    public double requestId(String name) {
        return alike(name, "requestId", words.path("requestId"), "requestId");
    }

    public double fact(String name, String fact) {
        return alike(name, "fact " + fact, words.path("facts").path(fact), fact);
    }

    public double field(String name, String field) {
        return alike(name, "field " + field, words.path("fields").path(field), field);
    }

    private double alike(String name, String key, JsonNode said, String canonical) {
        List<Name> known = names.computeIfAbsent(key, any -> {
            List<Name> all = new ArrayList<>(List.of(Name.of(canonical)));
            said.forEach(word -> {
                all.add(Name.of(word.asText()));
                all.add(Name.of(Name.romanised(word.asText())));
            });
            return all;
        });
        Name theirs = Name.of(name);
        return known.stream().mapToDouble(ours -> alike(theirs, ours)).max().orElse(0);
    }

    private static double alike(Name theirs, Name ours) {
        if (theirs.joined().equals(ours.joined())) {
            return ALIKE;
        }
        if (theirs.words().containsAll(ours.words())) {
            return CONTAINED * ours.joined().length() / theirs.joined().length() + 0.3;
        }
        if (theirs.words().size() > 1 && ours.words().containsAll(theirs.words())) {
            return CONTAINED;
        }
        boolean part = ours.joined().length() >= TELLING && (theirs.joined().startsWith(ours.joined()) || theirs.joined().endsWith(ours.joined()));
        return part ? PART : 0;
    }
}
