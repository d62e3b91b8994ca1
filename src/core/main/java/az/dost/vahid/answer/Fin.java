package az.dost.vahid.answer;

import java.util.regex.Pattern;

/**
 * The form of a FIN, the citizen's personal number: seven digits and capital letters, without I and O. Whoever takes
 * one from outside holds it to this form. It is personal data: it stands in no address, log, metric or exception.
 */
public final class Fin {
    public static final Pattern FORM = Pattern.compile("[0-9A-HJ-NP-Z]{7}");
    private static final int LENGTH = 7;

    /** Whether a text has the {@link #FORM}, sooner than the expression tells: files have a million of them. */
    public static boolean matches(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (!(c >= '0' && c <= '9' || c >= 'A' && c <= 'Z' && c != 'I' && c != 'O')) {
                return false;
            }
        }
        return text.length() == LENGTH;
    }

    private Fin() {}
}
