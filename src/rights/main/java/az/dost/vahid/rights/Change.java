package az.dost.vahid.rights;

import az.dost.vahid.rights.Evaluation.Outcome;
import java.math.BigDecimal;

/** What other rules would make of one person and one right; each person is one of them. */
enum Change {
    GAINED(true),
    /** Entitled before; not, or not known, after. */
    LOST(true),
    /** Entitled before and after, to more a month. */
    PAID_MORE(true),
    /** Entitled before and after, to less a month. */
    PAID_LESS(true),
    /** Entitled before and after, to the same, or to an amount that is not known. */
    STILL_ENTITLED(false),
    /** Not entitled before, and not known after. */
    UNDECIDED(false),
    NOT_ENTITLED(false);

    private final boolean money;

    Change(boolean money) {
        this.money = money;
    }

    /** Whether more or less is paid. */
    boolean money() {
        return money;
    }

    /**
     * @param was AZN a month before; null where none is known
     * @param is AZN a month after; null where none is known
     */
    static Change of(Outcome before, BigDecimal was, Outcome after, BigDecimal is) {
        if (after != Outcome.ENTITLED) {
            return before == Outcome.ENTITLED ? LOST : after == Outcome.UNDECIDED ? UNDECIDED : NOT_ENTITLED;
        }
        if (before != Outcome.ENTITLED) {
            return GAINED;
        }
        int more = was == null || is == null ? 0 : is.compareTo(was);
        return more > 0 ? PAID_MORE : more < 0 ? PAID_LESS : STILL_ENTITLED;
    }
}
