package az.dost.vahid.kit.draft;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Examples for an invented answer, of which the contract alone decides: a field that was taken for the FIN gets one only where the
 * contract lets no doubt about it, and no two texts that may be anything are the same, so that a field in the wrong place shows.
 */
final class ContractExamples {
    private static final String ANY = "text";
    private static final String LETTERS = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";

    static Field in(Field document, Roles roles) {
        Map<Leaf, String> examples = new HashMap<>();
        Set<String> given = new HashSet<>();
        Taken subject = roles.subject() == null ? null : roles.of(roles.subject());
        if (subject != null && (Roles.FIN.equals(subject.leaf().field().example()) || subject.known() && ANY.equals(subject.leaf().field().example()))) {
            examples.put(subject.leaf(), Roles.FIN);
            given.add(Roles.FIN);
        }
        List<Leaf> leaves = Leaf.of(document);
        int any = 0;
        for (Leaf leaf : leaves) {
            String example = leaf.field().example();
            if (examples.containsKey(leaf)) {
                continue;
            } else if (ANY.equals(example) && leaf.field().values().isEmpty()) {
                // As long as the one that it replaces: the contract may bound it.
                examples.put(leaf, String.format("t%03d", ++any % 1_000));
            } else if (Roles.FIN.equals(example) && !given.add(example)) {
                examples.put(leaf, other(given));
            }
        }
        return Replacement.in(document, examples);
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

    private ContractExamples() { }
}
