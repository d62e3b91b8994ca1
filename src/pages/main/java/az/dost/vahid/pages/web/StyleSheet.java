package az.dost.vahid.pages.web;

import java.util.regex.Pattern;

/**
 * The design system with our own letters: its typeface and its crest may be used on its own government's sites only.
 */
final class StyleSheet {
    private static final Pattern TYPEFACE = Pattern.compile("@font-face\\{[^}]*}");
    private static final Pattern CREST = Pattern.compile("[^{}]*\\{[^{}]*url\\([^)]*\\)[^{}]*}");
    /** Each has the letters of Azerbaijani; the first that a machine has is used. */
    private static final String LETTERS =
            "font-family:system-ui,-apple-system,\"Segoe UI\",Roboto,\"Noto Sans\",\"DejaVu Sans\",Arial,sans-serif";

    static String of(String system, String own) {
        String letters =
                TYPEFACE.matcher(system).replaceAll("").replace("font-family:GDS Transport,arial,sans-serif", LETTERS);
        return CREST.matcher(letters).replaceAll("") + "\n" + own;
    }

    private StyleSheet() {}
}
