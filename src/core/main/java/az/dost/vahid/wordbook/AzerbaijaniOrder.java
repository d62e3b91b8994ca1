package az.dost.vahid.wordbook;

import java.text.Collator;
import java.text.ParseException;
import java.text.RuleBasedCollator;
import java.util.Comparator;
import java.util.Locale;

/** The order of the Azerbaijani alphabet of 1991; the Java platform has none, and puts ə behind z. */
public final class AzerbaijaniOrder {
    /**
     * Where it differs from the Latin one; capitals are a third difference. A space counts, and comes before letters:
     * the platform passes over it.
     */
    private static final String RULES =
            "& '_' < ' ' & C < ç , Ç & E < ə , Ə & G < ğ , Ğ & H < x , X < ı , I < i , İ & K < q , Q & O < ö , Ö & S < ş , Ş & U < ü , Ü";

    /** Texts that differ in anything are never alike. */
    public static Comparator<String> comparator() {
        Collator order = collator();
        return ((Comparator<String>) order::compare).thenComparing(Comparator.naturalOrder());
    }

    /** A new one, whose strength may be set. */
    public static Collator collator() {
        try {
            return new RuleBasedCollator(((RuleBasedCollator) Collator.getInstance(Locale.ROOT)).getRules() + RULES);
        } catch (ParseException e) {
            throw new IllegalStateException(e);
        }
    }

    private AzerbaijaniOrder() {}
}
