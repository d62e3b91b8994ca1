package az.dost.vahid.logging;

/**
 * Text that somebody else wrote, as it may stand in a line that a person reads in a terminal: no line break, no control
 * and no format character, and an end.
 */
public final class PlainText {
    private static final int LONGEST = 2_000;

    /** Null for null. */
    public static String of(String text) {
        if (text == null || text.length() <= LONGEST && text.codePoints().noneMatch(PlainText::acts)) {
            return text;
        }
        StringBuilder plain = new StringBuilder();
        text.codePoints().limit(LONGEST).forEach(c -> plain.appendCodePoint(acts(c) ? '?' : c));
        return plain.append(text.length() > LONGEST ? "..." : "").toString();
    }

    /**
     * Whether a terminal or an editor does something else with it than to show it: line breaks, escapes, marks of
     * direction; half of a character, too.
     */
    public static boolean acts(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SURROGATE -> true;
            default -> false;
        };
    }

    private PlainText() {}
}
