package az.dost.vahid.pages.fact;

import az.dost.vahid.json.Json;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.springframework.core.io.ClassPathResource;

/**
 * What kind of value each field of a fact is, by {@code dossier.schema.json}: a day and an amount are written otherwise
 * than a text.
 */
public final class Shapes {
    private static final String DEFINITIONS = "#/$defs/";
    private final JsonNode definitions;

    private Shapes(JsonNode definitions) {
        this.definitions = definitions;
    }

    static Shapes read() {
        try (InputStream in = new ClassPathResource("contracts/dossier.schema.json").getInputStream()) {
            return new Shapes(Json.exact().readTree(in).path("$defs"));
        } catch (IOException e) {
            throw new UncheckedIOException("contracts/dossier.schema.json cannot be read", e);
        }
    }

    JsonNode fact(String name) {
        return definitions.path(name);
    }

    /** What is within a list, or the shape itself. */
    static JsonNode within(JsonNode shape) {
        return shape.has("items") ? shape.path("items") : shape;
    }

    /**
     * {@code day}, {@code instant}, {@code amount} and others of the schema's own; {@code enum} for one of a list;
     * blank for others.
     */
    static String kind(JsonNode shape) {
        String reference = shape.path("$ref").asText();
        return reference.startsWith(DEFINITIONS)
                ? reference.substring(DEFINITIONS.length())
                : shape.has("enum") ? "enum" : "";
    }
}
