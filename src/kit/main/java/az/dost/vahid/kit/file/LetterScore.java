package az.dost.vahid.kit.file;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.util.Locale;

/**
 * How far a text looks like words of people, when its bytes are taken for those of a character set of one byte a
 * character.
 */
final class LetterScore {
    private static final String TURKIC = "ÇĞİÖŞÜÂÎÛçğıöşüâîû";
    private static final String CENTRAL = "ĄĆĘŁŃÓŚŹŻąćęłńóśźżÁČĎÉĚÍŇŘŠŤÚŮÝŽáčďéěíňřšťúůýžŐőŰűÄÖÜäöüßÇç";
    /** Five of six letters of a Russian text are among these. */
    private static final String COMMON = "оеаинтсрвлкмдпуя";

    private static final String SIGNS = "\u00A0«»„“”‘’–—…№§°·€©®±²³´½";
    private static final double WESTERN = 0.6;
    private static final double FOREIGN = 0.1;
    private static final double CYRILLIC = 0.7;
    private static final double OWN = 0.9;
    private final String alphabet;

    private LetterScore(Charset charset) {
        this.alphabet = charset.name().equals("windows-1250") ? CENTRAL : TURKIC;
    }

    /** From 0 to 1, over the words with letters beyond ASCII; -1 where a byte is no character at all. */
    static double of(byte[] bytes, Charset charset) {
        try {
            return new LetterScore(charset)
                    .of(charset.newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
        } catch (CharacterCodingException e) {
            return -1;
        }
    }

    private double of(String text) {
        int words = 0;
        double good = 0;
        int at = 0;
        while (at < text.length()) {
            int end = at;
            while (end < text.length() && Character.isLetter(text.charAt(end))) {
                end++;
            }
            if (end == at) {
                char sign = text.charAt(at);
                words += sign > '\u007F' && SIGNS.indexOf(sign) < 0 ? 1 : 0;
                at++;
            } else {
                String word = text.substring(at, end);
                if (word.chars().anyMatch(c -> c > '\u007F')) {
                    words++;
                    good += word(word);
                }
                at = end;
            }
        }
        return words == 0 ? 0 : good / words;
    }

    private double word(String word) {
        for (int i = 1; i < word.length(); i++) {
            if (Character.isUpperCase(word.charAt(i)) && Character.isLowerCase(word.charAt(i - 1))) {
                return 0;
            }
        }
        long cyrillic = word.chars()
                .filter(c -> Character.UnicodeBlock.of(c) == Character.UnicodeBlock.CYRILLIC)
                .count();
        if (cyrillic > 0) {
            double common = (double) word.toLowerCase(Locale.ROOT)
                            .chars()
                            .filter(c -> COMMON.indexOf(c) >= 0)
                            .count()
                    / word.length();
            return cyrillic == word.length() ? CYRILLIC + (1 - CYRILLIC) * common : 0;
        }
        if (word.chars().allMatch(c -> c <= '\u007F' || alphabet.indexOf(c) >= 0)) {
            return OWN;
        }
        return 2 * word.chars().filter(c -> c <= '\u007F').count() >= word.length() ? WESTERN : FOREIGN;
    }
}
