package az.dost.vahid.fact;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** A part of the schema and the way to it, in names and indexes. The value is a missing node where there is nothing. */
record SchemaPart(JsonNode value, List<Object> path) {
    SchemaPart child(Object step) {
        List<Object> way = new ArrayList<>(path);
        way.add(step);
        return new SchemaPart(step instanceof Integer index ? value.path(index) : value.path((String) step), way);
    }

    List<SchemaPart> children() {
        List<SchemaPart> children = new ArrayList<>();
        if (value.isObject()) {
            value.fieldNames().forEachRemaining(name -> children.add(child(name)));
        } else {
            for (int i = 0; i < value.size(); i++) {
                children.add(child(i));
            }
        }
        return children;
    }

    String name() {
        return String.valueOf(path.get(path.size() - 1));
    }
}
