package az.dost.vahid.rights;

/**
 * One thing that the law asks.
 *
 * @param article of the law; null where it is not published
 * @param is whether it holds
 * @param source a law or a public page; null for a condition that is ours
 * @param dated of the source; null for a condition that is ours
 */
record Condition(String id, Words title, String article, Expression is, Status status, String source, String dated) {}
