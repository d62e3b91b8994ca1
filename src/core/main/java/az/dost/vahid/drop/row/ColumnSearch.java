package az.dost.vahid.drop.row;

import az.dost.vahid.normalise.Mapping;
import az.dost.vahid.normalise.MappingException;
import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashSet;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Finds the column at which a mapping stumbled, which the mapping does not say: the row is mapped again, each time with
 * one column taken from a good row, or left out where there is no good row yet. Done for bad rows only.
 */
final class ColumnSearch {
    private static final int MAX_COLUMNS = 200;
    private final Mapping mapping;
    private final JsonNode row;
    private final JsonNode good;
    private final Set<JsonPointer> columns = new LinkedHashSet<>();

    /** @param good a row that can be mapped; null when there was none */
    ColumnSearch(Mapping mapping, JsonNode row, JsonNode good) {
        this.mapping = mapping;
        this.row = row;
        this.good = good == null ? JsonNodeFactory.instance.objectNode() : good;
        collect(row, JsonPointer.empty());
        // A column that the row lacks may be what the mapping missed.
        collect(this.good, JsonPointer.empty());
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

    /** The column without which there is no error or, where several are to blame, another one; null when none is. */
    String failingWith(String error) {
        String failing = first(column -> errorWithout(column) == null);
        return failing != null ? failing : first(column -> !Objects.equals(error, errorWithout(column)));
    }

    /** The column from which the subject comes; null when none does. */
    String ofSubject() {
        String subject = mapping.applyWhole(row).path("subject").asText();
        return first(column -> {
            try {
                return !mapping.applyWhole(without(column))
                        .path("subject")
                        .asText()
                        .equals(subject);
            } catch (MappingException e) {
                return false;
            }
        });
    }

    private String first(Predicate<JsonPointer> condition) {
        return columns.stream()
                .filter(condition)
                .findFirst()
                .map(column -> column.toString().substring(1))
                .orElse(null);
    }

    private String errorWithout(JsonPointer column) {
        try {
            mapping.applyWhole(without(column));
            return null;
        } catch (MappingException e) {
            return e.getMessage();
        }
    }

    private JsonNode without(JsonPointer column) {
        JsonNode copy = row.deepCopy();
        if (!(copy.at(column.head()) instanceof ObjectNode parent)) {
            return copy;
        }
        String name = column.last().getMatchingProperty();
        JsonNode instead = good.at(column);
        if (instead.isMissingNode()) {
            parent.remove(name);
        } else {
            parent.set(name, instead);
        }
        return copy;
    }
}
