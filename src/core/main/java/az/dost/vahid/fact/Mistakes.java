package az.dost.vahid.fact;

import az.dost.vahid.definition.Definition;
import az.dost.vahid.definition.DefinitionException;
import az.dost.vahid.definition.Finding;
import az.dost.vahid.json.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.springframework.core.io.Resource;

/** What is wrong with the definitions of facts; collected, so that one report tells all. */
final class Mistakes {
    private final List<Mistake> found = new ArrayList<>();

    private record Mistake(SchemaPart place, String message, String suggestion) {}

    void add(SchemaPart place, String message) {
        add(place, message, null);
    }

    /** @param suggestion null for none */
    void add(SchemaPart place, String message, String suggestion) {
        found.add(new Mistake(place, message, suggestion));
    }

    /** @throws DefinitionException with the line of each, when there are any */
    void report(Resource schema, String file) {
        if (!found.isEmpty()) {
            Definition lines = lines(schema, file);
            List<Finding> findings = found.stream()
                    .map(one -> lines.suggesting(
                            one.message, one.suggestion, one.place.path().toArray()))
                    .distinct()
                    .toList();
            throw new DefinitionException(findings);
        }
    }

    /** JSON is YAML, too, and the reader of YAML knows the lines. */
    private static Definition lines(Resource schema, String file) {
        try {
            String text = schema.getContentAsString(StandardCharsets.UTF_8);
            return new Definition(file, null, Json.compose(text), List.of());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
