package az.dost.vahid.check;

import az.dost.vahid.check.form.FilledRequest;
import az.dost.vahid.connector.Connector;
import az.dost.vahid.connector.GraphqlText;
import az.dost.vahid.definition.Finding;
import az.dost.vahid.json.Json;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import graphql.AssertException;
import graphql.GraphQLContext;
import graphql.GraphQLError;
import graphql.GraphQLException;
import graphql.execution.RawVariables;
import graphql.execution.ValuesResolver;
import graphql.language.Document;
import graphql.language.OperationDefinition;
import graphql.language.SourceLocation;
import graphql.language.VariableDefinition;
import graphql.schema.GraphQLSchema;
import graphql.schema.idl.SchemaParser;
import graphql.schema.idl.UnExecutableSchemaGenerator;
import graphql.schema.idl.errors.SchemaProblem;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * A GraphQL query and the agency's schema can be read, and the query's variables are the ones that are sent, each of
 * its type.
 */
final class GraphqlCheck implements FolderCheck {
    private static final String SCHEMA = "contract.graphqls";
    private static final ObjectMapper JSON = Json.mapper();

    @Override
    public void check(CheckedFolder folder, Remarks remarks) {
        Connector connector = folder.connector();
        if (connector == null
                || connector.protocol() != Connector.Protocol.GRAPHQL
                || connector.call() == null
                || !folder.has(connector.call().request())) {
            return;
        }
        String file = folder.name(connector.call().request());
        GraphqlText query = GraphqlText.of(
                folder.text(folder.path().resolve(connector.call().request())));
        query.mistake().ifPresent(mistake -> remarks.error(file, mistake.line(), mistake.column(), mistake.what()));
        if (query.document() != null && query.mistake().isEmpty()) {
            boolean named = variables(folder, query.document(), file, remarks);
            Optional<GraphQLSchema> schema = folder.has(SCHEMA) ? schema(folder, remarks) : Optional.empty();
            if (named && schema.isPresent()) {
                types(folder, query.document(), schema.get(), remarks);
            }
        }
    }

    private static Optional<GraphQLSchema> schema(CheckedFolder folder, Remarks remarks) {
        try {
            return Optional.of(UnExecutableSchemaGenerator.makeUnExecutableSchema(
                    new SchemaParser().parse(folder.text(folder.path().resolve(SCHEMA)))));
        } catch (SchemaProblem e) {
            for (GraphQLError error : e.getErrors()) {
                SourceLocation place =
                        error.getLocations() == null || error.getLocations().isEmpty()
                                ? SourceLocation.EMPTY
                                : error.getLocations().get(0);
                remarks.error(new Finding(
                        folder.name(SCHEMA),
                        Math.max(0, place.getLine()),
                        Math.max(0, place.getColumn()),
                        error.getMessage(),
                        null));
            }
            return Optional.empty();
        }
    }

    /** Gives false where the variables are not those of the query. */
    private static boolean variables(CheckedFolder folder, Document query, String file, Remarks remarks) {
        Connector.Graphql rules = folder.connector().call().graphql();
        if (rules == null || !folder.has(rules.variables())) {
            return false;
        }
        Path variables = folder.path().resolve(rules.variables());
        var declared = declared(query);
        Set<String> names = declared.stream().map(VariableDefinition::getName).collect(Collectors.toSet());
        try {
            JsonNode sent = JSON.readTree(folder.text(variables));
            Set<String> unknown = new TreeSet<>();
            sent.fieldNames().forEachRemaining(unknown::add);
            unknown.removeAll(names);
            unknown.forEach(name -> remarks.error(folder.name(variables), 0, 0, "the query has no variable $" + name));
            List<VariableDefinition> missing = declared.stream()
                    .filter(variable -> !sent.has(variable.getName()) && variable.getDefaultValue() == null)
                    .toList();
            missing.forEach(variable -> remarks.error(
                    file,
                    variable.getSourceLocation().getLine(),
                    variable.getSourceLocation().getColumn(),
                    folder.name(variables) + " does not give the variable $" + variable.getName()));
            return unknown.isEmpty() && missing.isEmpty();
        } catch (JsonProcessingException e) {
            // RequestCheck tells of it.
            return false;
        }
    }

    private static List<VariableDefinition> declared(Document query) {
        return query.getDefinitionsOfType(OperationDefinition.class).get(0).getVariableDefinitions();
    }

    /** What is sent for each variable is of its type. */
    private static void types(CheckedFolder folder, Document query, GraphQLSchema schema, Remarks remarks) {
        Path file = folder.path().resolve(folder.connector().call().graphql().variables());
        try {
            Map<String, Object> sent = JSON.readValue(FilledRequest.of(folder.text(file)), new TypeReference<>() {});
            ValuesResolver.coerceVariableValues(
                    schema, declared(query), RawVariables.of(sent), GraphQLContext.getDefault(), Locale.ENGLISH);
        } catch (AssertException e) {
            // The query has a type that the schema lacks: it is told of the query.
        } catch (GraphQLException e) {
            if (e.getMessage() != null && e.getMessage().contains(FilledRequest.FIN)) {
                remarks.warn(folder.name(file), 1, "a FIN is not what " + SCHEMA + " has here: " + e.getMessage());
            } else {
                remarks.error(folder.name(file), 1, 0, "not as " + SCHEMA + " says: " + e.getMessage());
            }
        } catch (JsonProcessingException e) {
            // RequestCheck tells of it.
        }
    }
}
