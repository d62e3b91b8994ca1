package az.dost.vahid.json;

import java.util.regex.Pattern;

/**
 * Text for a cell of comma-separated values: a spreadsheet would compute a formula on the desk of whoever opens the
 * file.
 */
public final class SheetText {
    /** What a spreadsheet computes, whatever blanks stand before it. */
    private static final Pattern COMPUTED =
            Pattern.compile("[\\s\\p{Cc}\\p{Cf}]*[=+\\-@\\uFF1D\\uFF0B\\uFF0D\\uFF20].*|[\\t\\r\\n].*", Pattern.DOTALL);

    /** The same with an apostrophe before it where a spreadsheet would take it for a formula. */
    public static String of(String text) {
        return COMPUTED.matcher(text).matches() ? "'" + text : text;
    }

    private SheetText() {}
}
