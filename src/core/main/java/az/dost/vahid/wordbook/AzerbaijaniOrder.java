package az.dost.vahid.wordbook;

import java.util.Comparator;
import java.util.Locale;

/**
 * The order of the Azerbaijani alphabet, in which ə follows e, x follows h and ı comes before i; Java has no rules of
 * its own for it.
 */
public final class AzerbaijaniOrder implements Comparator<String> {
    private static final Locale AZERBAIJANI = Locale.forLanguageTag("az");
    /** W is not a letter of it, and stands with v in foreign names. */
    private static final String ALPHABET = "abcçdeəfgğhxıijkqlmnoöprsştuüvwyz";
    /** Before it come spaces, signs and digits. */
    private static final int FIRST_LETTER = Character.MAX_CODE_POINT + 1;

    @Override
    public int compare(String one, String other) {
        int[] a = one.toLowerCase(AZERBAIJANI)
                .codePoints()
                .map(AzerbaijaniOrder::place)
                .toArray();
        int[] b = other.toLowerCase(AZERBAIJANI)
                .codePoints()
                .map(AzerbaijaniOrder::place)
                .toArray();
        for (int i = 0; i < Math.min(a.length, b.length); i++) {
            if (a[i] != b[i]) {
                return Integer.compare(a[i], b[i]);
            }
        }
        return a.length == b.length ? one.compareTo(other) : Integer.compare(a.length, b.length);
    }

    private static int place(int letter) {
        int place = ALPHABET.indexOf(letter);
        if (place >= 0) {
            return FIRST_LETTER + place;
        }
        return Character.isLetter(letter) ? FIRST_LETTER + ALPHABET.length() + letter : letter;
    }
}
