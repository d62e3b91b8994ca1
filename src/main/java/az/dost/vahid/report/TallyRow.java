package az.dost.vahid.report;

/**
 * What a period's rows of {@code report_tally} with the same columns come to.
 *
 * @param service empty where there is none, and so are the next four
 */
record TallyRow(String measure, String service, String centre, String channel, String a, String b, long n) { }
