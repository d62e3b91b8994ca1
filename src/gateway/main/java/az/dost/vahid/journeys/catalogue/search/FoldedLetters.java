package az.dost.vahid.journeys.catalogue.search;

import az.dost.vahid.wordbook.AlikeLetters;
import java.util.regex.Pattern;

/**
 * A text as it is compared: in small letters without marks and without what nobody sees, sh as ş and ch as ç, as some
 * write them, and q as ğ, which it becomes before an ending that begins with a vowel (uşaq, uşağa).
 */
final class FoldedLetters {
    private static final Pattern UNSEEN = Pattern.compile("\\p{Cf}+");

    static String of(String text) {
        return AlikeLetters.of(UNSEEN.matcher(text).replaceAll(""))
                .replace("sh", "s")
                .replace("ch", "c")
                .replace('q', 'g');
    }

    private FoldedLetters() {}
}
