package az.dost.vahid.logging;

import java.util.regex.Pattern;

/**
 * What stands in an address and nobody is to read: passwords before its host, and parameters with secrets.
 * {@code logging.pattern} does the same.
 */
public final class HiddenSecrets {
    public static final String HIDDEN = "(secret)";
    /** Up to the last sign before a question mark: a password may hold one, and a slash. */
    private static final Pattern USER_INFO = Pattern.compile("://[^\\s/?#]*:[^\\s?#]*@");

    private static final Pattern PARAMETER = Pattern.compile(
            "(?i)([?&;,(][\\w.-]*(?:password|passwd|passphrase|pwd|user|secret|token|credential|key)[\\w.-]*=)"
                    + "(?:RAW\\([^)\\s]*\\)|[^&;\\s\"']*)");

    public static String in(String text) {
        return PARAMETER
                .matcher(USER_INFO.matcher(text).replaceAll("://" + HIDDEN + "@"))
                .replaceAll("$1" + HIDDEN);
    }

    private HiddenSecrets() {}
}
