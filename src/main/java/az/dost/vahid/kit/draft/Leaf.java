package az.dost.vahid.kit.draft;

import java.util.ArrayList;
import java.util.List;

/** A field with a value, and the groups in which it stands, the outermost first (without the document itself). */
record Leaf(List<Field> path) {
    static List<Leaf> of(Field document) {
        List<Leaf> leaves = new ArrayList<>();
        document.children().forEach(child -> collect(child, List.of(), leaves));
        return leaves;
    }

    private static void collect(Field field, List<Field> within, List<Leaf> leaves) {
        List<Field> path = new ArrayList<>(within);
        path.add(field);
        if (field.kind() != Kind.GROUP) {
            leaves.add(new Leaf(path));
        }
        field.children().forEach(child -> collect(child, path, leaves));
    }

    Field field() {
        return path.get(path.size() - 1);
    }

    /** The name that says most: that of the element where the value is its text. */
    String name() {
        return field().name().equals("#text") && path.size() > 1 ? path.get(path.size() - 2).name() : field().name();
    }

    /** The groups down to the innermost one that repeats; empty when none does. */
    List<Field> container() {
        for (int i = path.size(); i > 0; i--) {
            if (path.get(i - 1).repeated()) {
                return path.subList(0, i);
            }
        }
        return List.of();
    }

    long repetitions() {
        return path.stream().filter(Field::repeated).count();
    }

    /** The JSLT expression of it from its container. */
    String access() {
        List<Field> rest = path.subList(container().size(), path.size());
        return rest.isEmpty() ? "." : access(rest);
    }

    static String access(List<Field> path) {
        StringBuilder access = new StringBuilder();
        for (Field field : path) {
            access.append('.').append(field.name().matches("[a-zA-Z_][a-zA-Z0-9_]*") && !field.name().matches("if|else|let|for|def|and|or|not|import|as|null|true|false")
                    ? field.name() : "\"" + field.name().replace("\\", "\\\\").replace("\"", "\\\"") + "\"");
        }
        return access.toString();
    }

    /** For people: the path with {@code []} where it repeats. */
    String shown() {
        StringBuilder shown = new StringBuilder();
        path.forEach(field -> shown.append('.').append(field.name()).append(field.repeated() ? "[]" : ""));
        return shown.toString();
    }
}
