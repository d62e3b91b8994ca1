package az.dost.vahid.rights;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * A right as the law has it on some days.
 *
 * @param from first day (Azerbaijan)
 * @param until last day; null where no end is known
 * @param law acts and articles, as they are quoted
 * @param amount null where it cannot be computed from facts
 */
record RightVersion(
        LocalDate from, LocalDate until, String law, List<Condition> conditions, Amount amount, List<Wanted> wanted) {
    /** Name of the day for which a right is evaluated. */
    static final String TODAY = "today";
    /** Name of the event's data. */
    static final String EVENT = "event";
    /** Name of the facts about the event's person, where the right is that of kin. */
    static final String ABOUT = "about";
    /** So begins a place that is about that person. */
    static final String IN_ABOUT = ABOUT + ".";
    /** Name of what no register gives. */
    static final String WANTED = "wanted";

    boolean holdsOn(LocalDate day) {
        return !day.isBefore(from) && (until == null || !day.isAfter(until));
    }

    /** Whether each expression could be read; what is not whole is never evaluated. */
    boolean whole() {
        return conditions.stream().allMatch(condition -> condition.is() != null)
                && (amount == null || amount.is() != null);
    }

    /** Places that its conditions and its amount read. */
    Set<String> reads() {
        Set<String> reads = new TreeSet<>();
        conditions.forEach(condition -> reads.addAll(condition.is().reads()));
        if (amount != null) {
            reads.addAll(amount.is().reads());
        }
        return reads;
    }
}
