package az.dost.vahid.kit.draft;

import az.dost.vahid.kit.draft.field.Field;
import az.dost.vahid.kit.draft.field.Leaf;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A document with other examples in some of its fields. */
final class Replacement {
    private static final String ANY = "text";
    private static final String LETTERS = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";

    /**
     * The examples of an invented answer, of which the contract alone decides. A field that was taken for the FIN gets
     * one only where the contract lets no doubt about it, and no two texts that may be anything are the same, so that a
     * field in the wrong place shows.
     */
    static Field byContract(Field document, Roles roles) {
        Map<Leaf, String> examples = new HashMap<>();
        Set<String> given = new HashSet<>();
        Roles.Taken subject = roles.subject() == null ? null : roles.of(roles.subject());
        if (subject != null
                && (Roles.FIN.equals(subject.leaf().field().example())
                        || subject.known() && ANY.equals(subject.leaf().field().example()))) {
            examples.put(subject.leaf(), Roles.FIN);
            given.add(Roles.FIN);
        }
        List<Leaf> leaves = Leaf.of(document);
        int any = 0;
        for (Leaf leaf : leaves) {
            String example = leaf.field().example();
            if (examples.containsKey(leaf)) {
                continue;
            }
            if (ANY.equals(example) && leaf.field().values().isEmpty()) {
                // As long as the one that it replaces: the contract may bound it.
                examples.put(leaf, String.format("t%03d", ++any % 1_000));
            } else if (Roles.FIN.equals(example) && !given.add(example)) {
                examples.put(leaf, other(given));
            }
        }
        return in(document, examples);
    }

    /** Another FIN; after so many the same again. */
    private static String other(Set<String> given) {
        for (int i = 1; i < LETTERS.length(); i++) {
            String other = Roles.FIN.substring(0, Roles.FIN.length() - 1) + LETTERS.charAt(i);
            if (given.add(other)) {
                return other;
            }
        }
        return Roles.FIN.substring(0, Roles.FIN.length() - 2) + "ZZ";
    }

    /** Copies of the field with the examples that the leaves are given. */
    static Field in(Field document, Map<Leaf, String> examples) {
        return document.with(document.children().stream()
                .map(child -> replace(child, List.of(), examples))
                .toList());
    }

    private static Field replace(Field field, List<Field> within, Map<Leaf, String> examples) {
        List<Field> path = new ArrayList<>(within);
        path.add(field);
        String example = examples.get(new Leaf(path));
        return example != null
                ? field.with(example)
                : field.with(field.children().stream()
                        .map(child -> replace(child, path, examples))
                        .toList());
    }

    private Replacement() {}
}
