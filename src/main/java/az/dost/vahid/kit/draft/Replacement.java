package az.dost.vahid.kit.draft;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A document with other examples in some of its fields. */
final class Replacement {
    /** Copies of the field with the examples that the leaves are given. */
    static Field in(Field document, Map<Leaf, String> examples) {
        return document.with(document.children().stream().map(child -> replace(child, List.of(), examples)).toList());
    }

    private static Field replace(Field field, List<Field> within, Map<Leaf, String> examples) {
        List<Field> path = new ArrayList<>(within);
        path.add(field);
        String example = examples.get(new Leaf(path));
        return example != null ? field.with(example) : field.with(field.children().stream().map(child -> replace(child, path, examples)).toList());
    }

    private Replacement() { }
}
