package az.dost.vahid.kit.draft;

import az.dost.vahid.kit.fact.Words;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;

/**
 * The fields of a document by which the gateway knows whom it is about, of when it is and which request it answers.
 *
 * @param subject   null only for a document without any text that repeats once at most
 * @param asOf      null when no field says it
 * @param requestId null when no field says it
 */
record Roles(Leaf subject, Leaf asOf, Leaf requestId) {
    static final double ALIKE = 0.5;

    static Roles of(Words words, List<Leaf> all) {
        List<Leaf> leaves = all.stream().filter(leaf -> leaf.repetitions() == 0).toList();
        Predicate<Leaf> text = leaf -> leaf.field().pattern() == null && leaf.field().kind() != Kind.BOOLEAN && leaf.field().values().isEmpty();
        Leaf subject = best(leaves, text, leaf -> words.subject(leaf.name()));
        if (subject == null) {
            subject = leaves.stream().filter(leaf -> "5AB1CD2".equals(leaf.field().example())).findFirst().orElse(null);
        }
        if (subject == null) {
            subject = leaves.stream().filter(text).findFirst().orElse(null);
        }
        if (subject == null) {
            // Everything repeats: the first of them says whom the answer is about.
            List<Leaf> once = all.stream().filter(leaf -> leaf.repetitions() == 1).toList();
            subject = best(once, text, leaf -> words.subject(leaf.name()));
            subject = subject != null ? subject : once.stream().filter(text).findFirst().orElse(leaves.stream().findFirst().orElse(null));
        }
        Leaf asOf = best(leaves, leaf -> leaf.field().kind() == Kind.TIME, leaf -> Math.max(words.asOf(leaf.name()), leaf.path().size() == 1 ? ALIKE : 0));
        return new Roles(subject, asOf, best(leaves, text, leaf -> words.requestId(leaf.name())));
    }

    private static Leaf best(List<Leaf> leaves, Predicate<Leaf> possible, ToDoubleFunction<Leaf> score) {
        return leaves.stream().filter(possible).filter(leaf -> score.applyAsDouble(leaf) >= ALIKE)
                .max(Comparator.comparingDouble(score)).orElse(null);
    }

    boolean has(Leaf leaf) {
        return leaf.equals(subject) || leaf.equals(asOf) || leaf.equals(requestId);
    }
}
