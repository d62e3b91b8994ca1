package az.dost.vahid.definition;

import az.dost.vahid.folder.RefusedFileException;
import az.dost.vahid.json.Json;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import com.networknt.schema.walk.ApplyDefaultsStrategy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.Node;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;

/** Reads YAML definitions, checks each against one JSON Schema and fills in the schema's defaults. */
public final class DefinitionReader {
    private static final ObjectMapper YAML = Json.yaml();
    private static final ApplyDefaultsStrategy DEFAULTS = new ApplyDefaultsStrategy(true, true, true);
    private final Schema schema;
    private final Violations violations;

    /** @param name of a schema in the contracts, such as {@code partner} */
    public static DefinitionReader of(String name) {
        return new DefinitionReader(new ClassPathResource("contracts/" + name + ".schema.json"));
    }

    /** The schema is JSON Schema 2020-12. */
    public DefinitionReader(Resource schema) {
        try (var in = schema.getInputStream()) {
            this.schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                    .getSchema(in);
            this.violations = new Violations(this.schema.getSchemaNode());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Never throws for what the file says; file is the name by which a person knows it. */
    public Definition read(Resource resource, String file) {
        String text;
        try {
            text = resource.getContentAsString(StandardCharsets.UTF_8);
        } catch (RefusedFileException e) {
            return new Definition(file, null, null, List.of(new Finding(e.getFile(), 0, e.why())));
        } catch (IOException e) {
            return new Definition(file, null, null, List.of(new Finding(file, 0, "cannot be read")));
        }
        try {
            Node source = Json.compose(text);
            JsonNode content = YAML.readTree(text);
            if (content == null || !content.isObject()) {
                return new Definition(file, null, source, List.of(new Finding(file, 1, "must be a YAML mapping")));
            }
            List<Finding> findings = new ArrayList<>();
            Definition definition = new Definition(file, content, source, findings);
            schema
                    .walk(content, true, reading -> reading.walkConfig(walk -> walk.applyDefaultsStrategy(DEFAULTS)))
                    .getErrors()
                    .stream()
                    .map(message -> violations.finding(definition, message))
                    .distinct()
                    .forEach(findings::add);
            return definition;
        } catch (MarkedYamlEngineException e) {
            Mark at = e.getProblemMark().orElse(null);
            String message =
                    "is not YAML: " + (e.getContext() == null || e.getContext().isEmpty() ? "" : e.getContext() + ", ")
                            + e.getProblem();
            return new Definition(
                    file,
                    null,
                    null,
                    List.of(
                            at == null
                                    ? new Finding(file, 0, message)
                                    : new Finding(file, at.getLine() + 1, at.getColumn() + 1, message, null)));
        } catch (YamlEngineException e) {
            // Such as a character that no YAML may hold; the message would go on for many lines.
            return new Definition(file, null, null, List.of(new Finding(file, 0, "is not YAML: " + firstLine(e))));
        } catch (StackOverflowError e) {
            // Regular expressions of the schema call themselves for each part of a text.
            return new Definition(
                    file, null, null, List.of(new Finding(file, 0, "has a text of more parts than can be checked")));
        } catch (JsonProcessingException e) {
            return new Definition(
                    file,
                    null,
                    null,
                    List.of(
                            e.getLocation() == null
                                    ? new Finding(file, 0, e.getOriginalMessage())
                                    : new Finding(
                                            file,
                                            e.getLocation().getLineNr(),
                                            e.getLocation().getColumnNr(),
                                            e.getOriginalMessage(),
                                            null)));
        }
    }

    private static String firstLine(Exception e) {
        return e.getMessage() == null
                ? e.getClass().getSimpleName()
                : e.getMessage().lines().findFirst().orElse("");
    }
}
