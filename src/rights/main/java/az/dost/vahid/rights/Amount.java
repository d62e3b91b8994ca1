package az.dost.vahid.rights;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * What is paid.
 *
 * @param is in AZN
 * @param of what that is the amount, such as a month
 * @param monthly whether it is paid every month, and not once
 */
record Amount(Expression is, Words of, boolean monthly) {
    private static final int QAPIK = 2;

    /** AZN with two decimals; null for what is no number. */
    static BigDecimal money(Object value) {
        return value instanceof BigDecimal money ? money.setScale(QAPIK, RoundingMode.HALF_UP) : null;
    }
}
