package az.dost.vahid.kit.draft;

import az.dost.vahid.check.fact.FactField;
import az.dost.vahid.check.fact.FactShape;
import az.dost.vahid.kit.draft.field.Field;
import az.dost.vahid.kit.draft.field.Leaf;
import com.fasterxml.jackson.core.JsonPointer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A fact that the document seems to hold.
 *
 * @param container the group that holds one record of it; empty for the document itself
 * @param fields which field becomes which
 * @param confidence 0 to about 2
 */
record FactChoice(FactShape fact, List<Field> container, Map<FactField, Leaf> fields, double confidence) {
    /** Without the fields that are named, or with none at all when the fact as a whole is. */
    FactChoice without(List<JsonPointer> misfits) {
        Map<FactField, Leaf> left = new LinkedHashMap<>(fields);
        for (JsonPointer misfit : misfits) {
            if (misfit.getMatchingProperty().equals(fact.name())) {
                JsonPointer rest = misfit.tail();
                String field =
                        fact.list() && !rest.matches() ? rest.tail().getMatchingProperty() : rest.getMatchingProperty();
                left.keySet()
                        .removeIf(one ->
                                field == null || field.isEmpty() || one.name().equals(field));
            }
        }
        return new FactChoice(fact, container, left, confidence);
    }

    /** Whether the document holds a list of its records. */
    boolean repeated() {
        return !container.isEmpty() && container.get(container.size() - 1).repeated();
    }

    /** Whether the document holds several, and a dossier one. */
    boolean several() {
        return repeated() && !fact.list();
    }

    /** Required fields for which nothing was found that could become them without a person. */
    List<FactField> missing() {
        return fact.fields().stream()
                .filter(FactField::required)
                .filter(field -> !fields.containsKey(field)
                        || Fit.expression(fields.get(field), field).isEmpty())
                .toList();
    }

    boolean complete() {
        return missing().isEmpty();
    }
}
