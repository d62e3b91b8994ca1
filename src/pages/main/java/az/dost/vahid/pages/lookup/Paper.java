package az.dost.vahid.pages.lookup;

/**
 * A row of the papers, in words.
 *
 * @param own whether it is about the citizen himself
 * @param verdict as the contract has it, for the colour beside its words
 * @param reason blank where it cannot be told
 * @param code of the reason
 */
public record Paper(
        String title, String concerns, boolean own, String verdict, String verdictName, String reason, String code) {}
