package az.dost.vahid.check.form;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.JsonMetaSchema;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaException;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.NonValidationKeyword;
import com.networknt.schema.PathType;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.oas.OpenApi30;
import com.networknt.schema.oas.OpenApi31;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** By which rules a JSON Schema is meant. Nothing is fetched. */
enum JsonDialect {
    /**
     * Also of Swagger 2.0: nullable is a word, exclusiveMinimum a truth value, what stands beside $ref means nothing.
     */
    OPENAPI_3_0(OpenApi30.getInstance()),
    OPENAPI_3_1(OpenApi31.getInstance()),
    /** Of a schema that does not say which. */
    SCHEMA_2020_12(JsonMetaSchema.getV202012());

    private final JsonSchemaFactory factory;

    JsonDialect(JsonMetaSchema meta) {
        JsonMetaSchema own = quiet(meta);
        this.factory = JsonSchemaFactory.builder(JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012))
                .defaultMetaSchemaIri(own.getIri())
                .metaSchema(own)
                .metaSchemas(known -> known.replaceAll((iri, other) -> iri.equals(own.getIri()) ? own : quiet(other)))
                .schemaLoaders(loaders -> loaders.add(iri -> {
                    throw new JsonSchemaException("it refers to " + iri + ", which is outside the file");
                }))
                .build();
    }

    /** What agencies write without meaning it, such as e-mail, is no rule. */
    private static JsonMetaSchema quiet(JsonMetaSchema meta) {
        return JsonMetaSchema.builder(meta)
                .unknownKeywordFactory((word, context) -> new NonValidationKeyword(word))
                .formats(formats -> formats.keySet().retainAll(Set.of("date", "date-time", "uuid")))
                .build();
    }

    /**
     * @param loose whether text is taken for a number that it shows. @return empty when it is no schema, which is told
     */
    Optional<JsonSchema> schema(JsonNode root, boolean loose, Consumer<String> troubles) {
        try {
            // What a reference leads to is read when a document comes to it: all of them at once could be without end.
            return Optional.of(factory.getSchema(
                    root,
                    SchemaValidatorsConfig.builder()
                            .pathType(PathType.JSON_POINTER)
                            .formatAssertionsEnabled(true)
                            .locale(Locale.ROOT)
                            .discriminatorKeywordEnabled(false)
                            .typeLoose(loose)
                            .build()));
        } catch (RuntimeException e) {
            // The library throws what it stumbles over: of many kinds.
            troubles.accept("is not held to: "
                    + (e.getMessage() == null
                            ? e.getClass().getSimpleName()
                            : e.getMessage().lines().findFirst().orElse("")));
            return Optional.empty();
        } catch (StackOverflowError e) {
            troubles.accept("is not held to: it nests too deeply");
            return Optional.empty();
        }
    }
}
