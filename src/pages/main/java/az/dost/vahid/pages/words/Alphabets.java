package az.dost.vahid.pages.words;

import az.dost.vahid.wordbook.Language;
import java.text.Collator;
import java.text.ParseException;
import java.text.RuleBasedCollator;
import java.util.Comparator;
import java.util.Locale;

/** In which order names stand: the Java platform has none for Azerbaijani, and puts ə behind z. */
final class Alphabets {
    /** Where the alphabet of 1991 differs from the Latin one; case counts as a third difference. */
    private static final String AZERBAIJANI =
            "& C < ç , Ç & E < ə , Ə & G < ğ , Ğ & H < x , X < ı , I < i , İ & K < q , Q & O < ö , Ö & S < ş , Ş & U < ü , Ü";

    private static final Collator LATIN = secondary(Collator.getInstance(Locale.ROOT));
    private static final Collator AZERI = secondary(azerbaijani());

    static Comparator<String> of(Language language) {
        return (language == Language.AZ ? AZERI : LATIN)::compare;
    }

    private static Collator azerbaijani() {
        try {
            return new RuleBasedCollator(
                    ((RuleBasedCollator) Collator.getInstance(Locale.ROOT)).getRules() + AZERBAIJANI);
        } catch (ParseException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Collator secondary(Collator collator) {
        collator.setStrength(Collator.SECONDARY);
        return collator;
    }

    private Alphabets() {}
}
