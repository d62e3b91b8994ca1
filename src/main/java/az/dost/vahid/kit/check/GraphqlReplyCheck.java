package az.dost.vahid.kit.check;

import az.dost.vahid.connector.Connector;
import az.dost.vahid.connector.GraphqlText;
import az.dost.vahid.json.Json;
import az.dost.vahid.kit.form.FilledRequest;
import az.dost.vahid.kit.form.GraphqlShape;
import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import graphql.GraphQLContext;
import graphql.GraphQLException;
import graphql.execution.RawVariables;
import graphql.execution.ValuesResolver;
import graphql.language.Document;
import graphql.language.OperationDefinition;
import graphql.schema.GraphQLSchema;
import graphql.schema.idl.SchemaParser;
import graphql.schema.idl.UnExecutableSchemaGenerator;
import graphql.schema.idl.errors.SchemaProblem;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** A GraphQL agency's samples answer the query that is sent, and the variables are of the types that it declares, by the agency's schema. */
final class GraphqlReplyCheck implements FolderCheck {
    private static final String SCHEMA = "contract.graphqls";
    private static final ObjectMapper JSON = Json.mapper();

    @Override
    public void check(CheckedFolder folder, Remarks remarks) {
        Connector connector = folder.connector();
        if (connector == null || connector.protocol() != Connector.Protocol.GRAPHQL || connector.call() == null || !folder.has(connector.call().request())
                || !folder.has(SCHEMA)) {
            return;
        }
        String file = folder.name(connector.call().request());
        GraphqlText query = GraphqlText.of(folder.text(folder.path().resolve(connector.call().request())));
        Optional<GraphQLSchema> schema = schema(folder);
        if (query.document() == null || query.mistake().isPresent() || schema.isEmpty() || remarks.hasErrorsIn(file)) {
            return;
        }
        variables(folder, query.document(), schema.get(), remarks);
        for (Sample sample : folder.samples()) {
            if (!sample.bad()) {
                sample.inputs().forEach(input -> reply(folder, input, new GraphqlShape(schema.get(), query.document()), remarks));
            }
        }
    }

    private static Optional<GraphQLSchema> schema(CheckedFolder folder) {
        try {
            return Optional.of(UnExecutableSchemaGenerator.makeUnExecutableSchema(new SchemaParser().parse(folder.text(folder.path().resolve(SCHEMA)))));
        } catch (SchemaProblem e) {
            // GraphqlCheck tells of it.
            return Optional.empty();
        }
    }

    private static void variables(CheckedFolder folder, Document query, GraphQLSchema schema, Remarks remarks) {
        Connector.Graphql rules = folder.connector().call().graphql();
        if (rules == null || !folder.has(rules.variables())) {
            return;
        }
        Path file = folder.path().resolve(rules.variables());
        try {
            Map<String, Object> sent = JSON.readValue(FilledRequest.of(folder.text(file)), new TypeReference<>() { });
            ValuesResolver.coerceVariableValues(schema, query.getDefinitionsOfType(OperationDefinition.class).get(0).getVariableDefinitions(),
                    RawVariables.of(sent), GraphQLContext.getDefault(), Locale.ENGLISH);
        } catch (GraphQLException e) {
            boolean fin = e.getMessage() != null && e.getMessage().contains(FilledRequest.FIN);
            if (fin) {
                remarks.warn(folder.name(file), 1, "a FIN is not what " + SCHEMA + " has here: " + e.getMessage());
            } else {
                remarks.error(folder.name(file), 1, 0, "not as " + SCHEMA + " says: " + e.getMessage());
            }
        } catch (JsonProcessingException e) {
            // RequestCheck tells of it.
        }
    }

    private static void reply(CheckedFolder folder, Path input, GraphqlShape shape, Remarks remarks) {
        String text = folder.text(input);
        try {
            JsonPlaces places = new JsonPlaces(text);
            JsonNode reply = JSON.readTree(text);
            shape.misfits(reply.path("data")).forEach((at, message) -> {
                TextPlace place = places.of(JsonPointer.compile("/data" + at));
                remarks.error(folder.name(input), place.line(), place.column(), "not as " + SCHEMA + " says: /data" + at + ": " + message);
            });
        } catch (JsonProcessingException e) {
            // SampleCheck tells of it.
        }
    }
}
