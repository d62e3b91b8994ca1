package az.dost.vahid.fact;

import java.util.List;
import java.util.function.BiPredicate;

/**
 * A rule of plausibility for one value.
 *
 * @param id stable code
 * @param holds for a text as String, for a whole number as Long
 */
record ValueRule(String id, BiPredicate<Object, CheckRun> holds) {
    /** The id of the first rule that a value breaks, null when it breaks none. */
    static String broken(List<ValueRule> rules, Object value, CheckRun trail) {
        for (ValueRule rule : rules) {
            if (!rule.holds.test(value, trail)) {
                return rule.id;
            }
        }
        return null;
    }
}
