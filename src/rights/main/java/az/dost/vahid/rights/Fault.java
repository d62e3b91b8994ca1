package az.dost.vahid.rights;

/**
 * What is wrong with an expression.
 *
 * @param message what it is and what to do
 * @param suggestion what was probably meant; null where that cannot be guessed
 */
record Fault(String message, String suggestion) {}
