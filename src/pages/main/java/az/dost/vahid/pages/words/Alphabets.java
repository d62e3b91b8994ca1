package az.dost.vahid.pages.words;

import az.dost.vahid.wordbook.AzerbaijaniOrder;
import az.dost.vahid.wordbook.Language;
import java.text.Collator;
import java.util.Comparator;
import java.util.Locale;

/** In which order names stand, whether they begin with a capital or not. */
final class Alphabets {
    private static final Collator LATIN = secondary(Collator.getInstance(Locale.ROOT));
    private static final Collator AZERI = secondary(AzerbaijaniOrder.collator());

    static Comparator<String> of(Language language) {
        return (language == Language.AZ ? AZERI : LATIN)::compare;
    }

    private static Collator secondary(Collator collator) {
        collator.setStrength(Collator.SECONDARY);
        return collator;
    }

    private Alphabets() {}
}
