package az.dost.vahid.sources.verdict;

/**
 * The verdict on one paper, by its reason.
 *
 * @param source the agency that the reason speaks of, null for none
 * @param field the field that it speaks of, null for none
 * @param day the day that it speaks of, ISO 8601, null for none
 */
public record DocumentRuling(DocumentReason reason, String source, String field, String day) {
    static DocumentRuling of(DocumentReason reason, String source) {
        return new DocumentRuling(reason, source, null, null);
    }
}
