package az.dost.vahid.rights;

import az.dost.vahid.rights.Evaluation.Outcome;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;

/**
 * What the dossier of one person answers to many rules of one day: the same outcomes as {@link Evaluation} without its
 * rows, so no condition is asked twice, and none after one that does not hold. Not safe for several threads.
 */
final class Answers {
    private final Map<String, Object> names;
    private final Map<String, Object> known = new HashMap<>();

    /** @param day in Azerbaijan */
    Answers(DossierFacts facts, LocalDate day) {
        names = new Known(facts, null, MissingNode.getInstance()).names(day);
    }

    /** @param version null where there is no law: it gives no right */
    Outcome outcome(RightVersion version) {
        if (version == null) {
            return Outcome.NOT_ENTITLED;
        }
        Outcome outcome = Outcome.ENTITLED;
        for (Condition condition : version.conditions()) {
            Object value = value(condition.is());
            if (Boolean.FALSE.equals(value)) {
                return Outcome.NOT_ENTITLED;
            }
            if (!Boolean.TRUE.equals(value)) {
                outcome = Outcome.UNDECIDED;
            }
        }
        return outcome;
    }

    /** AZN a month for whoever is entitled; null where it is not known, or is not paid by the month. */
    BigDecimal monthly(RightVersion version) {
        return paidMonthly(version) ? Amount.money(value(version.amount().is())) : null;
    }

    static boolean paidMonthly(RightVersion version) {
        return version != null && version.amount() != null && version.amount().monthly();
    }

    private Object value(Expression expression) {
        if (!known.containsKey(expression.text())) {
            known.put(expression.text(), expression.value(names));
        }
        return known.get(expression.text());
    }
}
