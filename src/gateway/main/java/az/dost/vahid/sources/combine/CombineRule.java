package az.dost.vahid.sources.combine;

import az.dost.vahid.answer.SourceAnswer;
import java.util.Comparator;
import java.util.List;

/**
 * How one fact that several registers know is decided.
 *
 * @param prefer agencies, the one that wins first
 * @param compare fields in which a difference is shown as a conflict
 * @param ignoreCase whether capitals make no difference
 * @param fill fields that a lower-ranked source may supply when the winner lacks them
 * @param absenceConflicts agencies whose answer without this fact contradicts it
 * @param rule stable id that conflicts name
 */
record CombineRule(
        String fact,
        List<String> prefer,
        List<String> compare,
        boolean ignoreCase,
        List<String> fill,
        List<String> absenceConflicts,
        String rule) {
    static final String BY_DEFAULT = "FIRST_SOURCE_BY_ID";

    public CombineRule {
        compare = compare == null ? List.of() : List.copyOf(compare);
        fill = fill == null ? List.of() : List.copyOf(fill);
        absenceConflicts = absenceConflicts == null ? List.of() : List.copyOf(absenceConflicts);
        prefer = prefer == null ? List.of() : List.copyOf(prefer);
    }

    /** The rule of a fact that no rule names: its sources in the order of their ids. */
    static CombineRule byDefault(String fact) {
        return new CombineRule(fact, List.of(), List.of(), false, List.of(), List.of(), BY_DEFAULT);
    }

    /** The fields to compare; the fact as a whole, under its own name, where the rule names none. */
    List<String> compared() {
        return compare.isEmpty() ? List.of(fact) : compare;
    }

    /** The most believed first, then by agency. */
    Comparator<SourceAnswer> byRank() {
        return Comparator.<SourceAnswer>comparingInt(answer -> rank(answer.agency()))
                .thenComparing(SourceAnswer::agency);
    }

    /** Place in the order of preference; agencies that the rule does not name come last. */
    int rank(String agency) {
        int at = prefer.indexOf(agency);
        return at < 0 ? prefer.size() : at;
    }
}
