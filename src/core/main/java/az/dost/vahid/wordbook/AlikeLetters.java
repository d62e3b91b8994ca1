package az.dost.vahid.wordbook;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Words as people type them who have no Azerbaijani keyboard: ə is e, ı and İ are i, ş is s. For comparing, never for
 * showing.
 */
public final class AlikeLetters {
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");

    /** The same for texts that differ in such letters, in capitals or in marks only. */
    public static String of(String text) {
        String small = text.toLowerCase(Locale.ROOT).replace('ə', 'e').replace('ı', 'i');
        return MARKS.matcher(Normalizer.normalize(small, Normalizer.Form.NFD)).replaceAll("");
    }

    private AlikeLetters() {}
}
