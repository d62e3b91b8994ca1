package az.dost.vahid.check.form;

import az.dost.vahid.connector.GraphqlText;
import az.dost.vahid.folder.OthersFiles;
import az.dost.vahid.json.Json;
import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import graphql.GraphQLError;
import graphql.language.Document;
import graphql.language.SourceLocation;
import graphql.schema.GraphQLSchema;
import graphql.schema.idl.SchemaParser;
import graphql.schema.idl.UnExecutableSchemaGenerator;
import graphql.schema.idl.errors.SchemaProblem;
import graphql.validation.Validator;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A GraphQL schema: the query that is sent is one that it takes, and replies have the shape that the query asks for.
 */
final class GraphqlForms {
    private static final ObjectMapper JSON = Json.mapper();

    /** What the schema says of a query. */
    private record Query(GraphQLSchema schema) implements HeldForm {
        @Override
        public List<FormMisfit> misfits(String query) {
            Document document = GraphqlText.of(query).document();
            return document == null
                    ? List.of()
                    : new Validator()
                            .validateDocument(schema, document, Locale.ENGLISH).stream()
                                    .map(Query::misfit)
                                    .toList();
        }

        private static FormMisfit misfit(GraphQLError error) {
            SourceLocation place =
                    error.getLocations() == null || error.getLocations().isEmpty()
                            ? SourceLocation.EMPTY
                            : error.getLocations().get(0);
            return new FormMisfit(
                    Math.max(0, place.getLine()), Math.max(0, place.getColumn()), null, null, error.getMessage());
        }
    }

    /** What it says of a reply to that query. */
    private record Reply(GraphqlShape shape) implements HeldForm {
        @Override
        public List<FormMisfit> misfits(String document) {
            try {
                return shape.misfits(JSON.readTree(document).path("data")).entrySet().stream()
                        .map(misfit -> new FormMisfit(
                                JsonPointer.compile("/data" + misfit.getKey()),
                                null,
                                "/data" + misfit.getKey() + ": " + misfit.getValue()))
                        .toList();
            } catch (JsonProcessingException e) {
                return List.of();
            }
        }
    }

    /** @param query null when there is none */
    static ContractForms of(OthersFiles folder, Path file, String query) {
        ContractForms forms = new ContractForms(file);
        Optional<GraphQLSchema> schema = schema(folder, file);
        if (schema.isEmpty() || query == null) {
            return forms;
        }
        Query held = new Query(schema.get());
        forms.request(held);
        Document document = GraphqlText.of(query).document();
        if (document != null && held.misfits(query).isEmpty()) {
            forms.reply(new Reply(new GraphqlShape(schema.get(), document)));
        }
        return forms;
    }

    /** Empty when it cannot be read, of which others tell. */
    static Optional<GraphQLSchema> schema(OthersFiles folder, Path file) {
        try {
            return Optional.of(UnExecutableSchemaGenerator.makeUnExecutableSchema(
                    new SchemaParser().parse(ContractText.of(folder, file))));
        } catch (SchemaProblem e) {
            return Optional.empty();
        }
    }

    private GraphqlForms() {}
}
