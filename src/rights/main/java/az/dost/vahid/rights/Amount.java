package az.dost.vahid.rights;

/**
 * What is paid.
 *
 * @param is in AZN
 * @param of what that is the amount, such as a month
 */
record Amount(Expression is, Words of) {}
