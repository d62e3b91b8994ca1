package az.dost.vahid.check.form;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaException;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.Specification;
import com.networknt.schema.dialect.Dialect;
import com.networknt.schema.dialect.Dialects;
import com.networknt.schema.keyword.NonValidationKeyword;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** By which rules a JSON Schema is meant. Nothing is fetched. */
enum JsonDialect {
    /**
     * Also of Swagger 2.0: nullable is a word, exclusiveMinimum a truth value, what stands beside $ref means nothing.
     */
    OPENAPI_3_0(Dialects.getOpenApi30()),
    OPENAPI_3_1(Dialects.getOpenApi31()),
    /** Of a schema that does not say which. */
    SCHEMA_2020_12(Dialects.getDraft202012());

    private final SchemaRegistry exact;
    private final SchemaRegistry loose;

    JsonDialect(Dialect dialect) {
        Dialect own = quiet(dialect);
        exact = registry(own, false);
        loose = registry(own, true);
    }

    private static SchemaRegistry registry(Dialect own, boolean loose) {
        return SchemaRegistry.withDefaultDialect(
                own,
                registry -> registry.dialectRegistry((id, any) -> id.equals(own.getId()) ? own : known(id))
                        .schemaLoader(loader -> loader.resourceLoaders(loaders -> loaders.add(address -> {
                            throw outside(address);
                        })))
                        .schemaRegistryConfig(SchemaRegistryConfig.builder()
                                .formatAssertionsEnabled(true)
                                .locale(Locale.ROOT)
                                // What a reference leads to is read when a document comes to it: all of them at once
                                // could be without end.
                                .preloadSchema(false)
                                .typeLoose(loose)
                                .build()));
    }

    private static Dialect known(String id) {
        Dialect standard = Specification.getDialect(id);
        if (standard == null) {
            throw outside(id);
        }
        return quiet(standard);
    }

    private static SchemaException outside(Object address) {
        return new SchemaException("it refers to " + address + ", which is outside the file");
    }

    /**
     * What agencies write without meaning it, such as e-mail, is no rule; which form is meant is found by all of it.
     */
    private static Dialect quiet(Dialect dialect) {
        return Dialect.builder(dialect)
                .keyword(new NonValidationKeyword("discriminator"))
                .unknownKeywordFactory((word, context) -> new NonValidationKeyword(word))
                .formats(formats -> formats.keySet().retainAll(Set.of("date", "date-time", "uuid")))
                .build();
    }

    /**
     * @param loose whether text is taken for a number that it shows. @return empty when it is no schema, which is told
     */
    Optional<Schema> schema(JsonNode root, boolean loose, Consumer<String> troubles) {
        try {
            return Optional.of((loose ? this.loose : exact).getSchema(root));
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
