package az.dost.vahid.pages.desk;

/**
 * A row of the papers, in words.
 *
 * @param verdict as the contract has it, for the colour beside its words
 */
record Paper(String title, String concerns, String verdict, String verdictName, String reason) { }
