package az.dost.vahid.connector;

import az.dost.vahid.json.Json;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import graphql.language.Document;
import graphql.language.OperationDefinition;
import graphql.language.SourceLocation;
import graphql.parser.InvalidSyntaxException;
import graphql.parser.Parser;
import java.util.List;
import java.util.Optional;

/**
 * The query of a connector with {@code protocol: graphql}: one operation that reads.
 *
 * @param document null when it cannot be read
 * @param mistake what keeps it from being used
 */
public record GraphqlText(Document document, Optional<Mistake> mistake) {
    private static final ObjectMapper JSON = Json.mapper();
    private static final String LIKE_A_PLACEHOLDER = "\\{(\\w+)}";

    /** @param line from 1; @param column from 1 */
    public record Mistake(int line, int column, String what) {}

    public static GraphqlText of(String query) {
        try {
            Document document = Parser.parse(query);
            List<OperationDefinition> operations = document.getDefinitionsOfType(OperationDefinition.class);
            if (operations.size() == 1 && operations.get(0).getOperation() == OperationDefinition.Operation.QUERY) {
                return new GraphqlText(document, Optional.empty());
            }
            SourceLocation place = operations.isEmpty()
                    ? SourceLocation.EMPTY
                    : operations.get(operations.size() - 1).getSourceLocation();
            return new GraphqlText(
                    document,
                    Optional.of(new Mistake(
                            Math.max(1, place.getLine()),
                            Math.max(1, place.getColumn()),
                            "one query, and nothing that changes the register")));
        } catch (InvalidSyntaxException e) {
            SourceLocation place = e.getLocation() == null ? SourceLocation.EMPTY : e.getLocation();
            return new GraphqlText(
                    null,
                    Optional.of(new Mistake(
                            Math.max(1, place.getLine()), Math.max(1, place.getColumn()), "is not GraphQL")));
        }
    }

    /**
     * What is posted, after the draft "GraphQL over HTTP", section 5.3: {@code {query, variables}}, with the
     * placeholders of the variables and none in the query. Empty when the variables are no JSON object.
     */
    static Optional<String> body(String query, String variables) {
        try {
            // Space between tokens means nothing in GraphQL, but {fin} would be taken for the placeholder.
            ObjectNode body =
                    JsonNodeFactory.instance.objectNode().put("query", query.replaceAll(LIKE_A_PLACEHOLDER, "{ $1 }"));
            body.set("variables", JSON.readTree(variables));
            return body.path("variables").isObject() ? Optional.of(body.toString()) : Optional.empty();
        } catch (JsonProcessingException e) {
            return Optional.empty();
        }
    }
}
