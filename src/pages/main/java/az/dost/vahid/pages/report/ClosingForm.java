package az.dost.vahid.pages.report;

import az.dost.vahid.pages.words.FinForm;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Why somebody wants a period closed anew.
 *
 * @param once made with the form: however often it is sent, it is one order
 */
record ClosingForm(String because, String once) {
    private static final Pattern BECAUSE = Pattern.compile("\\P{Cntrl}{1,500}");
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+");
    private static final Pattern ONCE = Pattern.compile("[0-9a-f-]{36}");

    ClosingForm {
        because = because == null ? "" : because.strip();
        once = once != null && ONCE.matcher(once).matches()
                ? once
                : UUID.randomUUID().toString();
    }

    static ClosingForm empty() {
        return new ClosingForm("", "");
    }

    Map<String, String> faults() {
        if (!BECAUSE.matcher(because).matches()) {
            return Map.of("because", "report.close.because.missing");
        }
        return without().because().equals(because) ? Map.of() : Map.of("because", "report.close.because.fin");
    }

    /**
     * What is shown again: a word of the form of a FIN is not. A word without a digit may be any word of seven letters.
     */
    ClosingForm without() {
        return new ClosingForm(
                WORD.matcher(because)
                        .replaceAll(
                                found -> looksLikeFin(found.group()) ? "…" : Matcher.quoteReplacement(found.group())),
                once);
    }

    private static boolean looksLikeFin(String word) {
        return word.chars().anyMatch(c -> c >= '0' && c <= '9') && FinForm.isFin(word.toUpperCase(Locale.ROOT));
    }
}
