package az.dost.vahid.check.form;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/**
 * A value in a reply or row, as a contract describes it.
 *
 * @param kind text, number, whole number, truth value, day or time
 * @param form pattern or place of the value; empty for none
 * @param optional how many of the elements around it, and itself, may be left out
 * @param nillable whether it may be there and say nothing
 * @param repetitions how many of the elements around it, and itself, may be there more than once
 * @param values that it may have; empty for any
 */
public record ContractLeaf(
        String kind, String form, int optional, boolean nillable, int repetitions, List<String> values) {
    /** What both may be, where a contract lets a value be one or the other. */
    ContractLeaf or(ContractLeaf other) {
        TreeSet<String> kinds = new TreeSet<>(List.of(kind, other.kind));
        TreeSet<String> forms = new TreeSet<>(List.of(form, other.form));
        List<String> either = new ArrayList<>(values);
        other.values.stream().filter(value -> !either.contains(value)).forEach(either::add);
        return new ContractLeaf(
                String.join(" or ", kinds),
                String.join(" or ", forms),
                Math.max(optional, other.optional),
                nillable || other.nillable,
                Math.max(repetitions, other.repetitions),
                values.isEmpty() || other.values.isEmpty() ? List.of() : either);
    }
}
