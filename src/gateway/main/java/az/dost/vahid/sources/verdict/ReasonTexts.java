package az.dost.vahid.sources.verdict;

import az.dost.vahid.passport.Passport;
import az.dost.vahid.wordbook.Language;
import az.dost.vahid.wordbook.Word;
import az.dost.vahid.wordbook.Wordbook;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Function;

/** What people read of a reason, {@code contracts/words/document-reasons.yaml}. */
public final class ReasonTexts {
    private static final String KIND = "document-reasons";
    /** As people write a day in both languages, and as pages do. */
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd.MM.uuuu");

    private final Map<DocumentReason, Word> texts = new EnumMap<>(DocumentReason.class);
    private final Map<String, Word> facts;
    private final Function<String, Word> agencies;

    /**
     * @param words with those of facts
     * @param agencies what people call an agency, by its id
     * @throws IllegalStateException when a reason has no text
     */
    public ReasonTexts(Wordbook words, Function<String, Word> agencies) {
        this.facts = words.of("facts");
        this.agencies = agencies;
        for (DocumentReason reason : DocumentReason.values()) {
            Word text = words.of(KIND).get(reason.name());
            if (text == null) {
                throw new IllegalStateException("contracts/words/" + KIND + ".yaml has no text for " + reason);
            }
            texts.put(reason, text);
        }
    }

    /** With agency, field and day of the ruling in their places, in words. */
    public Passport.Title of(DocumentRuling ruling, Passport.PaperDocument paper) {
        Word text = texts.get(ruling.reason());
        return new Passport.Title(
                filled(text.az(), ruling, paper, Language.AZ), filled(text.en(), ruling, paper, Language.EN));
    }

    private String filled(String text, DocumentRuling ruling, Passport.PaperDocument paper, Language language) {
        if (text.indexOf('{') < 0) {
            return text;
        }
        String filled = text;
        if (ruling.source() != null) {
            filled = filled.replace("{source}", agencies.apply(ruling.source()).in(language));
        }
        if (ruling.field() != null) {
            filled = filled.replace("{field}", field(ruling.field(), paper).in(language));
        }
        return ruling.day() == null ? filled : filled.replace("{day}", DAY.format(LocalDate.parse(ruling.day())));
    }

    private Word field(String field, Passport.PaperDocument paper) {
        String of = paper.fact() + "." + (paper.part() == null ? "" : paper.part() + ".") + field;
        return facts.getOrDefault(of, new Word(field, field));
    }
}
