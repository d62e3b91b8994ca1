package az.dost.vahid.contracts;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The contract files as they lie in the project's folder. */
final class Contracts {
    static final Path FOLDER = Path.of("contracts");
    private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());
    private static final JsonNode DOSSIER = read("dossier.schema.json");

    /** JSON is YAML too. */
    static JsonNode read(String file) {
        return read(FOLDER.resolve(file));
    }

    static JsonNode read(Path file) {
        try {
            return YAML.readTree(file.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Schema schema(String file) {
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(read(file));
    }

    /** In the order of the schema. */
    static List<String> factNames() {
        return names(DOSSIER.at("/properties/facts/properties"));
    }

    static JsonNode definition(String name) {
        JsonNode definition = DOSSIER.path("$defs").path(name);
        if (definition.isMissingNode()) {
            throw new AssertionError("dossier.schema.json defines no " + name);
        }
        return definition;
    }

    static boolean isList(String fact) {
        return definition(fact).path("type").asText().equals("array");
    }

    /** The schema of the fact's record: of one element where the fact is a list. */
    static JsonNode record(String fact) {
        return isList(fact) ? definition(fact).path("items") : definition(fact);
    }

    static List<String> names(JsonNode object) {
        List<String> names = new ArrayList<>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }

    static List<String> texts(JsonNode array) {
        List<String> texts = new ArrayList<>();
        array.forEach(text -> texts.add(text.asText()));
        return texts;
    }

    static List<Path> passports() {
        try (var files = Files.list(FOLDER.resolve("services"))) {
            return files.filter(file -> file.toString().endsWith(".yaml"))
                    .filter(file -> !file.endsWith("catalogue.yaml"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Contracts() {}
}
