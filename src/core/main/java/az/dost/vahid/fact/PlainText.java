package az.dost.vahid.fact;

import java.text.Normalizer;

/**
 * A text as it looks. Two texts that nobody can tell apart are one: composed as NFC (Unicode Standard Annex #15),
 * without what is not seen and only steers how the rest is shown, and with one blank between words.
 */
final class PlainText {
    /** Below it are neither marks that are composed nor, but for the soft hyphen and the no-break space, others. */
    private static final char FIRST_MARK = '\u0300';

    private static final char SOFT_HYPHEN = '\u00ad';
    private static final char NO_BREAK_SPACE = '\u00a0';

    /** The very text where it is one already. */
    static String of(String text) {
        return isPlain(text) ? text : plain(text);
    }

    private static boolean isPlain(String text) {
        char before = ' ';
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= FIRST_MARK && !isLetterOfAzerbaijan(c)
                    || c == SOFT_HYPHEN
                    || c == NO_BREAK_SPACE
                    || c == ' ' && before == ' ') {
                return false;
            }
            before = c;
        }
        return before != ' ' || text.isEmpty();
    }

    /** Nearly all texts have no others: {@code ə} is below the marks, and its capital is not. */
    private static boolean isLetterOfAzerbaijan(char c) {
        return c == '\u018f' || c == '\u0259';
    }

    private static String plain(String text) {
        StringBuilder seen = new StringBuilder(text.length());
        Normalizer.normalize(text, Normalizer.Form.NFC).codePoints().forEach(c -> {
            if (Character.getType(c) == Character.SPACE_SEPARATOR) {
                if (!seen.isEmpty() && seen.charAt(seen.length() - 1) != ' ') {
                    seen.append(' ');
                }
            } else if (!isInvisible(c)) {
                seen.appendCodePoint(c);
            }
        });
        int end = seen.length();
        if (end > 0 && seen.charAt(end - 1) == ' ') {
            seen.setLength(end - 1);
        }
        // What stood between two letters may have kept them from being composed.
        return Normalizer.normalize(seen, Normalizer.Form.NFC);
    }

    /**
     * Format characters, among them those that turn the direction of writing (Unicode Standard Annex #9) and those
     * without a width; and the others that Unicode calls ignorable by default (The Unicode Standard, section 5.21).
     */
    private static boolean isInvisible(int c) {
        return Character.getType(c) == Character.FORMAT
                || c == 0x034f
                || c >= 0x115f && c <= 0x1160
                || c >= 0x17b4 && c <= 0x17b5
                || c >= 0x180b && c <= 0x180f
                || c == 0x2028
                || c == 0x2029
                || c == 0x2065
                || c == 0x3164
                || c >= 0xfe00 && c <= 0xfe0f
                || c == 0xffa0
                || c >= 0xfff0 && c <= 0xfff8
                || c >= 0xe0000 && c <= 0xe0fff;
    }

    private PlainText() {}
}
