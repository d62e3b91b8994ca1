package az.dost.vahid.sources.verdict;

import az.dost.vahid.passport.Passport;
import az.dost.vahid.wordbook.Word;
import az.dost.vahid.wordbook.Wordbook;
import java.util.EnumMap;
import java.util.Map;

/** What people read of a reason, {@code contracts/words/document-reasons.yaml}. */
public final class ReasonTexts {
    private static final String KIND = "document-reasons";
    private final Map<DocumentReason, Word> texts = new EnumMap<>(DocumentReason.class);

    /** @throws IllegalStateException when a reason has no text */
    public ReasonTexts(Wordbook words) {
        for (DocumentReason reason : DocumentReason.values()) {
            Word text = words.of(KIND).get(reason.name());
            if (text == null) {
                throw new IllegalStateException("contracts/words/" + KIND + ".yaml has no text for " + reason);
            }
            texts.put(reason, text);
        }
    }

    /** With source, field and day of the ruling in their places. */
    public Passport.Title of(DocumentRuling ruling) {
        Word text = texts.get(ruling.reason());
        return new Passport.Title(filled(text.az(), ruling), filled(text.en(), ruling));
    }

    private static String filled(String text, DocumentRuling ruling) {
        return text.indexOf('{') < 0
                ? text
                : text.replace("{source}", word(ruling.source()))
                        .replace("{field}", word(ruling.field()))
                        .replace("{day}", word(ruling.day()));
    }

    private static String word(String word) {
        return word == null ? "" : word;
    }
}
