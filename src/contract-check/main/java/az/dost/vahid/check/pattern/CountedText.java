package az.dost.vahid.check.pattern;

import java.util.regex.Pattern;

/**
 * A text that may be looked at so many times only: an expression of somebody else's that tries without end is given up.
 */
public final class CountedText implements CharSequence {
    private static final int MOST_LOOKS = 100_000;
    private final String text;
    private int looks;

    private CountedText(String text) {
        this.text = text;
    }

    /** Whether the whole text matches; false where that cannot be told soon. */
    public static boolean fits(Pattern pattern, String text) {
        try {
            return pattern.matcher(new CountedText(text)).matches();
        } catch (IllegalStateException | StackOverflowError e) {
            return false;
        }
    }

    @Override
    public char charAt(int index) {
        if (++looks > MOST_LOOKS) {
            throw new IllegalStateException("The expression looks too often");
        }
        return text.charAt(index);
    }

    @Override
    public int length() {
        return text.length();
    }

    @Override
    public CharSequence subSequence(int from, int to) {
        return text.subSequence(from, to);
    }

    @Override
    public String toString() {
        return text;
    }
}
