package az.dost.vahid.kit.check;

import az.dost.vahid.connector.Connector;
import az.dost.vahid.connector.GraphqlText;
import az.dost.vahid.definition.Finding;
import az.dost.vahid.json.Json;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import graphql.GraphQLError;
import graphql.language.Document;
import graphql.language.OperationDefinition;
import graphql.language.SourceLocation;
import graphql.schema.idl.SchemaParser;
import graphql.schema.idl.UnExecutableSchemaGenerator;
import graphql.schema.idl.errors.SchemaProblem;
import graphql.validation.Validator;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** A GraphQL query: it reads, the agency's schema knows what it asks for, and its variables are the ones that are sent. */
final class GraphqlCheck implements FolderCheck {
    private static final String SCHEMA = "contract.graphqls";
    private static final ObjectMapper JSON = Json.mapper();

    @Override
    public void check(CheckedFolder folder, Remarks remarks) {
        Connector connector = folder.connector();
        if (connector == null || connector.protocol() != Connector.Protocol.GRAPHQL || connector.call() == null || !folder.has(connector.call().request())) {
            return;
        }
        String file = folder.name(connector.call().request());
        GraphqlText query = GraphqlText.of(folder.text(folder.path().resolve(connector.call().request())));
        query.mistake().ifPresent(mistake -> remarks.error(file, mistake.line(), mistake.column(), mistake.what()));
        if (query.document() != null && query.mistake().isEmpty()) {
            variables(folder, query.document(), file, remarks);
            if (folder.has(SCHEMA)) {
                schema(folder, query.document(), file, remarks);
            }
        }
    }

    private static void schema(CheckedFolder folder, Document query, String file, Remarks remarks) {
        try {
            var schema = UnExecutableSchemaGenerator.makeUnExecutableSchema(new SchemaParser().parse(folder.text(folder.path().resolve(SCHEMA))));
            found(new Validator().validateDocument(schema, query, Locale.ENGLISH), file, remarks);
        } catch (SchemaProblem e) {
            found(e.getErrors(), folder.name(SCHEMA), remarks);
        }
    }

    private static void found(List<? extends GraphQLError> errors, String file, Remarks remarks) {
        for (GraphQLError error : errors) {
            SourceLocation place = error.getLocations() == null || error.getLocations().isEmpty() ? SourceLocation.EMPTY : error.getLocations().get(0);
            remarks.error(new Finding(file, Math.max(0, place.getLine()), Math.max(0, place.getColumn()), error.getMessage(), null));
        }
    }

    private static void variables(CheckedFolder folder, Document query, String file, Remarks remarks) {
        Connector.Graphql rules = folder.connector().call().graphql();
        if (rules == null || !folder.has(rules.variables())) {
            return;
        }
        Path variables = folder.path().resolve(rules.variables());
        var declared = query.getDefinitionsOfType(OperationDefinition.class).get(0).getVariableDefinitions();
        Set<String> names = declared.stream().map(variable -> variable.getName()).collect(Collectors.toSet());
        try {
            JsonNode sent = JSON.readTree(folder.text(variables));
            sent.fieldNames().forEachRemaining(name -> {
                if (!names.contains(name)) {
                    remarks.error(folder.name(variables), 0, 0, "the query has no variable $" + name);
                }
            });
            declared.stream().filter(variable -> !sent.has(variable.getName()) && variable.getDefaultValue() == null).forEach(variable ->
                    remarks.error(file, variable.getSourceLocation().getLine(), variable.getSourceLocation().getColumn(),
                            folder.name(variables) + " does not give the variable $" + variable.getName()));
        } catch (JsonProcessingException e) {
            // RequestCheck tells of it.
        }
    }
}
