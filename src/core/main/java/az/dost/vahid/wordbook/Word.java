package az.dost.vahid.wordbook;

/**
 * A name or a sentence for people.
 *
 * @param az in Azerbaijani
 * @param en in English
 */
public record Word(String az, String en) {
    public String in(Language language) {
        return language == Language.AZ ? az : en;
    }
}
