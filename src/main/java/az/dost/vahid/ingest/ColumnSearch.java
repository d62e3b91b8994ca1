package az.dost.vahid.ingest;

import az.dost.vahid.normalise.Mapping;
import az.dost.vahid.normalise.MappingException;
import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * Finds the column at which a mapping stumbled, which the mapping does not say: the row is mapped again with one column
 * left out each time. Done for bad rows only.
 */
final class ColumnSearch {
    private static final int MAX_COLUMNS = 200;
    private final Mapping mapping;
    private final JsonNode row;
    private final List<JsonPointer> columns = new ArrayList<>();

    ColumnSearch(Mapping mapping, JsonNode row) {
        this.mapping = mapping;
        this.row = row;
        collect(row, JsonPointer.empty());
    }

    private void collect(JsonNode node, JsonPointer at) {
        for (var member : node.properties()) {
            JsonPointer pointer = at.appendProperty(member.getKey());
            if (member.getValue().isObject()) {
                collect(member.getValue(), pointer);
            } else if (columns.size() < MAX_COLUMNS) {
                columns.add(pointer);
            }
        }
    }

    /** The column without which the error is another one or, better, none; null when no one column is to blame. */
    String failingWith(String error) {
        String failing = first(column -> errorWithout(column) == null);
        return failing != null ? failing : first(column -> !error.equals(errorWithout(column)));
    }

    /** The column without which the row has no subject; null when there is none. */
    String ofSubject() {
        return first(column -> {
            try {
                return mapping.apply(without(column)).path("subject").asText().isEmpty();
            } catch (MappingException e) {
                return false;
            }
        });
    }

    private String first(Predicate<JsonPointer> condition) {
        return columns.stream().filter(condition).findFirst().map(column -> column.toString().substring(1)).orElse(null);
    }

    private String errorWithout(JsonPointer column) {
        try {
            mapping.apply(without(column));
            return null;
        } catch (MappingException e) {
            return e.getMessage();
        }
    }

    private JsonNode without(JsonPointer column) {
        JsonNode copy = row.deepCopy();
        ((ObjectNode) copy.at(column.head())).remove(column.last().getMatchingProperty());
        return copy;
    }
}
